"""Tell a text that stands in the published register too, by the hashes of its sentences.

`published.jsonl` holds what `.ci/published` made of the register: names of entries and hashes, no
words of others.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from extractor.checks.rules import Finding, make_finding
from extractor.instruments.folding import fold, hash_letters
from extractor.sentences import cut_sentences

DATA = Path(__file__).with_name("published.jsonl")
_FEWEST_WORDS = 6
"""Of a sentence that says something of its own: shorter ones stand in many entries."""
_SHORTEST = 20
"""Words of a text that is compared at all."""
_LEAST = 60
"""Percent of a text that an entry must hold too before it counts as a copy."""


class _Published(NamedTuple):
    """The entries of the register by the hashes of their sentences."""

    titles: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]


def check_published(text: str, data: Path = DATA) -> Iterator[Finding]:
    """Yield the published entry that has most of this text's sentences, if it has most of them."""
    own = hash_sentences(text)
    words = sum(own.values())
    if words < _SHORTEST:
        return
    published = _load_published(data)
    shared: Counter[int] = Counter()
    for sentence, length in own.items():
        for entry in published.places.get(sentence, ()):
            shared[entry] += length
    for entry, count in shared.most_common(1):
        percent = round(100 * count / words)
        if percent >= _LEAST:
            yield make_finding("same_as_published", fact=published.titles[entry], count=percent)


def hash_sentences(text: str) -> dict[str, int]:
    """Return the hashes of the sentences that say something of their own, with their words."""
    hashes = {}
    for line in text.splitlines():
        for start, end in cut_sentences(line):
            folded = fold(line[start:end])
            words = len(folded.split())
            if words >= _FEWEST_WORDS:
                hashes[hash_letters(folded.replace(" ", ""))] = words
    return hashes


@cache
def _load_published(data: Path) -> _Published:
    _, *lines = data.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    places: dict[str, list[int]] = {}
    for at, entry in enumerate(entries):
        for sentence in entry["sentences"]:
            places.setdefault(sentence, []).append(at)
    titles = tuple(entry["title"] for entry in entries)
    return _Published(titles, {each: tuple(found) for each, found in places.items()})
