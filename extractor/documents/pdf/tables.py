"""Find tables: rows of cells in columns that hold over several rows, and over page ends.

Rules and frames are not looked at. Where columns are in doubt there is no table: text taken
for a table is worse than a table taken for text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.documents.pdf.cells import ALIGNED, Cell, Row, cut_pieces, find_rows
from extractor.documents.pdf.layout import Layout

TEXT_LINES, TEXT_WIDTH = 8, 0.28
"""Two cells of at least so many lines, each this part of the page wide, are columns of text."""


def find_tables(layout: Layout, skipped: frozenset[int]) -> tuple[Row, ...]:
    """Return the rows of all tables, in the order of the text."""
    rows = [row for row in find_rows(cut_pieces(layout, skipped)) if not _is_text(layout, row)]
    return tuple(row for run in _gather_runs(rows) if len(run) > 1 for row in _count(run))


def _is_text(layout: Layout, row: Row) -> bool:
    """Return whether the cells are columns of running text."""
    width = layout.sheets[row.cells[0].pieces[0].page - 1].width
    return all(
        len(cell.pieces) >= TEXT_LINES and cell.right - cell.left >= TEXT_WIDTH * width
        for cell in row.cells
    )


def _gather_runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows that follow each other, over page ends too, and share their columns."""
    run: list[Row] = []
    widest: Row | None = None
    for row in rows:
        if widest and (run[-1].stop != row.begin or not _share_columns((widest, run[-1]), row)):
            yield run
            run, widest = [], None
        widest = max(widest or row, row, key=lambda other: len(other.cells))
        run.append(row)
    if run:
        yield run


def _share_columns(models: Sequence[Row], row: Row) -> bool:
    """Return whether two columns of the row hold in one of these rows of the table."""
    return any(
        sum(any(_in_column(cell, other) for other in model.cells) for cell in row.cells) > 1
        for model in models
    )


def _in_column(cell: Cell, other: Cell) -> bool:
    """Return whether left edges, right edges or middles of two cells are in line."""
    left, right = cell.left - other.left, cell.right - other.right
    return min(abs(left), abs(right), abs(left + right) / 2) <= ALIGNED


def _count(run: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows with their number, their cells with the column of the widest row."""
    model = max(run, key=lambda row: len(row.cells))
    for number, row in enumerate(run, start=1):
        cells: list[Cell] = []
        for cell in row.cells:
            after = cells[-1].column if cells else 0
            cells.append(replace(cell, column=max(_find_column(cell, model), after + 1)))
        yield replace(row, cells=tuple(cells), number=number)


def _find_column(cell: Cell, model: Row) -> int:
    """Return the column, from 1, whose edges are nearest to the cell's."""
    far = [min(abs(cell.left - other.left), abs(cell.right - other.right)) for other in model.cells]
    return far.index(min(far)) + 1
