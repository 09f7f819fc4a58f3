"""Index the words of a folded text, to find quickly where most of a quote's words stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.citations.folding import FoldedText
from extractor.citations.typesetting import BROKEN


@dataclass(frozen=True)
class WordIndex:
    """The words of a text by number, from 0; a word broken at a line end counts as one."""

    words: Sequence[str]
    letters: Sequence[int]
    """At which folded letter each word starts."""
    places: Mapping[str, Sequence[int]]
    """The numbers at which a word occurs, ascending."""


def index_words(folded: FoldedText) -> WordIndex:
    """Return the word index of a folded text, in time linear in its length."""
    letters = [
        letter
        for letter, gap in enumerate(folded.gaps[:-1])
        if gap not in ("", BROKEN) or letter == 0
    ]
    edges = [*letters, len(folded.letters)]
    words = [folded.letters[edges[place] : edges[place + 1]] for place in range(len(letters))]
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        places[word].append(place)
    return WordIndex(words, letters, places)
