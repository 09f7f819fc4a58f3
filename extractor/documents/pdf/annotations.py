"""Make filled-in fields and typed notes part of their page's text, and count the remarks on it.

A field is read as it shows: pdfium draws it on the page, where its words have their own places.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

ON_PAGE = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP})
"""Kinds of annotation whose words stand on the page itself, where they have an appearance."""

REMARKS = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_CARET,
    }
)
"""Kinds of annotation that say something about the text, where they have words."""

MOST_ANNOTATIONS = 2000
"""How many annotations of a page are looked at, in a hostile file."""

NUL_BYTES = 2
"""Bytes of an empty text as pdfium gives it."""

Verdict = Literal["on_page", "remark", "silent"]


class Opened(NamedTuple):
    """A page with what was filled in on it as the end of its text."""

    page: PdfPage
    own: int | None
    """How many characters its text had without; none where nothing was filled in."""
    remarks: int
    """How many remarks hang on it."""


def open_page(document: PdfDocument, number: int) -> Opened:
    """Return a page, from 1, with what was filled in on it."""
    page = document[number - 1]
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)
    verdicts = [_judge(page, place) for place in range(count)]
    own: int | None = None
    if "on_page" in verdicts:
        characters = page.get_textpage()
        own = len(characters.get_text_range())
        characters.close()
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        page = document[number - 1]
    return Opened(page, own, verdicts.count("remark"))


def _judge(page: PdfPage, place: int) -> Verdict:
    """Return whether an annotation shows on the page, is a remark, or has nothing to read."""
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, place)
    if not annotation:
        return "silent"
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    look, says = pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, b"Contents"
    verdict: Verdict = "silent"
    if kind in ON_PAGE and pdfium.FPDFAnnot_GetAP(annotation, look, None, 0) > NUL_BYTES:
        verdict = "on_page"
    elif kind in REMARKS:
        length = pdfium.FPDFAnnot_GetStringValue(annotation, says, None, 0)
        verdict = "remark" if length > NUL_BYTES else "silent"
    pdfium.FPDFPage_CloseAnnot(annotation)
    return verdict
