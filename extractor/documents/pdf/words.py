"""Read the words of a page with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.documents.pdf.glyphs import Glyphs
from extractor.documents.pdf.sight import is_hidden

WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
"""A word, with the hyphen pdfium shows as U+FFFE, where the line ends."""

FINAL_DIGITS = re.compile(r"\d+(?=\D{0,2}$)")
"""Digits near the end of a word: a footnote mark as far as they are raised."""

LONGEST_TAIL = 8
"""Characters at the end of a word in which a footnote mark is looked for."""

RAISED = 0.1
"""Part of the font size that a footnote mark stands above its word, at least."""

SMALLER = 0.85
"""At most this part of the size of the words around it makes a word a raised number."""


class Word(NamedTuple):
    """A word with its place in points from the left top corner of the page as shown."""

    start: int
    end: int
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    mark: int
    """Where a raised number at its end begins, -1 when there is none."""
    hidden: bool
    """Whether nobody sees it on the page."""


def read_words(glyphs: Glyphs, offset: int) -> list[Word]:
    """Return the words of a page whose text starts at this offset of the reading's."""
    text = glyphs.text
    spans = [found.span() for found in WORD.finditer(text)]
    words: list[Word] = []
    for (start, end), measure in zip(spans, glyphs.measure(spans), strict=True):
        left, baseline, right, (size, bold, _, plain) = measure
        mark = -1
        if not text[start:end].isalpha():
            mark = _find_mark(glyphs, (start, end), baseline, size)
            mark += offset if mark >= 0 else 0
        hidden = not plain and is_hidden(glyphs, start, end)
        place = offset + start, offset + end, left, right, baseline
        words.append(Word(*place, size, bold, mark, hidden))
    return words


def _find_mark(glyphs: Glyphs, word: tuple[int, int], baseline: float, size: float) -> int:
    """Return where the raised digits at the end of a word begin, -1 without any."""
    start, end = word
    tail = max(start, end - LONGEST_TAIL)
    digits = FINAL_DIGITS.search(glyphs.text[tail:end])
    mark = -1
    if digits is None:
        return mark
    first = max(tail + digits.start(), start + 1)
    for position in range(tail + digits.end() - 1, first - 1, -1):
        raised = baseline - glyphs.origin(position)[1] >= RAISED * size
        if not raised or glyphs.print(position).size > SMALLER * size:
            break
        mark = position
    return mark
