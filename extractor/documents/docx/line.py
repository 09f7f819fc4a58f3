"""The line that a paragraph's runs show, with the notes and boxes that hang on it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lxml.etree import _Element

from extractor.documents.docx.fields import FieldStack
from extractor.documents.flow.line import LineWriter
from extractor.documents.flow.look import Look
from extractor.documents.flow.pages import PageCount


class NoteReference(NamedTuple):
    """A place in the text that refers to a note."""

    kind: Literal["footnote", "endnote"]
    note: str
    """The note's id in the file."""
    shown: str
    """The number or sign in the text."""


class RunLine(LineWriter):
    """Takes down what the runs of one paragraph show; fields hide their instructions."""

    def __init__(self, fields: FieldStack, look: Look, pages: PageCount) -> None:
        super().__init__(look, pages)
        self.fields = fields
        self.notes: list[NoteReference] = []
        self.boxes: list[_Element] = []
        self.in_contents = False

    @property
    def visible(self) -> bool:
        """Return whether Word shows what stands here."""
        return self.fields.shown and self.look.shows(on_white=self.on_white)

    def refer(self, note: NoteReference) -> None:
        """Show a reference to a note and remember the note."""
        self.write_mark(note.shown)
        self.notes.append(note)

    def hang(self, box: _Element) -> None:
        """Keep a text box for after the paragraph."""
        if self.visible:
            self.boxes.append(box)

    def write_in_field(self, text: str) -> None:
        """Add characters that stand in a field, and remember a field that makes contents."""
        self.write(text)
        shown = self.visible and text.strip() != ""
        self.in_contents = self.in_contents or (shown and self.fields.in_contents)
