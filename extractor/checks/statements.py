"""What is held against its sources: a sentence, item or single value, with its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checks.clauses import cut_clauses
from extractor.checks.words import is_same
from extractor.models import ClaimValue, LinkedTitle


@dataclass(frozen=True)
class Statement:
    """What a value says at once, with the words of its citations as shown."""

    text: str
    passages: tuple[str, ...]
    claim: int | None = None
    """The claim it is, or comes nearest to, from 0."""
    link: str | None = None
    typed: bool = False
    """Whether a person typed it in place of what was proposed from these passages."""
    comparable: bool = True
    """Whether the passages are in its language, so that it should share words with them."""


def make_statement(
    value: ClaimValue, passages: Sequence[str], claim: int | None = None
) -> Statement:
    """Return the statement that a claim or an item makes."""
    if isinstance(value, LinkedTitle):
        return Statement(value.title, tuple(passages), claim, value.link)
    return Statement(value, tuple(passages), claim)


def count_shared(text: str, other: str) -> int:
    """Return how many content words of the text the other has too."""
    there = _list_stems(other)
    return sum(any(is_same(one, each) for each in there) for one in _list_stems(text))


def _list_stems(text: str) -> set[str]:
    return {one for clause in cut_clauses(text, fine=False) for one in clause.stems}
