"""The place of a citation in its document: a page as a picture with boxes, or marked text."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from extractor.documents import pdf
from extractor.errors import BronvastError
from extractor.models import INNER_KINDS, Block, Reading, Span
from extractor.presenting import Presented, present
from extractor.store import Store

if TYPE_CHECKING:
    from extractor.documents.pdf.places import Box

SCALE = 2.0
"""Pixels a point: sharp on a screen of 1,920 wide, and 200 KB a page."""
_AROUND = 12
"""Blocks of a text shown before and after the cited ones."""
_SILENT = frozenset({"furniture", "hidden"})
_PDF = "application/pdf"


class PlaceUnknown(BronvastError):
    """No document has this place."""

    hint = "Ga terug naar het overzicht en open het concept opnieuw."

    def __init__(self) -> None:
        super().__init__("deze plek in een document bestaat niet")


@dataclass(frozen=True)
class Mark:
    """A box on a page, in points from its left top corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Piece:
    """A part of a block's text, marked or not."""

    text: str
    marked: bool
    start: int = 0
    end: int = 0
    """Of a word: where it stands in the reading; nothing for white space."""


@dataclass(frozen=True)
class PageWord:
    """A word on a page that can be selected, in points, with where it stands in the reading."""

    text: str
    mark: Mark
    start: int
    end: int


@dataclass(frozen=True)
class TextBlock:
    """A block of a document without pages, as shown."""

    kind: str
    level: int
    pieces: tuple[Piece, ...]

    @property
    def runs(self) -> tuple[tuple[bool, tuple[Piece, ...]], ...]:
        """Return the pieces that are marked together, and those between, in order."""
        return tuple((marked, tuple(run)) for marked, run in groupby(self.pieces, _is_marked))


def _is_marked(piece: Piece) -> bool:
    return piece.marked


@dataclass(frozen=True)
class SourceView:
    """What is shown beside a claim: the page with its marks, or the text around the words."""

    reading: str
    page: int | None
    pages: int
    width: float
    height: float
    marks: tuple[Mark, ...]
    blocks: tuple[TextBlock, ...]
    words: tuple[PageWord, ...] = ()


class SourceRoom:
    """Shows places of stored documents; pdfium draws one page at a time."""

    def __init__(self, store: Store) -> None:
        self._drawing = threading.Lock()
        self.find_stored = lru_cache(maxsize=64)(store.get_reading)
        self.draw = lru_cache(maxsize=64)(self._draw)
        self._show_page = lru_cache(maxsize=64)(self._measure_page)
        self._bytes = lru_cache(maxsize=4)(store.read_source)

    def find_reading(self, reading_id: str) -> Reading:
        """Return the reading; refused when no document was read so."""
        reading = self.find_stored(reading_id)
        if reading is None:
            raise PlaceUnknown
        return reading

    def show(self, reading_id: str, span: Span) -> SourceView:
        """Return the place of the span; of a PDF the page where it starts, with its boxes."""
        reading = self.find_reading(reading_id)
        if not 0 <= span.start <= span.end <= len(reading.text):
            raise PlaceUnknown
        if reading.source.media_type == _PDF and reading.pages:
            return self._show_page(reading_id, find_page(reading, span.start), span)
        return SourceView(reading.id, None, 0, 0, 0, (), tuple(list_around(reading, span)))

    def turn(self, reading_id: str, page: int, span: Span) -> SourceView:
        """Return another page of a PDF, with what of the span stands on it."""
        reading = self.find_reading(reading_id)
        if reading.source.media_type != _PDF or not 1 <= page <= len(reading.pages):
            raise PlaceUnknown
        return self._show_page(reading_id, page, span)

    def _measure_page(self, reading_id: str, page: int, span: Span) -> SourceView:
        """Return a page, from 1, with its words and what of the span stands on it."""
        reading = self.find_reading(reading_id)
        content = self._bytes(reading.source.sha256)
        with self._drawing:
            found = pdf.boxes(content, reading, page, span)
            words = pdf.list_words(content, reading, page)
            width, height = pdf.measure_page(content, page)
        return SourceView(
            reading=reading.id,
            page=page,
            pages=len(reading.pages),
            width=width,
            height=height,
            marks=tuple(_measure(box) for box in found),
            blocks=(),
            words=tuple(
                PageWord(each.text, _measure(each.box), each.span.start, each.span.end)
                for each in words
            ),
        )

    def _draw(self, reading_id: str, page: int) -> bytes:
        """Return the page, from 1, as a picture."""
        reading = self.find_reading(reading_id)
        if reading.source.media_type != _PDF or not 1 <= page <= len(reading.pages):
            raise PlaceUnknown
        content = self._bytes(reading.source.sha256)
        with self._drawing:
            return pdf.render_page(content, page, SCALE)


def find_page(reading: Reading, place: int) -> int:
    """Return the page, from 1, on which a character stands."""
    before = (page for page in reading.pages if page.span.start <= place)
    return max(1, sum(1 for _ in before))


def list_around(reading: Reading, span: Span) -> Iterator[TextBlock]:
    """Yield the blocks around the span in reading order, its words marked."""
    outer = [b for b in reading.blocks if b.kind not in INNER_KINDS and b.kind not in _SILENT]
    touched = [at for at, block in enumerate(outer) if block.span.touches(span)]
    first, last = (touched[0], touched[-1]) if touched else (0, 0)
    for block in outer[max(0, first - _AROUND) : last + _AROUND + 1]:
        yield TextBlock(block.kind, block.level or 1, tuple(cut_pieces(reading, block, [span])))


def cut_pieces(reading: Reading, block: Block, spans: Sequence[Span]) -> Iterator[Piece]:
    """Yield the block's text as shown: words and the white space between, in or outside the spans.

    Where a span begins or ends inside a word, the word is cut there.
    """
    shown = present(reading, block.span)
    inside = [any(span.start <= at < span.end for span in spans) for at in shown.sources]
    for found in re.finditer(r"\s+|\S+", shown.text):
        start = found.start()
        for at in range(found.start() + 1, found.end() + 1):
            if at == found.end() or inside[at] != inside[start]:
                yield _make_piece(shown, start, at, marked=inside[start])
                start = at


def _make_piece(shown: Presented, start: int, end: int, *, marked: bool) -> Piece:
    text = shown.text[start:end]
    if text.isspace():
        return Piece(text, marked)
    span = shown.to_source(start, end)
    return Piece(text, marked, span.start, span.end)


def _measure(box: Box) -> Mark:
    return Mark(box.left, box.top, box.right - box.left, box.bottom - box.top)
