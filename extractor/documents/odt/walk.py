"""Walk through a story of an OpenDocument text: paragraphs and tables in document order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from extractor.documents.flow.kinds import tell_kind
from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.parts import Paragraph, Part, Table, flatten, shift_marks
from extractor.documents.odt.names import qualify, read, read_count
from extractor.documents.odt.numbering import DEEPEST, ListCount, Numbering
from extractor.documents.odt.rows import RowReader, Seen
from extractor.documents.odt.runs import Note, OdtLine, RunReader, Shown
from extractor.documents.odt.styles import Style, Styles

PARAGRAPH, HEADING = qualify("text:p"), qualify("text:h")
LIST, ITEM, TABLE = qualify("text:list"), qualify("text:list-item"), qualify("table:table")
SECTION, PAGE_BREAK = qualify("text:section"), qualify("text:soft-page-break")

INDEXES = frozenset(
    qualify(f"text:{name}")
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
"""What repeats the document's own words with page numbers."""

SKIPPED = frozenset(
    qualify(name)
    for name in (
        "text:tracked-changes",
        "text:table-of-content-source",
        "text:illustration-index-source",
        "text:table-index-source",
        "text:object-index-source",
        "text:user-index-source",
        "text:alphabetical-index-source",
        "text:bibliography-source",
        "office:forms",
        "office:annotation",
        "svg:title",
        "svg:desc",
    )
)
"""Deleted text, how an index is made, comments, and what a picture is called."""


@dataclass(frozen=True)
class Book:
    """What the stories of one document share while they are read from front to back."""

    numbering: Numbering
    shown: Shown
    seen: Seen = field(default_factory=Seen)


class Story:
    """Reads one story: the body, a header, a text box or a note."""

    def __init__(self, book: Book, styles: Styles, pages: PageCount, own_number: str = "") -> None:
        self.book = book
        self.styles = styles
        self.pages = pages
        self.own_number = own_number
        """Of a note whose first paragraph is still to come."""
        self.grounds = 0
        """How many cells or boxes what is read stands in: not on white paper."""
        self.rows = RowReader(self.walk_cell, pages, book.seen)

    def walk(self, container: Iterable[_Element], *, contents: bool = False) -> Iterator[Part]:
        """Yield the paragraphs and tables; `contents` says they are lines of an index."""
        for child in container:
            tag = child.tag
            if tag in {PARAGRAPH, HEADING}:
                yield from self.read_paragraph(child, contents=contents)
            elif tag == LIST:
                yield from self.read_list(child, 1, None)
            elif tag == TABLE:
                yield Table(rows=tuple(self.rows.read_rows(child)))
            elif tag == PAGE_BREAK:
                self.pages.lay_break()
            elif tag == SECTION and self.is_hidden(child):
                self.book.seen.hidden = True
            elif tag not in SKIPPED:
                yield from self.walk(child, contents=contents or tag in INDEXES)

    def walk_cell(self, cell: Iterable[_Element]) -> tuple[Part, ...]:
        """Return what stands in a cell, which may have a colour of its own."""
        self.grounds += 1
        parts = tuple(self.walk(cell))
        self.grounds -= 1
        return parts

    def read_list(self, element: _Element, depth: int, outer: ListCount | None) -> Iterator[Part]:
        """Yield the items of a list at this depth, lists in items too."""
        counted = self.open_list(element, outer)
        for item in element:
            number = None
            if item.tag == ITEM and len(item) and item[0].tag in {PARAGRAPH, HEADING}:
                start = read(item, "text:start-value")
                number = self.book.numbering.number_item(counted, depth, start)
            for child in item:
                if child.tag == LIST:
                    yield from self.read_list(child, min(depth + 1, DEEPEST), counted)
                elif child.tag in {PARAGRAPH, HEADING}:
                    yield from self.read_paragraph(child, number)
                    number = None
                else:
                    yield from self.walk([child])

    def open_list(self, element: _Element, outer: ListCount | None) -> ListCount:
        """Return the count of a list; one without a style of its own is part of the outer one."""
        style = read(element, "text:style-name")
        if outer is not None and style in {"", outer.style}:
            return outer
        if not style:
            first = next(element.iter(PARAGRAPH, HEADING), None)
            named = self.styles.find("paragraph", read(first, "text:style-name"))
            style = named.list_style or ""
        return self.book.numbering.open_list(element, style)

    def read_paragraph(
        self, element: _Element, number: str | None = None, *, contents: bool = False
    ) -> tuple[Part, ...]:
        """Return a paragraph, or what hangs on it where it shows nothing itself.

        `number` is that of the list item it begins, empty for a bullet; none outside lists.
        """
        style = self.styles.find("paragraph", read(element, "text:style-name"))
        if style.opens_page:
            self.pages.lay_break()
        writer = OdtLine(style.look, self.pages)
        writer.on_white = not (self.grounds or style.shaded)
        line = RunReader(self.styles, self.book.shown, writer, style.font).read_paragraph(
            element, self.own_number
        )
        self.own_number = ""
        self.book.seen.hidden = self.book.seen.hidden or writer.hidden
        level = find_level(element, style)
        if level is not None and not number and line.text.strip():
            number = self.number_heading(element, level)
        boxes = tuple([part for box in writer.boxes for part in self.read_box(box)])
        if not line.text.strip():
            return boxes
        lead = f"{number} " if number else ""
        kind, level = tell_kind(
            lead + line.text, level, contents=contents or style.contents, listed=style.listed
        )
        if kind == "paragraph" and number is not None:
            kind = "list_item"
        paragraph = Paragraph(
            kind=kind,
            text=lead + line.text,
            marks=shift_marks(line.marks, len(lead)),
            level=level,
            bold=line.bold and kind in {"paragraph", "list_item"},
            notes=tuple([each for note in writer.notes for each in self.read_note(note)]),
            boxes=boxes,
            page=line.page,
        )
        return (paragraph,)

    def number_heading(self, element: _Element, level: int) -> str | None:
        """Return the number of a heading that stands in no list, or none when it has none."""
        if read(element, "text:is-list-header") == "true":
            return None
        anew = read(element, "text:restart-numbering") == "true"
        start = read(element, "text:start-value") if anew else ""
        return self.book.numbering.number_heading(level, start) or None

    def read_note(self, note: Note) -> Iterator[Paragraph]:
        """Yield the paragraphs of a note, its number in front."""
        story = Story(self.book, self.styles, self.pages.stand_still(), note.shown)
        yield from flatten(story.walk(note.body))

    def read_box(self, element: _Element) -> Iterator[Part]:
        """Yield what stands in a text box, a frame or a shape."""
        story = Story(self.book, self.styles, self.pages.stand_still())
        story.grounds += 1
        yield from story.walk(element)

    def is_hidden(self, section: _Element) -> bool:
        """Return whether a section is not shown."""
        style = self.styles.find("section", read(section, "text:style-name"))
        never = read(section, "text:display") == "none"
        return never or style.hidden or read(section, "text:is-hidden") == "true"


def find_level(element: _Element, style: Style) -> int | None:
    """Return a paragraph's depth as a heading, from 1, or none for other text."""
    if element.tag == HEADING:
        return read_count(element, "text:outline-level", DEEPEST)
    return 1 if style.title else None
