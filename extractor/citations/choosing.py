"""Choose which of several passages with the same words is cited, and which are listed beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from extractor.citations.indexing import QuoteIndex
from extractor.locators import HEADING_SEPARATOR, locate
from extractor.models import Span, Twin

MOST_TWINS = 20
"""Other passages listed; a reader turns to no more of them."""


def choose_passage(index: QuoteIndex, passages: Sequence[Span], chunk: Span | None) -> Span:
    """Return the first passage in the chunk, else the first under the heading nearest to it.

    The nearest heading is the one that shares most of the headings above it, outermost first, with
    the chunk. Without a chunk the first passage is returned.
    """
    if chunk is None or len(passages) == 1:
        return passages[0]
    inside = next((passage for passage in passages if chunk.holds(passage)), None)
    if inside is not None:
        return inside
    path = _trace_chunk(index, chunk)
    return max(passages, key=lambda passage: _count_shared(path, _trace_path(index, passage)))


def list_twins(index: QuoteIndex, passages: Sequence[Span], cited: Span) -> tuple[Twin, ...]:
    """Return the other passages in reading order, none that shares characters with another."""
    spans = islice(_list_apart(passages, cited), MOST_TWINS)
    return tuple(Twin(span=span, locator=locate(index.locators, span)) for span in spans)


def _list_apart(passages: Sequence[Span], cited: Span) -> Iterator[Span]:
    end = 0
    for passage in passages:
        if passage.start >= end and not passage.touches(cited):
            yield passage
            end = passage.end


def _trace_chunk(index: QuoteIndex, chunk: Span) -> tuple[str, ...]:
    """Return the headings above the first block that starts in the chunk and is no heading."""
    blocks = index.locators.blocks
    first = bisect_left(index.locators.block_starts, chunk.start)
    within = takewhile(lambda block: block.span.start < chunk.end, islice(blocks, first, None))
    answering = (block.span for block in within if block.kind != "heading")
    return _trace_path(index, next(answering, chunk))


def _trace_path(index: QuoteIndex, span: Span) -> tuple[str, ...]:
    heading = locate(index.locators, span).heading
    return tuple(heading.split(HEADING_SEPARATOR)) if heading else ()


def _count_shared(path: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(path, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
