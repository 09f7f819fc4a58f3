"""Open documents with pdfium, one at a time, and take from them what is not text.

pdfium keeps its state per process and is not safe for threads, so every visit takes its turn.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument

TURN = threading.RLock()
"""Held by whoever uses pdfium: the state it guards is the library's own, one per process."""

LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)

MOST_ATTACHMENTS, LONGEST_NAME = 100, 200
"""How many attached files of a hostile file are named, and with how many characters."""

DEEPEST_BOOKMARK, MOST_BOOKMARKS = 6, 5000
"""How far the bookmarks of a hostile file are followed."""


class PdfRefused(Exception):
    """pdfium cannot do what is asked with these bytes; a password may be the reason."""

    def __init__(self, *, encrypted: bool = False) -> None:
        super().__init__("encrypted" if encrypted else "unreadable")
        self.encrypted = encrypted


@contextmanager
def open_document(content: bytes) -> Iterator[PdfDocument]:
    """Yield the document while holding pdfium's turn, or raise `PdfRefused`."""
    with TURN:
        try:
            document = PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise PdfRefused(encrypted=error.err_code in LOCKED) from error
        try:
            with suppress(pypdfium2.PdfiumError):
                document.init_forms()  # draws fields that their maker left undrawn
            yield document
        finally:
            document.close()


def read_bookmarks(document: PdfDocument) -> tuple[tuple[int, str, int], ...]:
    """Return the page, the title and the level from 1 of each bookmark; none of broken ones."""
    try:
        return tuple(_follow_bookmarks(document))
    except Exception:  # noqa: BLE001 - broken bookmarks may not cost the document its text
        return ()


def _follow_bookmarks(document: PdfDocument) -> Iterator[tuple[int, str, int]]:
    """Yield the bookmarks that lead to a page."""
    for bookmark in islice(document.get_toc(max_depth=DEEPEST_BOOKMARK), MOST_BOOKMARKS):
        target = bookmark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            yield page + 1, bookmark.get_title(), bookmark.level + 1


def read_attachments(document: PdfDocument) -> tuple[str, ...]:
    """Return the names of the files that the document carries with it."""
    names: list[str] = []
    for place in range(min(document.count_attachments(), MOST_ATTACHMENTS)):
        try:
            names.append(document.get_attachment(place).get_name()[:LONGEST_NAME])
        except (pypdfium2.PdfiumError, UnicodeDecodeError):
            names.append("?")
    return tuple(names)


def measure(document: PdfDocument, number: int) -> tuple[float, float]:
    """Return the width and height of a page, from 1, in points; `PdfRefused` without it."""
    if not 1 <= number <= len(document):
        raise PdfRefused
    try:
        width, height = document[number - 1].get_size()
    except pypdfium2.PdfiumError as error:
        raise PdfRefused from error
    return float(width), float(height)


def draw_page(
    document: PdfDocument, number: int, scale: float, most_pixels: int
) -> tuple[int, int, tuple[bytes, ...]]:
    """Return the width, height and rows of red, green and blue bytes of a page, from 1.

    A picture of more than so many pixels is drawn smaller. Raises `PdfRefused` without a page.
    """
    if not 1 <= number <= len(document):
        raise PdfRefused
    try:
        page = document[number - 1]
        width, height = page.get_size()
        fitting = math.sqrt(most_pixels / max(width * height, 1.0))
        bitmap = page.render(scale=min(scale, fitting), rev_byteorder=True, prefer_bgrx=False)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise PdfRefused from error
    pixels = bytes(bitmap.buffer)
    length = bitmap.width * bitmap.n_channels
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    return bitmap.width, bitmap.height, tuple(pixels[at : at + length] for at in starts)
