"""Tell a text that another entry has too, which a person may have copied with its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extractor.checks.rules import Finding, make_finding
from extractor.instruments.folding import WORD
from extractor.sentences import cut_sentences

FEWEST_WORDS = 6
"""Of a sentence that says something of its own: shorter ones stand in many entries."""
_LEAST = 60
"""Percent of a text that another must hold too before it counts as a copy."""
_SHORTEST = 20
"""Words of a text that is compared at all."""
_SAME = 0.8
"""Of the words of two sentences: one is the other with a name or a number changed."""


class Copied(NamedTuple):
    """Another text that holds most of one, and how much of it."""

    name: str
    percent: int


class _Sentence(NamedTuple):
    """A sentence without its signs and capitals."""

    words: frozenset[str]
    length: int


def check_copies(text: str, others: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the one other entry that has most of this text's sentences, if it has most of them.

    `others` holds the same field's text of other entries by their name. A sentence is the same
    when hardly a word differs: in a copied entry the system's name was changed.
    """
    copied = find_copied(text, others)
    if copied:
        yield make_finding("same_as_other", fact=copied.name, count=copied.percent)


def find_copied(text: str, others: Mapping[str, str]) -> Copied | None:
    """Return which of the others has most of this text's sentences, if one has most of them."""
    own = _list_sentences(text)
    if sum(each.length for each in own) < _SHORTEST:
        return None
    shares = {name: _measure_share(own, other) for name, other in others.items()}
    nearest = max(shares, key=lambda name: shares[name], default=None)
    if nearest is None or shares[nearest] < _LEAST:
        return None
    return Copied(nearest, shares[nearest])


def _measure_share(own: list[_Sentence], other: str) -> int:
    """Return how many percent of the words stand in sentences that the other has too."""
    known = frozenset(WORD.findall(other.lower()))
    near = [each for each in own if len(each.words & known) >= _SAME * len(each.words)]
    if not near:
        return 0
    told = _list_sentences(other)
    same = sum(each.length for each in near if any(_is_same(each, sentence) for sentence in told))
    return round(100 * same / sum(each.length for each in own))


def _is_same(one: _Sentence, other: _Sentence) -> bool:
    return len(one.words & other.words) >= _SAME * len(one.words | other.words)


def _list_sentences(text: str) -> list[_Sentence]:
    """Return the different sentences that are long enough to compare."""
    sentences = {}
    for line in text.splitlines():
        for start, end in cut_sentences(line):
            words = WORD.findall(line[start:end].lower())
            if len(words) >= FEWEST_WORDS:
                sentences[" ".join(words)] = _Sentence(frozenset(words), len(words))
    return list(sentences.values())
