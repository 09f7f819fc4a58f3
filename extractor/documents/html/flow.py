"""Cut the text of a page into paragraphs while it is read from front to back."""

from __future__ import annotations

from extractor.documents.flow.kinds import tell_kind
from extractor.documents.flow.look import PLAIN_LOOK
from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.parts import Paragraph, Part, Table, flatten, shift_marks
from extractor.documents.flow.white import CollapsingLine
from extractor.documents.html.places import Place
from extractor.models import BlockKind

NO_PAGES = PageCount()


class PageFlow:
    """The paragraphs and tables of a page, or of one of its cells."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.line = CollapsingLine(PLAIN_LOOK, NO_PAGES)
        self.number: str | None = None
        """The printed number of the list item that begins here, empty for a bullet."""
        self.linked = 0
        """How many characters of the open paragraph are links to places on the page itself."""

    def end_paragraph(self, place: Place) -> None:
        """End the paragraph that is open, if anything was written in it."""
        look, line = self.line.look, self.line.finish()
        self.line = CollapsingLine(look, NO_PAGES)
        linked, self.linked = self.linked, 0
        words = line.text.rstrip()
        if not words:
            return
        lead = f"{self.number} " if self.number else ""
        if linked and linked >= len(words.lstrip()) and not place.level and not place.apart:
            place = place._replace(apart="contents")
        kind, level = self.tell_kind(lead + words, place)
        marks = (mark._replace(end=min(mark.end, len(words))) for mark in line.marks)
        paragraph = Paragraph(
            kind=kind,
            text=lead + words,
            marks=shift_marks([mark for mark in marks if mark.start < mark.end], len(lead)),
            level=level,
            bold=line.bold and kind in {"paragraph", "list_item"},
        )
        self.parts.append(paragraph)
        self.number = None

    def tell_kind(self, text: str, place: Place) -> tuple[BlockKind, int | None]:
        """Return what the paragraph with this text is, and its depth when it is a heading."""
        if place.apart is not None and not (place.apart == "contents" and place.level):
            return place.apart, None
        return tell_kind(text, place.level, contents=False, listed=self.number is not None)

    def add_table(self, table: Table, place: Place) -> None:
        """Add a table; one outside the text is lines like any other there."""
        if place.apart is None:
            self.parts.append(table)
            return
        for paragraph in flatten([table]):
            if paragraph.text.strip():
                self.parts.append(paragraph._replace(kind=place.apart))
