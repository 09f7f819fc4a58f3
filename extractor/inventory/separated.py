"""Read a list whose cells stand on lines, separated by semicolons, commas or tabs."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from extractor.documents.text.decoding import decode_text
from extractor.errors import ListUnusable
from extractor.inventory.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Grid, Place, require_short

SEPARATORS = (";", ",", "\t")
LARGEST_TEXT = 20_000_000
_TRIED = 20
"""Rows by which the separator is told."""


def read_separated(content: bytes) -> Grid:
    """Return the one sheet of the file; bytes that are no text are refused."""
    text = decode_text(content) if len(content) <= LARGEST_TEXT else None
    if text is None:
        raise ListUnusable("is te groot, of is geen Excel-bestand en geen tekst")
    separator, text = _find_separator(text)
    cells: dict[Place, str] = {}
    for number, row in enumerate(_split_rows(text, separator), start=1):
        for column, value in enumerate(row, start=1):
            if not value.strip():
                continue
            place = number, column
            if number > MOST_ROWS or column > MOST_COLUMNS or len(cells) >= MOST_CELLS:
                return Grid(name="", cells=cells, is_too_large=True)
            cells[place] = require_short(value, place)
    return Grid(name="", cells=cells)


def _find_separator(text: str) -> tuple[str, str]:
    """Return what separates the cells, and the text without the line that says so.

    Told is the one by which most rows have the same number of cells, and more than one.
    """
    first, _, rest = text.partition("\n")
    said = first.strip().lower().removeprefix("sep=")
    if first.lower().startswith("sep=") and said in SEPARATORS:
        # The line stays as an empty one: a spreadsheet program counts it too.
        return said, f"\n{rest}"
    return max(SEPARATORS, key=lambda each: _count_regular(text, each)), text


def _count_regular(text: str, separator: str) -> int:
    try:
        rows = list(islice(filter(None, _split_rows(text, separator)), _TRIED))
    except ListUnusable:
        return 0
    lengths = Counter(len(row) for row in rows)
    return max((count * (length - 1) for length, count in lengths.items()), default=0)


def _split_rows(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        # Among others a quote that is never closed: then all that follows is one cell.
        raise ListUnusable("heeft een cel zonder einde: er staat een aanhalingsteken los") from None
