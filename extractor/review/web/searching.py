"""Search a dossier's documents: passages by how much they are about some words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.words import stem
from extractor.locators import locate
from extractor.models import INNER_KINDS, Reading, Span
from extractor.presenting import present
from extractor.relevance import RelevanceIndex
from extractor.review.labels import name_place
from extractor.review.reviewed import Review
from extractor.review.web.sources import Piece

MOST = 30
_SILENT = frozenset({"furniture", "hidden", "contents"})
_LITERAL = 100.0
"""Words that stand there as they were typed count above any relevance."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class FoundPassage:
    """A passage with where it stands; what was looked for is marked."""

    reading: str
    start: int
    end: int
    document: str
    place: str
    pieces: tuple[Piece, ...]


class DossierSearch:
    """Ranks the passages of one draft's documents; built once, then asked often."""

    def __init__(self, review: Review) -> None:
        self._review = review
        counting = [d.reading for d in review.draft.documents if d.replaced_by is None]
        self._places = [
            (reading, span)
            for each in counting
            if (reading := review.readings.get(each)) is not None
            for span in _list_spans(reading)
        ]
        self._texts = [present(reading, span).text for reading, span in self._places]
        self._index = RelevanceIndex(self._texts)

    def search(self, words: str) -> tuple[FoundPassage, ...]:
        """Return at most 30 passages, those that hold the words as typed first."""
        wanted = " ".join(words.casefold().split())
        scores = self._index.rank_terms([words])
        ranked = [
            (score + (_LITERAL if wanted in text.casefold() else 0.0), at)
            for at, (score, text) in enumerate(zip(scores, self._texts, strict=True))
        ]
        best = sorted(
            (each for each in ranked if each[0] > 0), key=lambda each: (-each[0], each[1])
        )
        return tuple(self._show(at, wanted) for _, at in best[:MOST])

    def _show(self, at: int, wanted: str) -> FoundPassage:
        reading, span = self._places[at]
        return FoundPassage(
            reading=reading.id,
            start=span.start,
            end=span.end,
            document=self._review.name_document(reading.id),
            place=name_place(locate(reading, span)),
            pieces=tuple(_mark(self._texts[at], wanted)),
        )


def _list_spans(reading: Reading) -> Iterator[Span]:
    for block in reading.blocks:
        if block.kind not in INNER_KINDS and block.kind not in _SILENT:
            yield block.span


def _mark(text: str, wanted: str) -> Iterator[Piece]:
    """Yield the text in pieces: words of which the stem was asked for are marked."""
    asked = {stem(word) for word in _WORD.findall(wanted)}
    done = 0
    for word in _WORD.finditer(text):
        if stem(word[0].casefold()) in asked:
            if word.start() > done:
                yield Piece(text[done : word.start()], marked=False)
            yield Piece(word[0], marked=True)
            done = word.end()
    if done < len(text):
        yield Piece(text[done:], marked=False)
