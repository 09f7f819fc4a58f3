"""Readings with what was written in them, and where each written passage truly stands.

The truth does not come from the code under test: passages are looked up by their letters alone,
after the blocks that a reader marked as furniture, footnotes or marks are left out. What the
reader itself got wrong is no part of this measurement; passages it tore apart are not placed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from extractor.chunking import split_reading
from extractor.citations import QuoteIndex, build_index
from extractor.models import Reading, Span

LEFT_OUT = frozenset({"furniture", "footnote", "footnote_mark"})
SIGN = re.compile("[<>≤≥±%]")
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "})


@dataclass(frozen=True)
class Written:
    """A sentence, or the cells of a row, as an author wrote it."""

    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return it on one line."""
        return " ".join(self.parts)


@dataclass(frozen=True)
class Place:
    """Where something written stands in a reading."""

    written: Written
    span: Span
    letters: Sequence[int]
    """Where each of its letters and digits stands."""

    @property
    def text(self) -> str:
        """Return what was written, on one line."""
        return self.written.text


@dataclass(frozen=True, eq=False)
class Material:
    """A reading with the places of what is written in it, and sentences that are not."""

    reading: Reading
    places: tuple[Place, ...]
    foreign: Sequence[str]
    written: Sequence[Written]

    @cached_property
    def index(self) -> QuoteIndex:
        """Return the index of the reading, built once."""
        return build_index(self.reading)

    @cached_property
    def windows(self) -> tuple[Span, ...]:
        """Return the windows a drafter would be shown."""
        return tuple(chunk.span for chunk in split_reading(self.reading))

    @cached_property
    def plain(self) -> str:
        """Return all that is written, for judging whether a quote happens to be true."""
        return " ".join(simplify(each.text) for each in self.written)

    @cached_property
    def twins(self) -> dict[str, list[Place]]:
        """Return the places of each text, in order."""
        found: dict[str, list[Place]] = {}
        for place in self.places:
            found.setdefault(place.text, []).append(place)
        return found

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        """Return the spans of the blocks by their kind, each by where they start."""
        found: dict[str, list[Span]] = defaultdict(list)
        for block in sorted(self.reading.blocks, key=lambda block: block.span.start):
            found[block.kind].append(block.span)
        return found

    def list_within(self, place: Place, kind: str) -> list[Span]:
        """Return the spans of the blocks of a kind that lie within a place."""
        spans = self.spans[kind]
        first = bisect_left(spans, place.span.start, key=lambda span: span.start)
        near = takewhile(lambda span: span.start < place.span.end, islice(spans, first, None))
        return [span for span in near if place.span.holds(span)]

    def holds(self, quote: str) -> bool:
        """Return whether the quote's words stand in the document as they are."""
        return self.count(quote) > 0

    def count(self, quote: str) -> int:
        """Return how often the quote's words stand in the document."""
        return self.plain.count(simplify(quote))

    def find_window(self, span: Span) -> Span:
        """Return the window that holds a span, else the first."""
        return next((window for window in self.windows if window.holds(span)), self.windows[0])


def simplify(text: str) -> str:
    """Return a text in lower case, with straight quotes and single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(PLAIN).lower().split())


def list_letters(text: str) -> list[int]:
    """Return where the letters and digits of a text stand."""
    return [place for place, character in enumerate(text) if character.isalnum()]


def place_written(reading: Reading, written: Iterable[Written]) -> tuple[Place, ...]:
    """Return where what was written stands, each as often as it does."""
    out = [block.span for block in reading.blocks if block.kind in LEFT_OUT]
    offsets = list(_list_kept(reading.text, out))
    spelled = "".join(reading.text[offset] for offset in offsets)
    places = []
    for each in dict.fromkeys(written):
        letters = "".join(filter(str.isalnum, each.text))
        for found in re.finditer(re.escape(letters), spelled):
            kept = offsets[found.start() : found.end()]
            span = _close(reading, each.text, kept)
            # Letters alone do not tell `< 25` from `> 25`.
            if SIGN.findall(span.of(reading.text)) == SIGN.findall(each.text):
                places.append(Place(each, span, kept))
    return tuple(sorted(places, key=lambda place: place.span.start))


def _list_kept(text: str, out: Sequence[Span]) -> Iterator[int]:
    left: set[int] = set()
    for span in out:
        left.update(range(span.start, span.end))
    return (place for place in list_letters(text) if place not in left)


def _close(reading: Reading, text: str, letters: Sequence[int]) -> Span:
    """Return the span up to the closing sign, which may stand after a mark."""
    tail = text.rstrip()[-1]
    end = letters[-1] + 1
    if not tail.isalnum():
        end = reading.text.index(tail, end) + 1
    return Span(start=letters[0], end=end)
