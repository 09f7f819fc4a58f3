"""Read PDFs, show their pages, and say where on a page a passage stands.

This is the only door to pdfium and pypdf. They are loaded when a PDF is first read, which is
why the functions import what they stand for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.models import Reading, Source, Span

if TYPE_CHECKING:
    from extractor.documents.pdf.places import Box, WordBox


def read_pdf(content: bytes, source: Source) -> Reading:
    """Return what the PDF says; of one that cannot be read, the reading says why."""
    from extractor.documents.pdf import reader  # noqa: PLC0415 - loads pdfium

    return reader.read_pdf(content, source)


def read_info(content: bytes, key: str) -> str | None:
    """Return the text under a key of the PDF's information dictionary; none without it."""
    from extractor.documents.pdf import info  # noqa: PLC0415 - loads pdfium

    return info.read_info(content, key)


def render_page(content: bytes, page: int, scale: float) -> bytes:
    """Return a page, from 1, as PNG; at scale 1 a point is a pixel."""
    from extractor.documents.pdf import images  # noqa: PLC0415 - loads pdfium

    return images.render_page(content, page, scale)


def measure_page(content: bytes, page: int) -> tuple[float, float]:
    """Return the width and height of a page, from 1, in points."""
    from extractor.documents.pdf import images  # noqa: PLC0415 - loads pdfium

    return images.measure_page(content, page)


def boxes(content: bytes, reading: Reading, page: int, span: Span) -> tuple[Box, ...]:
    """Return where the span stands on a page, from 1; nothing if the page reads otherwise now."""
    from extractor.documents.pdf import places  # noqa: PLC0415 - loads pdfium

    return places.boxes(content, reading, page, span)


def list_words(content: bytes, reading: Reading, page: int) -> tuple[WordBox, ...]:
    """Return the words of a page, from 1, with boxes; none if the page reads otherwise now."""
    from extractor.documents.pdf import places  # noqa: PLC0415 - loads pdfium

    return places.list_words(content, reading, page)
