"""Place the cells of a table on a web page in columns: cells may be wider or taller than one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from extractor.documents.html.elements import is_hidden, read_name

GROUPS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})

MOST_COLUMNS = 1000
"""Columns that one cell may take, as browsers have it."""

MOST_ROWS = 65534
"""Rows that one cell may take, as browsers have it."""

MOST_TALL = 200
"""Tall cells beside each other that are taken into account; a page has no wider table."""


class TallCell(NamedTuple):
    """Columns that a cell takes in the rows below its own."""

    first: int
    after: int
    rows: int
    """How many more rows."""


def list_rows(table: _Element) -> Iterator[_Element]:
    """Yield the rows of a table, not those of tables in its cells nor hidden ones."""
    for child in table:
        name = read_name(child)
        if name in GROUPS and not is_hidden(child, name):
            yield from list_rows(child)
        elif name == "tr" and not is_hidden(child, name):
            yield child


def place_cells(row: _Element, tall: list[TallCell]) -> Iterator[tuple[int, _Element]]:
    """Yield the cells of a row with their columns, from 1; `tall` is what rows above leave taken.

    Afterwards `tall` holds what this row leaves taken to the next.
    """
    taken = sorted(tall)
    tall[:] = [each._replace(rows=each.rows - 1) for each in taken if each.rows > 1]
    column = 1
    for cell in row:
        if read_name(cell) not in CELLS:
            continue
        while taken and taken[0].first <= column:
            column = max(column, taken.pop(0).after)
        yield column, cell
        after = column + read_span(cell, "colspan", MOST_COLUMNS)
        rows = read_span(cell, "rowspan", MOST_ROWS)
        if rows > 1 and len(tall) < MOST_TALL:
            tall.append(TallCell(column, after, rows - 1))
        column = after


def read_span(cell: _Element, name: str, most: int) -> int:
    """Return how many columns or rows a cell takes."""
    value = cell.get(name, "1").strip()
    if not value.isdecimal() or not value.isascii():
        return 1
    if name == "rowspan" and value.strip("0") == "":
        return most
    return most if len(value) > len(str(most)) else min(max(int(value), 1), most)
