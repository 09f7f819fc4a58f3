"""Show what would be read of a list before it is read, so that a person can say it otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.errors import ListUnusable
from extractor.inventory.columns import Chosen, Column, Header, guess_header, show_text
from extractor.inventory.grid import Grid
from extractor.inventory.loading import LoadedList
from extractor.inventory.sheets import choose_sheet

_EXAMPLES = 3


@dataclass(frozen=True)
class PreviewedColumn:
    """A column with what it seems to say, and the first texts in it."""

    column: Column
    examples: tuple[str, ...]


@dataclass(frozen=True)
class ListPreview:
    """The sheets of a list, and the columns of the one that would be read."""

    name: str
    sheets: tuple[str, ...]
    sheet: str
    columns: tuple[PreviewedColumn, ...]
    has_names: bool
    """Whether a column holds names; without one nothing can be read."""


def preview_list(loaded: LoadedList, sheet: str | None, chosen: Chosen) -> ListPreview:
    """Return what would be read; refused where no sheet has a single row."""
    try:
        grid, header = choose_sheet(loaded.grids, sheet, chosen)
    except ListUnusable:
        grid = _find_fullest(loaded, sheet)
        header = guess_header(grid)
    return ListPreview(
        name=loaded.source.name,
        sheets=tuple(each.name for each in loaded.grids if each.name),
        sheet=grid.name,
        columns=tuple(
            PreviewedColumn(column, _list_examples(grid, header, column))
            for column in header.columns
        ),
        has_names=header.find("name") is not None,
    )


def _find_fullest(loaded: LoadedList, sheet: str | None) -> Grid:
    """Return the sheet that is asked for, else the fullest; refused again where that helps not."""
    offered = [each for each in loaded.grids if not sheet or each.name == sheet]
    usable = [each for each in offered if each.cells and not each.is_too_large]
    if not usable:
        choose_sheet(loaded.grids, sheet, {})
        raise ListUnusable("is leeg")
    return max(usable, key=lambda each: len(each.cells))


def _list_examples(grid: Grid, header: Header, column: Column) -> tuple[str, ...]:
    rows = range(header.row + 1, grid.last_row + 1)
    found = (grid.cells.get((row, column.number)) for row in rows)
    texts = (show_text(text) for text in found if text)
    return tuple(text for text, _ in zip(texts, range(_EXAMPLES), strict=False))
