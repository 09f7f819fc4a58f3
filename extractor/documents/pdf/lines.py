"""Turn the words of a page into lines as the eye sees them, whatever the text breaks say.

A tab or the space between two cells ends a line too, so that a line never holds two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractor.documents.pdf.numbering import is_marker

WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
"""A word, with the hyphen pdfium shows as U+FFFE, where the line ends."""

SAME_BASELINE = 0.12
"""Part of the font size that two words of one line may differ in height."""

RAISED_BY = 0.7
"""Part of the font size that a raised or lowered number may stand off its line."""

SMALLER = 0.85
"""At most this part of the size of the words around it makes a word a raised number."""

WIDE_GAP, SURE_GAP = 1.4, 3.0
"""In font sizes: the first parts columns where the other gaps are small, the second always."""

GAP_RATIO = 2.5
"""A gap between columns is this many times the common gap of its line."""

MARKER_GAP = 4.0
"""In font sizes: how far text may stand from the bullet or number before it."""

OVERLAP, RAISED_GAP = 0.6, 2.0
"""In font sizes: how far a word may reach back, and stand off when one of the two is raised."""

FEW_GAPS = 3
"""Up to this many gaps in a line show no common one."""


class Word(NamedTuple):
    """A word with its place in points from the left top corner of the page as shown."""

    start: int
    end: int
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    mark: int
    """Where a raised number at its end begins, -1 when there is none."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other on one page, as a piece of the reading's text."""

    text: str
    page: int
    words: tuple[Word, ...]
    baseline: float
    size: float
    bold: bool
    noted: bool
    """Whether it begins with a raised number, as a footnote does."""

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.words[-1].right


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page says, before its lines are found."""

    number: int
    start: int
    """Where its text starts in the reading's."""
    text: str
    words: tuple[Word, ...]
    width: float
    height: float
    pictured: bool = False
    """Whether a picture fills much of a page with little text."""

    @property
    def end(self) -> int:
        """Where its text ends in the reading's."""
        return self.start + len(self.text)

    def slice(self, start: int, end: int) -> str:
        """Return the characters between two offsets of the reading's text."""
        return self.text[start - self.start : end - self.start]


def build_lines(page: PageText) -> list[Line]:
    """Return the lines the words make, in the order of the text."""
    return [
        _make_line(page, piece)
        for row in _gather_rows(page.words)
        for piece in _part_columns(page, row)
    ]


def _gather_rows(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield runs of words that go on to the right on one baseline."""
    row: list[Word] = []
    anchor: Word | None = None
    for word in words:
        if anchor is not None and _goes_on(anchor, row[-1], word):
            row.append(word)
            anchor = word if word.size * SMALLER >= anchor.size else anchor
            continue
        if row:
            yield row
        row, anchor = [word], word
    if row:
        yield row


def _goes_on(anchor: Word, last: Word, word: Word) -> bool:
    """Return whether the word stands on the line of the anchor, right of the last word."""
    size = max(anchor.size, word.size)
    gap = word.left - last.right
    if gap < -OVERLAP * size:
        return False
    lower = word.baseline - anchor.baseline
    if abs(lower) <= SAME_BASELINE * size:
        return True
    differs = min(anchor.size, word.size) <= SMALLER * size
    return differs and abs(lower) <= RAISED_BY * size and gap <= RAISED_GAP * size


def _part_columns(page: PageText, row: list[Word]) -> Iterator[list[Word]]:
    """Yield the parts of a row between gaps that are too wide for a space."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    common = median(gaps) if len(gaps) > FEW_GAPS else 0.0
    begin = 0
    for place, gap in enumerate(gaps, start=1):
        size = row[place].size
        if gap < WIDE_GAP * size or (gap < SURE_GAP * size and gap < GAP_RATIO * common):
            continue
        lead = page.slice(row[begin].start, row[place - 1].end)
        leads = is_marker(lead) and (begin == 0 or not lead.isdigit())
        if leads and gap < MARKER_GAP * size:
            continue
        yield row[begin:place]
        begin = place
    yield row[begin:]


def _make_line(page: PageText, words: list[Word]) -> Line:
    """Return the line of these words, sized and placed by its longest word."""
    main = max(words, key=lambda word: (word.end - word.start, word.size))
    first = words[0]
    begin = page.slice(first.start, first.end)
    told = words[1:] if len(words) > 1 and is_marker(begin) else words
    return Line(
        text=page.slice(first.start, words[-1].end),
        page=page.number,
        words=tuple(words),
        baseline=main.baseline,
        size=main.size,
        bold=all(word.bold for word in told),
        noted=begin[0].isdigit() and first.size <= SMALLER * main.size,
    )
