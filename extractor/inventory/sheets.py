"""Choose the sheet of a workbook that holds the list."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.errors import ListUnusable
from extractor.inventory.columns import Chosen, Header, find_header, fold_words, refuse_headings
from extractor.inventory.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Grid


def choose_sheet(grids: Sequence[Grid], wanted: str | None, chosen: Chosen) -> tuple[Grid, Header]:
    """Return the sheet with this name, else the visible one that heads most columns we know.

    Refused where none has a column with names, and where it is too large to be a list.
    """
    offered = _find_named(grids, wanted) if wanted else [g for g in grids if not g.is_hidden]
    headed = [(grid, header) for grid in offered if (header := find_header(grid, chosen))]
    if headed:
        grid, header = max(headed, key=lambda each: _count_known(each[1]))
        if grid.is_too_large:
            raise _refuse_size()
        return grid, header
    if any(grid.is_too_large for grid in offered):
        raise _refuse_size()
    filled = [grid for grid in offered if grid.cells]
    if not filled:
        raise ListUnusable("is leeg")
    raise refuse_headings(max(filled, key=lambda grid: len(grid.cells)), chosen)


def _find_named(grids: Sequence[Grid], wanted: str) -> list[Grid]:
    found = [grid for grid in grids if fold_words(grid.name) == fold_words(wanted)]
    if not found:
        names = ", ".join(grid.name for grid in grids if grid.name) or "geen"
        raise ListUnusable(f"heeft geen tabblad {wanted}", f"De tabbladen: {names}.")
    return found[:1]


def _count_known(header: Header) -> int:
    return sum(column.role is not None for column in header.columns)


def _refuse_size() -> ListUnusable:
    return ListUnusable(
        f"is te groot: hoogstens {MOST_ROWS} rijen, {MOST_COLUMNS} kolommen en {MOST_CELLS} cellen",
        "Bewaar alleen de rijen en kolommen van de lijst in een eigen bestand.",
    )
