"""Draw small PDFs to read."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractor.documents.pdf import read_pdf
from extractor.models import BlockKind, Reading, Source

Text = tuple[float, float, str] | tuple[float, float, str, str, float]
"""Left, distance from the top, words; where they differ from the body also font and size."""

BODY = ("Helvetica", 11.0)


def draw_pages(pages: Sequence[Sequence[Text]], turn: int = 0, picture: bytes = b"") -> bytes:
    """Return a PDF with these texts on its pages, in this order, and a picture behind each."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for page in pages:
        if picture:
            canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, *A4)
        canvas.setPageRotation(turn)
        for left, top, words, *font in page:
            canvas.setFont(*(font or BODY))
            canvas.drawString(left, A4[1] - top, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def read_bytes(content: bytes) -> Reading:
    """Return the reading of a PDF of which nothing is known but its bytes."""
    digest = hashlib.sha256(content).hexdigest()
    return read_pdf(content, Source(sha256=digest, name="stuk.pdf", media_type="application/pdf"))


def set_lines(lines: Sequence[str], left: float = 70, top: float = 120) -> list[Text]:
    """Return the lines below each other in the print of the body."""
    return [(left, top + 14 * number, line) for number, line in enumerate(lines)]


def list_blocks(reading: Reading, *kinds: BlockKind) -> list[str]:
    """Return the texts of the blocks of these kinds on one line each, in reading order."""
    texts = (block.span.of(reading.text) for block in reading.blocks if block.kind in kinds)
    return [" ".join(text.split()) for text in texts]


@pytest.fixture
def draw() -> Callable[..., bytes]:
    """Give the way to draw a PDF."""
    return draw_pages


@pytest.fixture
def read() -> Callable[[bytes], Reading]:
    """Give the way to read a PDF from its bytes alone."""
    return read_bytes


@pytest.fixture
def lines() -> Callable[..., list[Text]]:
    """Give the way to set lines below each other."""
    return set_lines


@pytest.fixture
def blocks() -> Callable[..., list[str]]:
    """Give the way to list the texts of blocks."""
    return list_blocks


@pytest.fixture
def prose() -> Sequence[str]:
    """Give lines of running text, so long that a page of them is a page of text."""
    return (
        "Het systeem leest de kentekens van geparkeerde voertuigen en vraagt bij het register na",
        "of er voor dat kenteken is betaald. Een medewerker bekijkt daarna elke treffer op het",
        "scherm en kiest of er een aanslag volgt. Zonder die keuze wordt er niets opgelegd en",
        "worden de foto's na zeven dagen gewist.",
    )
