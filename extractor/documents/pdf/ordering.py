"""Put blocks in the order in which a person reads them.

That is the order of the text, but for what was filled in on a form: it is the end of its page's
text, and is read where it stands, behind the question it answers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from extractor.documents.pdf.layout import Layout, Sheet
from extractor.documents.pdf.lines import Line
from extractor.models import INNER_KINDS, Block

SAME_ROW = 0.8
"""In font sizes: how much lower than a value its question may stand beside it."""


def order_blocks(layout: Layout, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks in reading order, those that lie inside another right after it."""
    ordered = sorted(blocks, key=_by_place)
    sheets = {sheet.number: sheet for sheet in layout.sheets if sheet.own_end < sheet.end}
    if not sheets:
        return tuple(ordered)
    starts = [line.start for line in layout.lines]
    read_at: list[int] = []
    for block in ordered:
        start, sheet = block.span.start, sheets.get(block.page or 0)
        if block.kind in INNER_KINDS and read_at:
            start = read_at[-1]
        elif sheet is not None and start >= sheet.own_end:
            line = layout.lines[bisect_right(starts, start) - 1]
            start = _find_question(layout, sheet, line)
        read_at.append(start)
    places = sorted(range(len(ordered)), key=read_at.__getitem__)
    return tuple(ordered[place] for place in places)


def _by_place(block: Block) -> tuple[int, bool, int]:
    """Sort by start, then outer before inner, then longest first."""
    return block.span.start, block.kind in INNER_KINDS, -block.span.end


def _find_question(layout: Layout, sheet: Sheet, value: Line) -> int:
    """Return where the lowest line starts in the text that stands above or beside a value."""
    lines = (layout.lines[place] for place in sheet.places)
    above = (
        (line.baseline, line.left, line.start)
        for line in lines
        if line.end <= sheet.own_end
        and line.left <= value.left
        and line.baseline <= value.baseline + SAME_ROW * value.size
    )
    return max(above, default=(0.0, 0.0, sheet.start))[-1]
