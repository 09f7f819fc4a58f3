"""Texts as bags of Dutch stems, and how well each answers a query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractor.checks.words import stem
from extractor.relevance.terms import list_terms

_WORD = re.compile(r"[^\W\d_]{3,}")


class RelevanceIndex:
    """Ranks the same texts for many queries; built once for a dossier.

    A score is zero or more, comes from BM25 (Lucene's form) over stems, and can be compared only
    with scores of the same query over the same texts.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        stems = [_list_stems(text) for text in texts]
        self._sets = [frozenset(found) for found in stems]
        self._count = len(texts)
        self._known = frozenset(each for found in stems for each in found)
        self._ranker = _build(stems) if self._known else None

    def rank(self, field: str) -> tuple[float, ...]:
        """Return a score for each text: how much it is about what the register field asks."""
        return self.rank_terms(list_terms(field))

    def count_shared(self, field: str) -> tuple[int, ...]:
        """Return for each text how many different words of the field stand in it.

        Unlike a score it means the same over few texts and over many.
        """
        wanted = frozenset(_list_stems(" ".join(list_terms(field))))
        return tuple(len(wanted & found) for found in self._sets)

    def rank_terms(self, terms: Sequence[str]) -> tuple[float, ...]:
        """Return a score for each text: how much it is about these words."""
        query = [each for each in _list_stems(" ".join(terms)) if each in self._known]
        if self._ranker is None or not query:
            return (0.0,) * self._count
        return tuple(map(float, self._ranker.get_scores(list(dict.fromkeys(query)))))


def _list_stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text)]


def _build(stems: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401 - the library has no types
    import bm25s  # noqa: PLC0415 - brings numpy; loaded where texts are ranked

    ranker = bm25s.BM25(method="lucene")
    ranker.index([list(each) for each in stems], show_progress=False)
    return ranker
