"""Draw small PDFs to read."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractor.documents.pdf import read_pdf
from extractor.models import Reading, Source

Text = tuple[float, float, str, str, float]
"""Left, distance from the top, words, font, size."""

Draw = Callable[[Sequence[Sequence[Text]]], bytes]
Read = Callable[[bytes], Reading]

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"


def draw_pages(pages: Sequence[Sequence[Text]]) -> bytes:
    """Return a PDF with these texts on its pages."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for page in pages:
        for left, top, words, font, size in page:
            canvas.setFont(font, size)
            canvas.drawString(left, A4[1] - top, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def make_source(content: bytes) -> Source:
    """Return the source these bytes are."""
    digest = hashlib.sha256(content).hexdigest()
    return Source(sha256=digest, name="stuk.pdf", media_type="application/pdf")


@pytest.fixture
def draw() -> Draw:
    """Give the way to draw a PDF."""
    return draw_pages


@pytest.fixture
def read() -> Read:
    """Give the way to read a PDF from its bytes alone."""
    return lambda content: read_pdf(content, make_source(content))
