"""Write text whose white space counts once, as OpenDocument and web pages have it."""

from __future__ import annotations

import re

from extractor.documents.flow.line import LineWriter
from extractor.documents.flow.look import Look
from extractor.documents.flow.pages import PageCount

WHITE = re.compile(r"[ \t\r\n\f]+")
"""White space that the file may be laid out with; a space that may not break is none of it."""


class CollapsingLine(LineWriter):
    """Takes down text in which a run of white space is one space, and none begins a line."""

    def __init__(self, look: Look, pages: PageCount) -> None:
        super().__init__(look, pages)
        self._ended = False
        self._spaced = True
        """Whether what was written last makes further white space count for nothing."""

    @property
    def ended(self) -> bool:
        """Return whether the end of a line was written last, with no more than a space after it."""
        return self._ended

    def write_collapsed(self, text: str) -> None:
        """Add characters of the file."""
        text = WHITE.sub(" ", text)
        if self._spaced:
            text = text.removeprefix(" ")
        if text and self.visible:
            self._spaced = text.endswith(" ")
            self._ended = self._ended and text == " "
        self.write(text)

    def write_kept(self, text: str) -> None:
        """Add characters that have an element of their own, such as a tab or the end of a line."""
        if self.visible:
            self._spaced = self._ended = text.endswith("\n")
        self.write(text)

    def write_mark(self, shown: str) -> None:
        """Add a note's number or sign as a mark; white space behind it counts."""
        super().write_mark(shown)
        if shown and self.visible:
            self._spaced = self._ended = False
