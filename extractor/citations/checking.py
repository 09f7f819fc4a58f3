"""Check a quote against a reading: a citation of its own words, or a refusal with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from extractor.citations.choosing import choose_passage, list_twins
from extractor.citations.eliding import FEWEST_WORDS, find_elided, has_short_part, split_elided
from extractor.citations.folding import FoldedText, fold_quote
from extractor.citations.indexing import QuoteIndex, build_index
from extractor.citations.matching import find_all
from extractor.citations.nearest import find_nearest
from extractor.locators import locate
from extractor.models import Chunk, Citation, Reading, RejectedQuote, Span

MOST_PASSAGES = 100
"""Passages with a quote's words among which one is chosen; more are not looked for."""

EMPTY = "leeg citaat"
NO_WORDS = "citaat zonder letter of cijfer"
NOT_FOUND = "citaat niet gevonden in de bron"
SHORT_PART = f"ingekort citaat: elk deel telt minstens {FEWEST_WORDS} woorden"
CUT = "citaat snijdt een woord of getal af"
PARTS_APART = "ingekort citaat: de delen staan niet samen in één alinea of rij van de bron"

Finder = Callable[[Span], Iterator[Span]]
"""Yields the passages of a quote that begin in an area."""


def check_quote(
    quote: str, reading: Reading | QuoteIndex, chunk: Chunk | Span | None = None
) -> Citation | RejectedQuote:
    """Return the passage of the reading that holds the quote's words, or why there is none.

    Of several passages the first that lies in the chunk is cited, else the first under the heading
    nearest to it, else the first; the others are its twins. For many quotes on one reading give
    its index, made once with `build_index`.
    """
    if not quote.strip():
        return RejectedQuote(quote=quote, reason=EMPTY)
    folded = fold_quote(quote)
    if not folded.letters:
        return RejectedQuote(quote=quote, reason=NO_WORDS)
    index = reading if isinstance(reading, QuoteIndex) else build_index(reading)
    shown = _find_shown(index, chunk)
    found = _find_whole(index, folded, shown) or _find_elided(index, quote, shown)
    return _reject(index, folded, found) if isinstance(found, str) else _cite(index, found, shown)


def _find_shown(index: QuoteIndex, chunk: Chunk | Span | None) -> Span | None:
    """Return the span of what was shown; a chunk of another reading says nothing of this one."""
    if isinstance(chunk, Chunk):
        return chunk.span if chunk.reading == index.reading.id else None
    return chunk


def _find_whole(index: QuoteIndex, quote: FoldedText, shown: Span | None) -> Sequence[Span]:
    return _find_passages(index, lambda area: find_all(index, quote, area), shown)


def _find_elided(index: QuoteIndex, quote: str, shown: Span | None) -> Sequence[Span] | str:
    """Return the passages that an elided quote is the address of, or why there is none."""
    parts = split_elided(quote)
    if not parts:
        return NOT_FOUND
    if has_short_part(parts):
        return SHORT_PART
    passages = _find_passages(index, lambda area: find_elided(index, parts, area), shown)
    if passages:
        return passages
    known = all(_find_whole(index, part, None) for part in parts)
    return PARTS_APART if known else NOT_FOUND


def _find_passages(index: QuoteIndex, find: Finder, shown: Span | None) -> Sequence[Span]:
    """Return the passages in what was shown, and of all others the first, in reading order."""
    everything = Span(start=0, end=len(index.reading.text))
    found: dict[int, Span] = {}
    for area in (everything,) if shown is None else (shown, everything):
        within = (span for span in find(area) if area.holds(span))
        found |= {span.start: span for span in islice(within, MOST_PASSAGES)}
    return [found[start] for start in sorted(found)]


def _cite(index: QuoteIndex, passages: Sequence[Span], shown: Span | None) -> Citation:
    cited = choose_passage(index, passages, shown)
    return _make_citation(index, cited).model_copy(
        update={"twins": list_twins(index, passages, cited)}
    )


def _make_citation(index: QuoteIndex, span: Span) -> Citation:
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
    nearest = None if span is None else _make_citation(index, span)
    return RejectedQuote(quote=quote.text, reason=reason, nearest=nearest, diff=changes)
