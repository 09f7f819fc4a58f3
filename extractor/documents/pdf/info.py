"""Read what a PDF says of itself in its information dictionary."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from extractor.documents.pdf.pdfium import PdfRefused, open_document

LARGEST_VALUE = 100_000_000
"""Bytes; a form with all its pictures stays well below."""


def read_info(content: bytes, key: str) -> str | None:
    """Return the text under a key of the information dictionary; none without it.

    The dictionary may lie compressed among other objects, so pdfium looks for it; a document
    that it cannot open says nothing.
    """
    name = key.encode("ascii")
    try:
        with open_document(content) as document:
            length = pdfium.FPDF_GetMetaText(document, name, None, 0)
            if not 2 < length <= LARGEST_VALUE:  # noqa: PLR2004 - the zero at its end
                return None
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDF_GetMetaText(document, name, buffer, length)
    except PdfRefused:
        return None
    return buffer.raw[: length - 2].decode("utf-16-le", "surrogatepass")
