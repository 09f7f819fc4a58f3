"""Undo what typesetting does to a text: lines broken, words broken, characters nobody sees."""

from __future__ import annotations

import re

UNSEEN = "\x00-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ufdd0-\ufdef"
"""Control characters, noncharacters, and characters without width, as a regex class."""

TOKEN = re.compile(
    r"(?P<joint>\ufffe\s*|\xad[ \t]*[\r\n]\s*|(?<=[^\W\d_])-[ \t]*[\r\n]\s*(?=[^\W\d_]))"
    r"|(?P<white>\s+)"
    rf"|(?P<unseen>[{UNSEEN}]+)"
    rf"|(?P<word>-|[^\s{UNSEEN}-]+)"
)
"""A hyphen at a line end, white space, characters nobody sees, and all others."""

FRAGMENT = re.compile(r"[^\W\d_]{2,40}\Z")
"""The letters just before a hyphen, when they may be the first half of a word."""

FRAGMENT_WINDOW = 40
"""Characters looked back for it."""

HANGING = re.compile(r"(?:en|of|and|or)\b")
"""Words before which a hyphen stands for the rest of a compound: risico- en gevolgen."""

STRENGTH = {"": 0, " ": 1, "\t": 2, "\n": 3}
"""Of several kinds of white space in one place the strongest is shown, by how it begins."""


class Writer:
    """Takes down shown characters with where each came from, front to back."""

    def __init__(self, text: str, *, blank_lines: bool) -> None:
        self.text = text
        self.blank_lines = blank_lines
        """Whether a blank line parts paragraphs: nothing else does in a text without blocks."""
        self.shown: list[str] = []
        self.sources: list[int] = []
        self._apart = ""
        self._joined = False

    def stand_apart(self, white: str) -> None:
        """Let what follows stand apart by at least this white space."""
        if self._joined and white == " ":
            return
        self._apart = max(self._apart, white, key=lambda each: (STRENGTH[each[:1]], len(each)))

    def write(self, start: int, end: int) -> None:
        """Show the characters in this range of the text."""
        for token in TOKEN.finditer(self.text, start, end):
            if token.lastgroup == "word":
                self._show(token.start(), token.end())
            elif token.lastgroup == "white":
                self.stand_apart("\n" if self._parts_paragraphs(token[0]) else " ")
            elif token.lastgroup == "joint":
                self._join(token)

    def _join(self, token: re.Match[str]) -> None:
        """Join the halves of a word; keep a hyphen that belongs to the word itself."""
        place = token.start()
        window = max(0, place - FRAGMENT_WINDOW)
        fragment = FRAGMENT.search(self.text, window, place)
        hanging = HANGING.match(self.text, token.end()) is not None
        soft = token[0].startswith("\xad")
        numbered = self.text[token.end() : token.end() + 1].isnumeric()
        halves = fragment is not None and fragment[0][1:].islower() and not numbered
        if not soft and (hanging or not halves):
            self._show(place, place + 1, "-")
        if hanging and not soft:
            self.stand_apart(" ")
        else:
            self._joined = True

    def _show(self, start: int, end: int, shown: str | None = None) -> None:
        """Show these characters, or another in place of one of them."""
        if self._apart and self.sources:
            self.shown.append(self._apart)
            self.sources.extend([self.sources[-1] + 1] * len(self._apart))
        self.shown.append(self.text[start:end] if shown is None else shown)
        self.sources.extend(range(start, end))
        self._apart, self._joined = "", False

    def _parts_paragraphs(self, white: str) -> bool:
        """Return whether white space holds a blank line that parts paragraphs here."""
        return self.blank_lines and white.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1
