"""A table of a report as a Word table: a repeated head, numbers to the right, the total in bold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extractor.report.blocks import Cell, Table
from extractor.report.word_cells import (
    fill_cell,
    fix_widths,
    keep_row,
    make_bordered,
    make_narrow,
    repeat_row,
)

if TYPE_CHECKING:
    from docx.document import Document

_INK, _LIGHT = "154273", "E8EDF3"
_SMALL, _SMALLER = 8.5, 7.5
"""Points of the letters in a table, and in a wide one."""
_WIDE = 8
"""Columns of a wide table."""
_LETTER = 12
"""Twips of a bold letter, for each point of its size."""
_PADDING = 130
_LEAST = 0.24
"""Of the width: what the columns with words have at least."""
_TOGETHER = 14
"""Rows of a table that still stands on one page."""


def make_table(document: Document, table: Table, width: int) -> Any:  # noqa: ANN401 - no types there
    """Return the table as wide as the text; python-docx has put it at the end of the document."""
    size = _SMALLER if len(table.head) >= _WIDE else _SMALL
    made = document.add_table(len(table.rows) + 1, len(table.head))
    make_bordered(made)
    make_narrow(made)
    fix_widths(made, list_widths(table, width, size))
    head, *rows = made.rows
    repeat_row(head)
    for cell, title in zip(head.cells, table.head, strict=True):
        fill_cell(cell, title, size=size, bold=True, colour="FFFFFF", fill=_INK)
    for row, values in zip(rows, list_rows(table), strict=True):
        last = table.total and row is rows[-1]
        for cell, value in zip(row.cells, values, strict=True):
            fill_cell(cell, str(value), size=size, bold=last, fill=_LIGHT if last else None)
    for row in (head, *rows):
        _align(row.cells[table.labels :])
        last = row is (rows[-1] if rows else head)
        keep_row(row, together=len(rows) < _TOGETHER and not last)
    return made


def list_rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows; where a label would repeat the one above it, a page leaves it out."""
    above: Cell = ""
    for row in table.rows:
        repeated = table.labels > 1 and row[0] == above
        above = row[0]
        yield ("", *row[1:]) if repeated else row


def list_widths(table: Table, width: int, size: float) -> list[int]:
    """Return the columns' widths: of numbers what their heads need, of words the rest."""
    needed = [
        int(max(map(len, _list_words(table, column))) * _LETTER * size) + _PADDING
        for column in range(table.labels, len(table.head))
    ]
    rest = width - sum(needed)
    least = int(width * _LEAST)
    if rest < least:
        needed = [each * (width - least) // sum(needed) for each in needed]
        rest = width - sum(needed)
    return [rest // table.labels] * table.labels + needed


def _list_words(table: Table, column: int) -> list[str]:
    cells = (str(row[column]) for row in table.rows)
    return [*table.head[column].split(), *cells]


def _align(cells: Any) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - only where a file is made

    for cell in cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
