"""Typeset a generated document with reportlab: pages, columns, notes, contents, running lines."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from generated.designs import Design
from generated.documents import Block, Caption, Document, Heading, Prose, Table
from generated.reportlab_flowables import BOX_GAP, ContentsEntry, SideBox
from generated.reportlab_styles import Print

MARGIN, TOP, BOTTOM, COLUMN_GAP = 68.0, 78.0, 70.0, 22.0
BOX_WIDTH = 112.0
NOTE_GAP = 8.0
RUNNING_HIGH, RUNNING_LOW, RUNNING_STEP = 36.0, 44.0, 1.25
"""Points from the edges to the first running line, and font sizes to the next."""

LEADERS = {"dots": ".", "middots": " ·", "tabs": ""}
LISTED_LEVELS = 2
MOST_PASSES = 8


@dataclass
class Placement:
    """On which page things landed in one pass."""

    titles: dict[str, int] = field(default_factory=dict)
    notes: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    pages: int = 0


def typeset(document: Document, design: Design) -> bytes:
    """Return the document as PDF."""
    return _Typesetter(document, design).typeset()


class _Typesetter:
    """Lays a document out until its notes and page numbers stay where they are."""

    def __init__(self, document: Document, design: Design) -> None:
        self.document, self.design = document, design
        self.print = Print(design)
        self.notes = {note.number: note for note in document.notes}
        self.before, self.now = Placement(), Placement()
        self.room: dict[int, float] = defaultdict(float)
        self.chapter = ""
        beside = BOX_WIDTH + BOX_GAP if design.boxes else 0.0
        self.width = A4[0] - 2 * MARGIN - beside

    def typeset(self) -> bytes:
        """Return the pages of the pass that found everything where it left it."""
        for _ in range(MOST_PASSES):
            self.before, self.now, self.chapter = self.now, Placement(), ""
            target = io.BytesIO()
            self._make_template(target).build(list(self._set_all()))
            if self.now == self.before:
                return target.getvalue()
            for page in self.now.notes:
                self.room[page] = max(self.room[page], self._measure_notes(page))
        message = f"the layout of {self.design.name} does not settle"
        raise RuntimeError(message)

    def _make_template(self, target: io.BytesIO) -> BaseDocTemplate:
        template = _Template(target, pagesize=A4, invariant=1, lang="nl-NL")
        template.title, template.typesetter = self.document.title, self
        template.addPageTemplates(
            [
                _Page(self, "cover", A4, 1),
                _Page(self, "text", A4, self.design.columns),
                _Page(self, "wide", landscape(A4), 1),
            ]
        )
        return template

    def _set_all(self) -> Iterator[Flowable]:
        """Yield the flowables of the document."""
        if self.design.cover:
            yield self.print.set_text(self.document.title, "title")
            yield self.print.set_text(self.document.subtitle, "subtitle")
            yield NextPageTemplate("text")
            yield PageBreak()
        else:
            yield NextPageTemplate("text")
        if self.design.contents != "none":
            yield from self._set_contents()
        taken: dict[int, float] = {}
        for place, block in enumerate(self.document.blocks):
            yield from self._set_block(block, taken, first=place == 0)

    def _set_contents(self) -> Iterator[Flowable]:
        """Yield the table of contents, and that of the tables."""
        listed = [head for head in self.document.headings if head.level <= LISTED_LEVELS]
        yield self.print.set_text("Inhoudsopgave", "heading1")
        for heading in listed:
            yield self._set_entry(heading.plain, 14.0 * (heading.level - 1))
        if self.design.list_of_figures:
            yield self.print.set_text("Lijst van tabellen", "heading2")
            for caption in self.document.captions:
                yield self._set_entry(caption.plain, 0.0)
        yield PageBreak()

    def _set_entry(self, title: str, indent: float) -> Flowable:
        page = str(self.before.titles.get(title, 0))
        look = (self.print.plain, self.design.size, LEADERS[self.design.contents])
        return ContentsEntry(title, page, indent, look)

    def _set_block(
        self, block: Block, taken: dict[int, float], *, first: bool
    ) -> Iterator[Flowable]:
        """Yield the flowables of a block."""
        match block:
            case Heading():
                if block.level == 1 and self.design.chapters_on_new_page and not first:
                    yield PageBreak()
                text = f"{block.number} {block.text}".strip()
                yield self._name(self.print.set_text(text, f"heading{block.level}"), block)
            case Prose(kind="box"):
                text = self.print.set_sentences(block.sentences, "box")
                yield SideBox(text, BOX_WIDTH, self.width, taken)
            case Prose():
                yield self.print.set_sentences(block.sentences, block.kind, block.marker or None)
            case Caption():
                yield self._name(self.print.set_text(block.text, "caption"), block)
            case Table():
                yield from self._set_table(block)

    def _set_table(self, table: Table) -> Iterator[Flowable]:
        """Yield a table, on a page of its own where it stands on its side."""
        if table.landscape:
            yield NextPageTemplate("wide")
            yield PageBreak()
            yield self.print.set_table(table, A4[1] - 2 * MARGIN)
            yield NextPageTemplate("text")
            yield PageBreak()
        else:
            columns = self.design.columns
            yield self.print.set_table(table, (self.width - COLUMN_GAP * (columns - 1)) / columns)
            yield Spacer(1, self.design.size)

    def _name(self, flowable: Any, block: Heading | Caption) -> Flowable:  # noqa: ANN401
        flowable.named = block
        return flowable

    def _measure_notes(self, page: int) -> float:
        """Return the room that the notes of a page take."""
        texts = (self._set_note(number) for number in self.now.notes[page])
        return NOTE_GAP + sum(float(text.wrap(self.width, A4[1])[1]) for text in texts)

    def _set_note(self, number: int) -> Any:  # noqa: ANN401
        size = 0.6 * self.design.size
        mark = f'<super size="{size}" rise="{0.5 * size}">{number}</super> '
        note = self.print.set_text(self.notes[number].text, "note")
        return type(note)(mark + note.text, note.style)

    def draw_notes(self, canvas: Canvas, page: int) -> None:
        """Draw the notes that the page calls, above its foot."""
        if page not in self.now.notes:
            return
        up = BOTTOM + self.room[page] - NOTE_GAP
        canvas.line(MARGIN, up + 3, MARGIN + 120, up + 3)
        for number in self.now.notes[page]:
            text = self._set_note(number)
            up -= text.wrap(self.width, A4[1])[1]
            text.drawOn(canvas, MARGIN, up)

    def draw_running(self, canvas: Canvas, page: int, size: tuple[float, float]) -> None:
        """Draw the running lines of the page."""
        running = self.design.running
        head, foot = running.on_page(page, self.before.pages, self.chapter)
        canvas.setFont(self.print.plain, running.size)
        step = RUNNING_STEP * running.size
        rows = [(size[1] - RUNNING_HIGH - step * at, parts) for at, parts in enumerate(head)]
        rows += [(RUNNING_LOW - step * at, parts) for at, parts in enumerate(foot)]
        for up, (left, middle, right) in rows:
            canvas.drawString(MARGIN, up, left)
            canvas.drawCentredString(size[0] / 2, up, middle)
            canvas.drawRightString(size[0] - MARGIN, up, right)


class _Page(PageTemplate):  # type: ignore[misc]
    """A page with its columns, its notes and its running lines."""

    def __init__(
        self, typesetter: _Typesetter, name: str, size: tuple[float, float], columns: int
    ) -> None:
        self.typesetter, self.size, self.columns = typesetter, size, columns
        super().__init__(id=name, frames=self._make_frames(0.0), pagesize=size)

    def beforeDrawPage(self, canvas: Canvas, document: Any) -> None:  # noqa: ANN401, N802
        """Leave room for the notes of this page."""
        canvas.setNamedCB("note", partial(self._note, document))
        self.frames = self._make_frames(self.typesetter.room[document.page])

    def afterDrawPage(self, canvas: Canvas, document: Any) -> None:  # noqa: ANN401, N802
        """Draw the notes and the running lines."""
        self.typesetter.now.pages = document.page
        self.typesetter.draw_notes(canvas, document.page)
        self.typesetter.draw_running(canvas, document.page, self.size)

    def _note(self, document: Any, *drawn: Any) -> None:  # noqa: ANN401
        self.typesetter.now.notes[document.page].append(int(drawn[-1]))

    def _make_frames(self, room: float) -> list[Frame]:
        wide = self.size[0] > self.size[1]
        whole = self.size[0] - 2 * MARGIN if wide else self.typesetter.width
        width = (whole - COLUMN_GAP * (self.columns - 1)) / self.columns
        height = self.size[1] - TOP - BOTTOM - room
        lefts = [MARGIN + place * (width + COLUMN_GAP) for place in range(self.columns)]
        return [Frame(left, BOTTOM + room, width, height, 0, 0, 0, 0) for left in lefts]


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """Tells its typesetter on which page each title landed."""

    typesetter: _Typesetter

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Remember the page of a title, and the chapter that begins with it."""
        named = getattr(flowable, "named", None)
        if named is None:
            return
        self.typesetter.now.titles[named.plain] = self.page
        if isinstance(named, Heading) and named.level == 1:
            self.typesetter.chapter = named.plain
