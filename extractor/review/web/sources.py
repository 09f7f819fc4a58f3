"""The place of a citation in its document: a page as a picture with boxes, or marked text."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.documents import pdf
from extractor.errors import BronvastError
from extractor.models import INNER_KINDS, Block, Reading, Span
from extractor.presenting import present
from extractor.store import Store

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


@dataclass(frozen=True)
class TextBlock:
    """A block of a document without pages, as shown."""

    kind: str
    level: int
    pieces: tuple[Piece, ...]


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


class SourceRoom:
    """Shows places of stored documents; pdfium draws one page at a time."""

    def __init__(self, store: Store) -> None:
        self._drawing = threading.Lock()
        self.find_stored = lru_cache(maxsize=64)(store.get_reading)
        self.draw = lru_cache(maxsize=64)(self._draw)
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
            return self._show_page(reading, find_page(reading, span.start), span)
        return SourceView(reading.id, None, 0, 0, 0, (), tuple(list_around(reading, span)))

    def turn(self, reading_id: str, page: int, span: Span) -> SourceView:
        """Return another page of a PDF, with what of the span stands on it."""
        reading = self.find_reading(reading_id)
        if reading.source.media_type != _PDF or not 1 <= page <= len(reading.pages):
            raise PlaceUnknown
        return self._show_page(reading, page, span)

    def _show_page(self, reading: Reading, page: int, span: Span) -> SourceView:
        content = self._bytes(reading.source.sha256)
        with self._drawing:
            found = pdf.boxes(content, reading, page, span)
            width, height = pdf.measure_page(content, page)
        marks = tuple(
            Mark(box.left, box.top, box.right - box.left, box.bottom - box.top) for box in found
        )
        return SourceView(reading.id, page, len(reading.pages), width, height, marks, ())

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
    """Yield the block's text as shown, in pieces inside and outside the spans."""
    shown = present(reading, block.span)
    start, marked = 0, False
    for at, source in enumerate(shown.sources):
        inside = any(span.start <= source < span.end for span in spans)
        if inside != marked:
            if at > start:
                yield Piece(shown.text[start:at], marked)
            start, marked = at, inside
    if start < len(shown.text):
        yield Piece(shown.text[start:], marked)
