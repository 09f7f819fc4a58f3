"""Citations of places that are known exactly."""

from __future__ import annotations

from extractor.locators import locate
from extractor.models import Citation, Reading, Span


def cite_span(reading: Reading, span: Span) -> Citation:
    """Return the citation of exactly these characters."""
    return Citation(
        reading=reading.id, span=span, quote=span.of(reading.text), locator=locate(reading, span)
    )
