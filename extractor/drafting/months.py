"""Find months in Dutch text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.drafting.words import load_words

_WRITTEN = re.compile(r"\b([a-z]+)\s+(\d{4})\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?\b")
_NUMERIC = re.compile(r"\b\d{1,2}[-/.](0?[1-9]|1[0-2])[-/.](\d{4})\b")


def find_months(text: str) -> tuple[tuple[int, str], ...]:
    """Return where each month stands and the month as `yyyy-mm`, in order."""
    return tuple(sorted(_scan(text)))


def _scan(text: str) -> Iterator[tuple[int, str]]:
    months = load_words("months")
    for match in _WRITTEN.finditer(text):
        if match.group(1).lower() in months:
            number = months.index(match.group(1).lower()) + 1
            yield match.start(), f"{match.group(2)}-{number:02d}"
    for match in _ISO.finditer(text):
        yield match.start(), f"{match.group(1)}-{match.group(2)}"
    for match in _NUMERIC.finditer(text):
        yield match.start(), f"{match.group(2)}-{int(match.group(1)):02d}"
