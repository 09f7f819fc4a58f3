"""Find the cells of a table row written with bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.text.lines import TextLine
from extractor.documents.text.markup import make_mark
from extractor.models import Block, Span

BAR = re.compile(r"(?<!\\)\|")


def find_cells(text: str, line: TextLine, label: str) -> Iterator[Block]:
    """Yield the filled cells of a row, each with its column, and the bars between as marks."""
    bars = [found.start() for found in BAR.finditer(text, line.start, line.end)]
    edges = [line.start - 1, *bars, line.end]
    first = 0 if text[line.start : (bars or [line.start])[0]].strip() else 1
    for place in range(len(edges) - 1):
        if place:
            yield make_mark(edges[place], edges[place] + 1)
        span = trim(text, edges[place] + 1, edges[place + 1])
        if span.end > span.start:
            yield Block(kind="cell", span=span, level=place + 1 - first, label=label)


def trim(text: str, start: int, end: int) -> Span:
    """Return the stretch without the white space at its ends."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return Span(start=start, end=start + len(inside.strip()))
