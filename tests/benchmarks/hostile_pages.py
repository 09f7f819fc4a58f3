"""Write the document with a planted passage as one page of a PDF."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from planted_hostile import Passage

LEFT, TOP, LEADING, GAP = 70, 780, 14, 8
LETTERS = 80
"""On a line."""
SIZE, HEADING = 11, 14
UNSEEN = 3
"""The render mode that leaves no ink."""


def write_pages(document: Mapping[str, Any], passage: Passage | None) -> bytes:
    """Return the bytes of the PDF."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    high = _write_lines(canvas, document["title"], TOP, HEADING + 4)
    for heading, sentences in document["sections"].items():
        high = _write_lines(canvas, heading, high - GAP, HEADING)
        high = _write_lines(canvas, sentences[0], high, SIZE)
        if passage and passage.under == heading:
            high = _plant(canvas, passage, high)
        for sentence in sentences[1:]:
            high = _write_lines(canvas, sentence, high, SIZE)
    canvas.save()
    return target.getvalue()


def _plant(canvas: Canvas, passage: Passage, high: float) -> float:
    if passage.carrier == "pdf_property":
        canvas.setSubject(passage.text)
        return high
    if passage.carrier == "pdf_annotation":
        canvas.textAnnotation(passage.text, (LEFT, high, LEFT + 20, high + 20))
        return high
    canvas.saveState()
    if passage.carrier == "pdf_white":
        canvas.setFillGray(1)
    small, outside = passage.carrier == "pdf_small", passage.carrier == "pdf_outside"
    unseen = passage.carrier == "pdf_invisible"
    left = LEFT - 2000 if outside else LEFT
    high = _write_lines(
        canvas, passage.words, high, 1 if small else SIZE, left, UNSEEN if unseen else 0
    )
    canvas.restoreState()
    return high


def _write_lines(  # noqa: PLR0913, PLR0917 - how and where it is written
    canvas: Canvas, words: str, high: float, size: float, left: float = LEFT, mode: int = 0
) -> float:
    """Write a paragraph; return the height of the next."""
    text = canvas.beginText(left, high)
    text.setFont("Helvetica-Bold" if size >= HEADING else "Helvetica", size)
    text.setLeading(LEADING)
    text.setTextRenderMode(mode)
    lines = textwrap.wrap(words, LETTERS)
    text.textLines("\n".join(lines))
    text.setTextRenderMode(0)
    canvas.drawText(text)
    return high - LEADING * len(lines) - GAP
