"""Tell a text that another entry has too, which a person may have copied with its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.checks.rules import Finding, make_finding
from extractor.instruments.folding import WORD
from extractor.sentences import cut_sentences

FEWEST_WORDS = 6
"""Of a sentence that says something of its own: shorter ones stand in many entries."""
_LEAST = 60
"""Percent of a text that another must hold too before it counts as a copy."""
_SHORTEST = 20
"""Words of a text that is compared at all."""


def check_copies(text: str, others: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the one other entry that has most of this text's sentences, if it has most of them.

    `others` holds the same field's text of other entries by their name.
    """
    own = _list_sentences(text)
    if sum(own.values()) < _SHORTEST:
        return
    shares = {name: _measure_share(own, other) for name, other in others.items()}
    nearest = max(shares, key=lambda name: shares[name], default="")
    if nearest and shares[nearest] >= _LEAST:
        yield make_finding("same_as_other", fact=nearest, count=shares[nearest])


def _measure_share(own: Mapping[str, int], other: str) -> int:
    """Return how many percent of the words stand in sentences that the other has too."""
    same = _list_sentences(other)
    return round(100 * sum(own[each] for each in own if each in same) / sum(own.values()))


def _list_sentences(text: str) -> dict[str, int]:
    """Return the sentences, folded to their words, with how many these are."""
    sentences = {}
    for line in text.splitlines():
        for start, end in cut_sentences(line):
            words = WORD.findall(line[start:end].lower())
            if len(words) >= FEWEST_WORDS:
                sentences[" ".join(words)] = len(words)
    return sentences
