"""Check a quote against a reading: a citation of its own words, or a refusal with the reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from extractor.citations.folding import FoldedText, fold_quote
from extractor.citations.indexing import QuoteIndex, build_index
from extractor.citations.matching import find_all
from extractor.citations.nearest import find_nearest
from extractor.locators import locate
from extractor.models import Chunk, Citation, Reading, RejectedQuote, Span

ELLIPSIS = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|(?<!\.)\.{3}(?!\.)")
FEWEST_WORDS = 4
"""A part of an elided quote with fewer words is no address."""

FARTHEST = 600
"""Characters between two parts of an elided quote."""

MOST_ADDRESSES = 100
"""Places where an elided quote is tried; four words that stand in more are no address."""

EMPTY = "leeg citaat"
NO_WORDS = "citaat zonder letter of cijfer"
NOT_FOUND = "citaat niet gevonden in de bron"
SHORT_PART = f"ingekort citaat: elk deel telt minstens {FEWEST_WORDS} woorden"
CUT = "citaat snijdt een woord of getal af"
PARTS_APART = "ingekort citaat: de delen staan niet samen in één alinea of rij van de bron"


def check_quote(
    quote: str, reading: Reading | QuoteIndex, chunk: Chunk | Span | None = None
) -> Citation | RejectedQuote:
    """Return the passage of the reading that holds the quote's words, or why there is none.

    Of several passages the first that lies in the chunk is cited, else the first. For many quotes
    on one reading give its index, made once with `build_index`.
    """
    if not quote.strip():
        return RejectedQuote(quote=quote, reason=EMPTY)
    folded = fold_quote(quote)
    if not folded.letters:
        return RejectedQuote(quote=quote, reason=NO_WORDS)
    index = reading if isinstance(reading, QuoteIndex) else build_index(reading)
    areas = _list_areas(index, chunk)
    found = _find_passage(index, folded, areas) or _find_elided(index, quote, areas)
    if isinstance(found, Span):
        return _cite(index, found)
    return _reject(index, folded, found or NOT_FOUND)


def _list_areas(index: QuoteIndex, chunk: Chunk | Span | None) -> tuple[Span, ...]:
    """Return where to look, in order; a chunk of another reading says nothing of this one."""
    everything = Span(start=0, end=len(index.reading.text))
    if isinstance(chunk, Chunk):
        chunk = chunk.span if chunk.reading == index.reading.id else None
    return (everything,) if chunk is None else (chunk, everything)


def _find_passage(index: QuoteIndex, quote: FoldedText, areas: Sequence[Span]) -> Span | None:
    found = (span for area in areas for span in find_all(index, quote, area) if area.holds(span))
    return next(found, None)


def _find_elided(index: QuoteIndex, quote: str, areas: Sequence[Span]) -> Span | str | None:
    """Return the passage from an elided quote's first word to its last, or why there is none."""
    parts = [fold_quote(part) for part in ELLIPSIS.split(quote)]
    if len(parts) == 1:
        return None
    if any(_count_words(part.text) < FEWEST_WORDS for part in parts):
        return SHORT_PART
    for area in areas:
        for first in islice(find_all(index, parts[0], area), MOST_ADDRESSES):
            passage = _reach(index, first, parts[1:])
            if passage and area.holds(passage) and _is_one_passage(index, passage):
                return passage
    known = all(_find_passage(index, part, areas[-1:]) for part in parts)
    return PARTS_APART if known else NOT_FOUND


def _reach(index: QuoteIndex, passage: Span, parts: Sequence[FoldedText]) -> Span | None:
    """Return the passage lengthened to the last of the parts, each near the one before."""
    for part in parts:
        near = Span(start=passage.end, end=passage.end + FARTHEST + 1)
        spans = (span for span in find_all(index, part, near) if near.start <= span.start)
        found = next(spans, None)
        if found is None:
            return None
        passage = Span(start=passage.start, end=found.end)
    return passage


def _is_one_passage(index: QuoteIndex, passage: Span) -> bool:
    place = bisect_right(index.passages, passage.start, key=lambda span: span.start) - 1
    return place >= 0 and index.passages[place].holds(passage)


def _count_words(quote: str) -> int:
    return sum(any(character.isalnum() for character in word) for word in quote.split())


def _cite(index: QuoteIndex, span: Span) -> Citation:
    return Citation(
        reading=index.reading.id,
        span=span,
        quote=span.of(index.reading.text),
        locator=locate(index.locators, span),
    )


def _reject(index: QuoteIndex, quote: FoldedText, reason: str) -> RejectedQuote:
    span, changes = find_nearest(index, quote)
    if changes and all(change.kind == "same" for change in changes):
        reason = CUT
    nearest = None if span is None else _cite(index, span)
    return RejectedQuote(quote=quote.text, reason=reason, nearest=nearest, diff=changes)
