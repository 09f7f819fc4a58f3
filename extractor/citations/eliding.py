"""Find the passage that an elided quote ("begin … eind") is the address of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from extractor.citations.folding import FoldedText, fold_quote
from extractor.citations.indexing import MOST_STEPS, QuoteIndex
from extractor.citations.matching import find_all
from extractor.locators import MOST_AT_FOOT
from extractor.models import Span

ELLIPSIS = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|(?<!\.)\.{3}(?!\.)")
FEWEST_WORDS = 4
"""A part of an elided quote with fewer words is no address."""

FARTHEST = 600
"""Characters between two parts of an elided quote, those of blocks stepped over not counted."""

MOST_ADDRESSES = 100
"""Places where an elided quote is tried; four words that stand in more are no address."""


def split_elided(quote: str) -> Sequence[FoldedText]:
    """Return the parts of an elided quote, folded; none of a quote without an ellipsis."""
    parts = ELLIPSIS.split(quote)
    return [fold_quote(part) for part in parts] if len(parts) > 1 else []


def has_short_part(parts: Sequence[FoldedText]) -> bool:
    """Return whether a part has too few words to be an address."""
    return any(_count_words(part.text) < FEWEST_WORDS for part in parts)


def find_elided(index: QuoteIndex, parts: Sequence[FoldedText], area: Span) -> Iterator[Span]:
    """Yield the passages in the area from the first part's first word to the last part's last."""
    for first in islice(find_all(index, parts[0], area), MOST_ADDRESSES):
        passage = _reach(index, first, parts[1:])
        if passage and area.holds(passage) and _is_one_passage(index, passage):
            yield passage


def _reach(index: QuoteIndex, passage: Span, parts: Sequence[FoldedText]) -> Span | None:
    """Return the passage lengthened to the last of the parts, each near the one before."""
    for part in parts:
        near = Span(start=passage.end, end=_find_limit(index, passage.end) + 1)
        spans = (span for span in find_all(index, part, near) if near.start <= span.start)
        found = next(spans, None)
        if found is None:
            return None
        passage = Span(start=passage.start, end=found.end)
    return passage


def _find_limit(index: QuoteIndex, start: int) -> int:
    """Return how far the next part may begin: a note at the foot of a page takes no room."""
    limit = start + FARTHEST
    first = bisect_left(index.stepped_over, start, key=lambda block: block.span.start)
    for block in islice(index.stepped_over, first, first + MOST_STEPS):
        if block.span.start > limit:
            break
        limit += max(block.span.end - max(block.span.start, start), 0)
        start = max(start, block.span.end)
    return limit


def _is_one_passage(index: QuoteIndex, passage: Span) -> bool:
    """Return whether one paragraph or row holds the passage.

    Notes and rows may stand within a paragraph that runs on over the foot of a page.
    """
    stop = bisect_right(index.passages, passage.start, key=lambda span: span.start)
    before = index.passages[max(stop - MOST_AT_FOOT, 0) : stop]
    return any(span.holds(passage) for span in before)


def _count_words(quote: str) -> int:
    return sum(any(character.isalnum() for character in word) for word in quote.split())
