"""Say how one line goes on in the next: what ends, what stays open, what would have fitted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.lines import Line

CLOSED = re.compile(r"[.!?:;…][)\]”\"'’»]*$")

SPACE = 0.3
"""Part of the font size that a space is wide."""

SPARE = 0.2
"""Part of the line that stays empty where the next word had room for sure."""

NARROW = 0.7
"""Lines that together stay below this part of their column do not show where lines must end."""

SAME_COLUMN = 25.0
"""Points that left edges in one column of text differ, by indents and bullets."""


def is_open(line: Line) -> bool:
    """Return whether the line breaks off in the middle of a sentence, for all its text says."""
    mark = line.words[-1].mark
    text = line.text if mark < 0 else line.text[: mark - line.start]
    return CLOSED.search(text) is None


def starts_small(line: Line) -> bool:
    """Return whether the line begins in a small letter, as the rest of a sentence does."""
    letters = line.text.lstrip("(‘’“\"'[")
    return letters[:1].islower()


def fits(line: Line, following: Line, limit: float) -> bool:
    """Return whether the next word had room on the line, so that its end was intended.

    A line that breaks off in a sentence must leave more room before that is believed.
    """
    first = following.words[0]
    spare = SPARE * (limit - line.left) if is_open(line) else 0.0
    return line.right + SPACE * line.size + first.right - first.left < limit - spare


def find_limits(layout: Layout, places: Sequence[int]) -> dict[int, float]:
    """Return how far to the right each of these lines could have gone: up to its neighbours."""
    columns = _find_column_edges(layout, places)
    limits: dict[int, float] = {}
    run: list[int] = []
    for place in places:
        if run and not layout.steps_down(layout.lines[run[-1]], layout.lines[place]):
            limits.update(_limit_run(layout, run, columns))
            run = []
        run.append(place)
    return limits | dict(_limit_run(layout, run, columns))


def _limit_run(
    layout: Layout, run: Sequence[int], columns: dict[int, float]
) -> Iterator[tuple[int, float]]:
    """Yield the limits of lines below each other: the longest if they wrap, else their column."""
    lines = [layout.lines[place] for place in run]
    wraps = any(is_open(line) and starts_small(below) for line, below in pairwise(lines))
    right = max((line.right for line in lines), default=0.0)
    left = min((line.left for line in lines), default=0.0)
    for place in run:
        wide = right - left >= NARROW * (columns[place] - left)
        yield place, right if wraps and wide else columns[place]


def _find_column_edges(layout: Layout, places: Sequence[int]) -> dict[int, float]:
    """Return the right edge of the column each line stands in: of lines with about its left."""
    edges: dict[tuple[int, int], float] = {}
    for place in places:
        line = layout.lines[place]
        slot = int(line.left // SAME_COLUMN)
        for near in (slot - 1, slot, slot + 1):
            edges[line.page, near] = max(edges.get((line.page, near), 0.0), line.right)
    lines = ((place, layout.lines[place]) for place in places)
    return {place: edges[line.page, int(line.left // SAME_COLUMN)] for place, line in lines}
