"""Find the blocks of a Markdown text: CommonMark says what a line is, its words say the rest.

A line of bold words is a heading here, a list item ends where a sentence starts at the margin,
and lines too long to have been broken by hand are paragraphs of their own: so people write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.text import lines as looks
from extractor.documents.text.apart import count_apart, count_code
from extractor.documents.text.blocks import BlockFinder
from extractor.documents.text.lines import TextLine
from extractor.documents.text.structure import outline_markdown
from extractor.models import Block

LARGEST_MARKDOWN = 2_000_000
"""Characters; going through the blocks takes 3 s for as many."""

COMMON_SIGN = re.compile(r"[ \t]*(?:[-*+]|\d)")
"""How an item begins that CommonMark knows as one."""

SENTENCE_ENDS = frozenset(".:!?")

KEY = re.compile(r"[A-ZÀ-Þ][\w ]{0,30}: ")
"""How a line begins that gives the value of something."""


class MarkdownFinder(BlockFinder):
    """Goes through the lines of a Markdown text and takes down its blocks."""

    def __init__(self, text: str, *, whole: bool = True) -> None:
        super().__init__(text, whole=whole)
        self.structure = outline_markdown(text)
        self._width = 0

    def _is_row(self, place: int) -> bool:
        """Return whether a line is a row of a table, or the line under its heads."""
        line, kind = self.lines[place].text, self.structure.kinds.get(place)
        if kind == "code" or "|" not in line:
            return False
        return kind in {"row", "delimiters"} or line.lstrip().startswith("|")

    def _count_apart(self, place: int) -> int:
        """Return how many lines from this one on are no part of the text itself; often none."""
        kind = self.structure.kinds.get(place)
        if kind == "code":
            return self.structure.begins.get(place, place + 1) - place
        # What CommonMark takes for HTML may hold code of its own.
        code = 0 if kind else count_code(self.lines, place)
        return code or count_apart(self.lines, place)

    def _begins_block(self, place: int) -> bool:
        """Return whether a line begins a block, however it looks."""
        after = self.structure.begins.get(place)
        if after is not None:
            widths = [len(line.text) for line in self.lines[place:after]]
            self._width = max(widths)
            self.wrapped = self._width <= looks.LONG
        return after is not None

    def _ends_paragraph(self, above: TextLine, line: TextLine) -> bool:
        """Return whether the line above ends a paragraph though no blank line follows it.

        It does at an item's end, and where the next word had room on it and a sentence ends there
        or a key with its value stands below.
        """
        ended = above.text.rstrip()[-1:]
        word, _, _ = line.text.lstrip().partition(" ")
        room = len(above.text) + 1 + len(word) <= self._width
        if ended == ";" or (room and (ended in SENTENCE_ENDS or KEY.match(line.text))):
            return True
        return super()._ends_paragraph(above, line)

    def _match_item(self, place: int) -> re.Match[str] | None:
        """Return the sign or the number of the list item that begins on a line, or none."""
        item = super()._match_item(place)
        known = place in self.structure.kinds and COMMON_SIGN.match(self.lines[place].text)
        return None if known and place not in self.structure.items else item


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text: of Markdown when a heading is marked as such."""
    marked = len(text) <= LARGEST_MARKDOWN and any(_find_headings(text))
    return (MarkdownFinder if marked else BlockFinder)(text).find()


def _find_headings(text: str) -> Iterator[bool]:
    """Yield for each line whether it is marked as a heading."""
    return (looks.HEADING.fullmatch(line.text) is not None for line in looks.cut_lines(text))
