"""The line of text that a paragraph's runs show, while it is written and when it is done."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lxml.etree import _Element

from extractor.documents.docx.fields import FieldStack
from extractor.documents.docx.look import Look
from extractor.documents.docx.pages import PageCount
from extractor.documents.flow.digits import raise_digits
from extractor.documents.flow.links import Link, write_addresses
from extractor.documents.flow.parts import Mark


class NoteReference(NamedTuple):
    """A place in the text that refers to a note."""

    kind: Literal["footnote", "endnote"]
    note: str
    """The note's id in the file."""
    shown: str
    """The number or sign in the text."""


class Line(NamedTuple):
    """What a paragraph's runs show."""

    text: str
    marks: tuple[Mark, ...]
    notes: tuple[NoteReference, ...]
    boxes: tuple[_Element, ...]
    bold: bool
    in_contents: bool
    hid: bool
    """Whether there was text that Word does not show."""
    page: int | None
    """The page on which its text begins."""


class LineWriter:
    """Takes down what the runs of one paragraph show, each stretch in its look."""

    def __init__(self, fields: FieldStack, look: Look, pages: PageCount) -> None:
        self.fields = fields
        self.look = look
        self.pages = pages
        self.length = 0
        self.hidden = False
        """Whether there was text that is formatted as hidden."""
        self._texts: list[str] = []
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._notes: list[NoteReference] = []
        self._boxes: list[_Element] = []
        self._bold = True
        self._in_contents = False
        self._hid = False
        self._page: int | None = None

    @property
    def visible(self) -> bool:
        """Return whether Word shows what stands here."""
        return self.fields.shown and not self.look.hidden

    def write(self, text: str) -> None:
        """Add characters, unless Word hides them here."""
        filled = text != "" and not text.isspace()
        if self.look.hidden or not self.fields.shown:
            self._hid = self._hid or filled
            self.hidden = self.hidden or (filled and bool(self.look.hidden))
            return
        if self.look.raised:
            text = raise_digits(text)
        if filled:
            self._pass_words()
        self._texts.append(text)
        self.length += len(text)

    def write_mark(self, shown: str) -> None:
        """Add a note's number or sign as a mark: plain digits, and no word of the text."""
        look, bold, start = self.look, self._bold, self.length
        self.look = Look(hidden=look.hidden)
        self.write(shown)
        self.look, self._bold = look, bold
        self.mark("footnote_mark", start)

    def mark(self, kind: Literal["footnote_mark", "instruction"], start: int) -> None:
        """Make what was written since this position an inner block."""
        if self.length > start:
            self._marks.append(Mark(kind=kind, start=start, end=self.length))

    def refer(self, note: NoteReference) -> None:
        """Show a reference to a note and remember the note."""
        self.write_mark(note.shown)
        self._notes.append(note)

    def link(self, start: int, address: str) -> None:
        """Remember where the words written since this position go."""
        self._links.append(Link(start=start, end=self.length, address=address))

    def hang(self, box: _Element) -> None:
        """Keep a text box for after the paragraph."""
        if self.visible:
            self._boxes.append(box)

    def finish(self) -> Line:
        """Return the line, the addresses of its links behind their words."""
        text, marks = "".join(self._texts), tuple(self._marks)
        if self._links:
            text, marks = write_addresses(text, marks, self._links)
        elif len(marks) > 1:
            marks = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
        return Line(
            text=text,
            marks=marks,
            notes=tuple(self._notes),
            boxes=tuple(self._boxes),
            bold=self._bold and bool(text.strip()),
            in_contents=self._in_contents,
            hid=self._hid,
            page=self._page or self.pages.number,
        )

    def _pass_words(self) -> None:
        """Take down what the words of a paragraph say about all of it."""
        self._bold = self._bold and bool(self.look.bold)
        self._in_contents = self._in_contents or self.fields.in_contents
        self._page = self._page or self.pages.number
        self.pages.pass_content()
