"""Show a page as a picture, as a person would see it."""

from __future__ import annotations

import struct
import zlib

from extractor.documents.pdf.pdfium import PdfRefused, draw_page, measure, open_document
from extractor.errors import BronvastError

MOST_PIXELS = 25_000_000
"""A larger picture is drawn smaller: a page may claim to be as large as a house."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB, BITS = 2, 8


class PageNotShown(BronvastError):
    """The page cannot be drawn."""

    hint = "Open het document in een PDF-programma."

    def __init__(self, page: int) -> None:
        super().__init__(f"pagina {page} kan niet worden getoond")


def render_page(content: bytes, page: int, scale: float) -> bytes:
    """Return a page, from 1, as PNG; at scale 1 a point is a pixel. Refuses what it cannot draw."""
    try:
        with open_document(content) as document:
            width, height, rows = draw_page(document, page, scale, MOST_PIXELS)
    except PdfRefused as error:
        raise PageNotShown(page) from error
    header = struct.pack(">IIBBBBB", width, height, BITS, RGB, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return SIGNATURE + b"".join(_pack_chunk(kind, data) for kind, data in chunks)


def measure_page(content: bytes, page: int) -> tuple[float, float]:
    """Return the width and height of a page, from 1, in points; refuses what it cannot open."""
    try:
        with open_document(content) as document:
            return measure(document, page)
    except PdfRefused as error:
        raise PageNotShown(page) from error


def _pack_chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG: its length, kind, data and check."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
