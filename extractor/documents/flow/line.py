"""The line of text that a paragraph shows, while it is written and when it is done."""

from __future__ import annotations

from typing import Literal, NamedTuple

from extractor.documents.flow.additions import add_words
from extractor.documents.flow.boxes import SIGN, list_states
from extractor.documents.flow.digits import raise_digits
from extractor.documents.flow.links import Link, list_addresses
from extractor.documents.flow.look import Look
from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.parts import Mark


class Line(NamedTuple):
    """What a paragraph shows."""

    text: str
    marks: tuple[Mark, ...]
    bold: bool
    """Whether all its words are bold."""
    hid: bool
    """Whether there was text that is not shown."""
    page: int | None
    """The page on which its text begins."""


class LineWriter:
    """Takes down what one paragraph shows, each stretch in its look."""

    def __init__(self, look: Look, pages: PageCount) -> None:
        self.look = look
        self.pages = pages
        self.on_white = True
        """Whether the paragraph stands on white paper, and not in a cell, a box or on a colour."""
        self.length = 0
        self.hidden = False
        """Whether there was text that is formatted so that nobody sees it."""
        self._texts: list[str] = []
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._bold = True
        self._hid = False
        self._page: int | None = None

    @property
    def visible(self) -> bool:
        """Return whether what stands here is shown."""
        return self.look.shows(on_white=self.on_white)

    def write(self, text: str) -> None:
        """Add characters, unless they are hidden here."""
        filled = text != "" and not text.isspace()
        if not self.visible:
            self._hid = self._hid or filled
            self.hidden = self.hidden or (filled and not self.look.shows(on_white=self.on_white))
            return
        if self.look.raised:
            text = raise_digits(text)
        if filled:
            self._bold = self._bold and bool(self.look.bold)
            self._page = self._page or self.pages.number
            self.pages.pass_content()
        self._texts.append(text)
        self.length += len(text)

    def write_mark(self, shown: str) -> None:
        """Add a note's number or sign as a mark: plain digits, and no word of the text."""
        look, bold, start = self.look, self._bold, self.length
        self.look = look._replace(bold=None, raised=None)
        self.write(shown)
        self.look, self._bold = look, bold
        self.mark("footnote_mark", start)

    def mark(self, kind: Literal["footnote_mark", "instruction"], start: int) -> None:
        """Make what was written since this position an inner block."""
        if self.length > start:
            self._marks.append(Mark(kind=kind, start=start, end=self.length))

    def link(self, start: int, address: str) -> None:
        """Remember where the words written since this position go."""
        self._links.append(Link(start=start, end=self.length, address=address))

    def finish(self) -> Line:
        """Return the line, addresses behind the words of links and states behind boxes."""
        text, marks = "".join(self._texts), tuple(self._marks)
        # Most lines hold neither, and this runs for each of them.
        if self._links or SIGN.search(text):
            additions = [*list_states(text), *list_addresses(text, self._links)]
            text, marks = add_words(text, marks, additions)
        elif len(marks) > 1:
            marks = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
        return Line(
            text=text,
            marks=marks,
            bold=self._bold and bool(text.strip()),
            hid=self._hid,
            page=self._page or self.pages.number,
        )
