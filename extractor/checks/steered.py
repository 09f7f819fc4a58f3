"""Tell what rests on a passage that speaks to a language model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractor.checks.instructions import list_instructing, show_instruction
from extractor.checks.rules import Finding, make_finding
from extractor.locators import SameReading
from extractor.models import Citation, Proposal, Reading

Cited = tuple[int | None, Sequence[Citation]]
"""A claim's place, from 0, where it has one, and what it cites."""


def check_steered(cited: Sequence[Cited], readings: Mapping[str, Reading]) -> Iterator[Finding]:
    """Yield a finding for each claim with a citation from a passage that speaks to a model."""
    for claim, citations in cited:
        for words in dict.fromkeys(_find_words(each, readings) for each in citations):
            if words:
                yield make_finding("from_instruction", claim, fact=words)


def list_undecided(proposal: Proposal) -> Iterator[Cited]:
    """Yield what a person still chooses from: the alternatives, and a stated absence."""
    yield from ((None, claim.citations) for claim in proposal.alternatives)
    if proposal.absent:
        yield None, proposal.absent.citations


def _find_words(citation: Citation, readings: Mapping[str, Reading]) -> str:
    """Return the first words that speak to a model in the passage of a citation, or nothing."""
    reading = readings[citation.reading]
    for found, block in list_instructing(SameReading(reading)):
        if block.touches(citation.span):
            return show_instruction(reading.text, found, block)
    return ""
