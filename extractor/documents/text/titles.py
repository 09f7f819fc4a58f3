"""Find the headings of a text: marked as such, bold, numbered, or in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.documents.text import lines as looks
from extractor.documents.text.lines import TextLine, shape_number
from extractor.documents.text.markup import make_mark
from extractor.models import Block

FEWEST_CAPITALS = 4
"""Letters of a line in capitals that is a heading and not an abbreviation."""


@dataclass(frozen=True)
class Title:
    """A heading on a line: its depth from 1, and the signs that say it is one."""

    level: int
    signs: tuple[Block, ...] = ()


class TitleFinder:
    """Knows the headings of one text while its lines are read from first to last."""

    def __init__(self, lines: Sequence[TextLine], *, whole: bool = True) -> None:
        self.lines = lines
        self._level = 0
        self._plain = whole and not any(looks.HEADING.fullmatch(line.text) for line in lines)
        """Whether no heading is marked, so that numbers and capitals make headings."""
        self._lettered = False

    def is_marked(self, line: TextLine) -> bool:
        """Return whether a line is marked as a heading, so that it ends an open paragraph."""
        return looks.HEADING.fullmatch(line.text) is not None

    def enter(self, level: int) -> int:
        """Remember the level of a heading that others may lie below, and return it."""
        self._level = level
        return level

    def find(self, place: int) -> Title | None:
        """Return the heading on a line that no paragraph goes on in, or none."""
        line = self.lines[place]
        marked = looks.HEADING.fullmatch(line.text)
        if marked:
            level = self.enter(len(marked["signs"]))
            return Title(level=level, signs=tuple(_find_signs(line, marked)))
        if looks.BOLD_LINE.fullmatch(line.text):
            return Title(level=self._level + 1)
        if self._plain and (self._is_numbered(place) or self._is_capitals(place)):
            return Title(level=self.enter(self._find_level(line)))
        return None

    def _find_level(self, line: TextLine) -> int:
        """Return the depth of a heading by its number; letters stand above numbers."""
        shape = shape_number(line.text)
        self._lettered = self._lettered or shape == "A"
        return shape.count("1") + self._lettered if "1" in shape else 1

    def _is_numbered(self, place: int) -> bool:
        """Return whether a line is a numbered title and not one of a numbered list."""
        line = self.lines[place].text
        if looks.NUMBERED_TITLE.fullmatch(line) is None:
            return False
        following = (other.text for other in self.lines[place + 1 : place + 4] if not other.blank)
        return shape_number(next(following, "")) != shape_number(line)

    def _is_capitals(self, place: int) -> bool:
        """Return whether a line below a blank one is in capitals."""
        line = self.lines[place].text.strip()
        letters = sum(character.isalpha() for character in line)
        return (
            (place == 0 or self.lines[place - 1].blank)
            and letters >= FEWEST_CAPITALS
            and looks.CAPITALS.fullmatch(line) is not None
        )


def _find_signs(line: TextLine, marked: re.Match[str]) -> Iterator[Block]:
    """Yield the number signs before the words of a heading, and those behind them."""
    words = marked["title"].rstrip()
    start = line.start + marked.start("title")
    yield make_mark(line.start + marked.start("signs"), start)
    if words.endswith("#"):
        yield make_mark(start + len(words.rstrip("#").rstrip()), start + len(words))
