"""Turn the words of a page into lines as the eye sees them, whatever the text breaks say.

A tab or the space between two cells ends a line too, so that a line never holds two columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractor.documents.pdf.numbering import is_marker
from extractor.documents.pdf.words import SMALLER, Word

SAME_BASELINE = 0.12
"""Part of the font size that two words of one line may differ in height."""

RAISED_BY = 0.7
"""Part of the font size that a raised or lowered number may stand off its line."""

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


class Line(NamedTuple):
    """Words beside each other on one page, as a piece of the reading's text."""

    text: str
    page: int
    words: tuple[Word, ...]
    start: int
    """Where it starts in the text."""
    end: int
    """Where it ends in the text."""
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    noted: bool
    """Whether it begins with a raised number, as a footnote does."""
    hidden: bool
    """Whether nobody sees it on the page."""


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
    own: int | None = None
    """How many characters its text has without what was filled in on it."""
    remarks: int = 0
    """How many remarks hang on the page."""

    @property
    def end(self) -> int:
        """Where its text ends in the reading's."""
        return self.start + len(self.text)

    def slice(self, start: int, end: int) -> str:
        """Return the characters between two offsets of the reading's text."""
        return self.text[start - self.start : end - self.start]


def build_lines(page: PageText) -> list[Line]:
    """Return the lines the words make, in the order of the text."""
    lines: list[Line] = []
    for row, gapped in _gather_rows(page.words):
        pieces = _part_columns(page, row) if gapped else (row,)
        lines.extend(_make_line(page, piece) for piece in pieces)
    return lines


def _gather_rows(words: Sequence[Word]) -> Iterator[tuple[list[Word], bool]]:
    """Yield runs of words that go on to the right on one baseline, and whether any gap is wide."""
    if not words:
        return
    row: list[Word] = []
    anchor = last = words[0]
    gapped = False
    for word in words:
        if row:
            size = word.size
            if size != anchor.size:
                size = max(size, anchor.size)
            gap = word.left - last.right
            lower = abs(word.baseline - anchor.baseline)
            level = lower <= SAME_BASELINE * size or _is_raised(anchor, word, gap, lower)
            if level and word.hidden == last.hidden and gap >= -OVERLAP * size:
                row.append(word)
                gapped = gapped or gap >= WIDE_GAP * word.size
                if word.size * SMALLER >= anchor.size:
                    anchor = word
                last = word
                continue
            yield row, gapped
        row, anchor, last, gapped = [word], word, word, False
    yield row, gapped


def _is_raised(anchor: Word, word: Word, gap: float, lower: float) -> bool:
    """Return whether one of the two is a raised or lowered number beside the other."""
    size, smaller = max(anchor.size, word.size), min(anchor.size, word.size)
    return smaller <= SMALLER * size and lower <= RAISED_BY * size and gap <= RAISED_GAP * size


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
    first, last, main = words[0], words[-1], words[0]
    longest = main.end - main.start
    for word in words:
        length = word.end - word.start
        if length > longest or (length == longest and word.size > main.size):
            main, longest = word, length
    outside = last.right <= 0 or first.left >= page.width
    beyond = main.baseline <= 0 or main.baseline - main.size >= page.height
    begin = page.slice(first.start, first.end)
    told = words[1:] if last.bold and len(words) > 1 and is_marker(begin) else words
    return Line(
        text=page.slice(first.start, last.end),
        page=page.number,
        words=tuple(words),
        start=first.start,
        end=last.end,
        left=first.left,
        right=last.right,
        baseline=main.baseline,
        size=main.size,
        bold=last.bold and all(word.bold for word in told),
        noted=begin[0].isdigit() and first.size <= SMALLER * main.size,
        hidden=first.hidden or outside or beyond,
    )
