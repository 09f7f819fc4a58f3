"""Undo what typesetting does to a text: lines broken, words broken, characters nobody sees."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNSEEN = "\x00-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ufdd0-\ufdef"
"""Control characters, noncharacters, and characters without width, as a regex class."""

TOKEN = re.compile(
    r"(?P<joint>\ufffe\s*|\xad[ \t]*[\r\n\f]\s*|(?<=[^\W\d_])-[ \t]*[\r\n\f]\s*(?=[^\W\d_]|\Z))"
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


@dataclass(frozen=True, slots=True)
class Joint:
    """A hyphen at a line end, of which the next word shown decides what it was."""

    place: int
    soft: bool
    apart: str
    """The white space before it."""


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
        self._joint: Joint | None = None

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

    def finish(self) -> None:
        """Show a hyphen that nothing came behind, unless it broke a word."""
        if self._joint:
            self._settle(self._joint, len(self.text))

    def _join(self, token: re.Match[str]) -> None:
        """Wait with a hyphen at a line end for the next word that is shown."""
        self.finish()
        self._joint = Joint(token.start(), token[0].startswith("\xad"), self._apart)
        self._apart, self._joined = "", True

    def _settle(self, joint: Joint, following: int) -> None:
        """Join the halves of a word; keep a hyphen that belongs to the word itself.

        Where the next word stands in another block the word was only begun.
        """
        apart, self._apart = self._apart, joint.apart
        self._joint, self._joined = None, False
        window = max(0, joint.place - FRAGMENT_WINDOW)
        fragment = FRAGMENT.search(self.text, window, joint.place)
        hanging = HANGING.match(self.text, following) is not None
        numbered = self.text[following : following + 1].isnumeric()
        halves = fragment is not None and fragment[0][1:].islower() and not numbered
        if not joint.soft and (hanging or not halves or apart[:1] in {"\n", "\t"}):
            self._show(joint.place, joint.place + 1, "-")
            self.stand_apart(" " if hanging else "")
        self.stand_apart(apart)

    def _show(self, start: int, end: int, shown: str | None = None) -> None:
        """Show these characters, or another in place of one of them."""
        if self._joint:
            self._settle(self._joint, start)
        if self._apart and self.sources:
            self.shown.append(self._apart)
            self.sources.extend([self.sources[-1] + 1] * len(self._apart))
        self.shown.append(self.text[start:end] if shown is None else shown)
        self.sources.extend(range(start, end))
        self._apart, self._joined = "", False

    def _parts_paragraphs(self, white: str) -> bool:
        """Return whether white space holds a blank line that parts paragraphs here."""
        return self.blank_lines and white.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1
