"""Choose what of a span is shown, and how the parts stand apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from extractor.locators import SameReading
from extractor.models import INNER_KINDS, Block, BlockKind, Reading, Span
from extractor.presenting.typesetting import Writer

TELLING = re.compile(r"\s*\((?:https?://|[^\s()]+@|(?:niet )?aangevinkt\))")
"""How a mark begins that says something: the address of a link, or whether a box is ticked."""

RUNNING: frozenset[BlockKind] = frozenset({"paragraph", "list_item"})
"""Kinds of block that may run on over the foot of a page."""

MOST_COLUMNS = 63
"""Columns that Word allows in a table."""

SENTENCE_END = (".", "!", "?", ":", ";")


@dataclass(frozen=True)
class Presented:
    """A text as shown, with where each of its characters stands in the reading."""

    text: str
    sources: tuple[int, ...]
    span: Span

    def to_source(self, start: int, end: int) -> Span:
        """Return the span of the reading that the shown characters from start to end came from."""
        if not self.sources:
            return Span(start=self.span.start, end=self.span.start)
        if start >= end:
            place = self.sources[min(start, len(self.sources) - 1)]
            return Span(start=place, end=place)
        last = min(self.sources[end - 1] + 1, self.span.end)
        return Span(start=self.sources[start], end=last)


@dataclass(frozen=True)
class BlockIndex:
    """The blocks of a reading by where they start."""

    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]
    """How far the blocks up to and with each one reach."""

    def touch(self, span: Span) -> list[Block]:
        """Return the blocks that share characters with the span, by where they start."""
        first = bisect_right(self.reach, span.start)
        last = bisect_left(self.starts, span.end)
        return [block for block in self.blocks[first:last] if block.span.touches(span)]


@dataclass(frozen=True)
class Break:
    """A place from which text stands apart from what was shown before it."""

    place: int
    apart: str


def present(reading: Reading, span: Span) -> Presented:
    """Return the text of the span as shown, in the order in which it stands in the reading.

    Furniture and marks are shown when the span asks for nothing else, notes when it starts in one.
    """
    touched = index_blocks(SameReading(reading)).touch(span)
    in_note = any(block.kind == "footnote" and block.span.start <= span.start for block in touched)
    left_out: list[Span] = []
    shown: list[Block] = []
    for block in touched:
        if is_left_out(block, span, reading.text, in_note=in_note):
            left_out.append(block.span)
        else:
            shown.append(block)
    breaks = find_breaks(shown, reading.text)
    writer = Writer(reading.text, blank_lines=not shown)
    passed = 0
    for start, end in keep_rest(span, left_out):
        passed = write_stretch(writer, Span(start=start, end=end), breaks, passed)
    writer.finish()
    return Presented(text="".join(writer.shown), sources=tuple(writer.sources), span=span)


@lru_cache(maxsize=4)
def index_blocks(same: SameReading) -> BlockIndex:
    """Return the blocks of a reading by where they start; the last few readings are kept."""
    blocks = sorted(same.reading.blocks, key=lambda block: (block.span.start, -block.span.end))
    return BlockIndex(
        blocks=tuple(blocks),
        starts=tuple(block.span.start for block in blocks),
        reach=tuple(accumulate((block.span.end for block in blocks), max)),
    )


def is_left_out(block: Block, span: Span, text: str, *, in_note: bool) -> bool:
    """Return whether a block within reach of the span is not shown with it."""
    if block.span.holds(span):
        return False
    if block.kind == "footnote_mark":
        return TELLING.match(text, block.span.start, block.span.end) is None
    return block.kind in {"furniture", "hidden"} or (block.kind == "footnote" and not in_note)


def find_breaks(shown: Sequence[Block], text: str) -> list[Break]:
    """Return where shown text stands apart: at the ends of blocks, and between cells."""
    outer = [block for block in shown if block.kind not in INNER_KINDS]
    runs_on = [False, *(_runs_on(first, second, text) for first, second in pairwise(outer)), False]
    breaks = []
    for place, block in enumerate(outer):
        breaks.append(Break(block.span.start, " " if runs_on[place] else "\n"))
        breaks.append(Break(block.span.end, "" if runs_on[place + 1] else "\n"))
    breaks.extend(_break_cells(shown))
    return sorted(breaks, key=lambda found: found.place)


def _break_cells(shown: Sequence[Block]) -> Iterator[Break]:
    """Yield where cells begin: a tab for every column since the one before, empty ones too."""
    column = 0
    for block in shown:
        if block.kind == "row":
            column = 0
        elif block.kind == "cell":
            level = min(block.level or 1, MOST_COLUMNS)
            tabs = "\t" * max(level - column, 1) if column else "\n" + "\t" * (level - 1)
            yield Break(block.span.start, tabs)
            column = level


def keep_rest(span: Span, left_out: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the span outside what is left out; `left_out` is in order of start."""
    start = span.start
    for out in left_out:
        if out.start > start:
            yield start, min(out.start, span.end)
        start = max(start, out.end)
    if start < span.end:
        yield start, span.end


def write_stretch(writer: Writer, stretch: Span, breaks: Sequence[Break], passed: int) -> int:
    """Write a stretch of text, broken where it must be; return how many breaks were passed."""
    start = stretch.start
    while passed < len(breaks) and breaks[passed].place < stretch.end:
        writer.write(start, max(start, breaks[passed].place))
        writer.stand_apart(breaks[passed].apart)
        start = max(start, breaks[passed].place)
        passed += 1
    writer.write(start, stretch.end)
    return passed


def _runs_on(first: Block, second: Block, text: str) -> bool:
    """Return whether a sentence of the first block goes on in the second, on another page."""
    return (
        first.page != second.page
        and first.kind in RUNNING
        and second.kind == "paragraph"
        and not text[: first.span.end].endswith(SENTENCE_END)
        and text[second.span.start : second.span.start + 1].islower()
    )
