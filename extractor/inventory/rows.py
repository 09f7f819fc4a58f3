"""The rows of a list below its headings, and which of them are no candidate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.candidates import CandidateCell, Role
from extractor.inventory.columns import Header, show_text
from extractor.inventory.grid import Grid
from extractor.inventory.reading import ReadSheet, label_cell
from extractor.models import Locator


@dataclass(frozen=True)
class ListRow:
    """A row that names a candidate."""

    number: int
    name: str
    cells: tuple[CandidateCell, ...]

    def get(self, role: Role) -> str | None:
        """Return what the row says in the column with this role, or none."""
        return next((cell.text for cell in self.cells if cell.role == role), None)


@dataclass(frozen=True)
class ListRows:
    """All rows of a list that say anything."""

    rows: tuple[ListRow, ...]
    nameless: tuple[int, ...]
    """Rows that say something but no name: nobody can tell what they are about."""
    continued: tuple[int, ...]
    """Rows that share the cell with the name with the row above."""


def list_rows(sheet: ReadSheet, grid: Grid, header: Header) -> ListRows:
    """Return the rows below the headings; a heading that is repeated is no row."""
    name = header.find("name")
    column = name.number if name else 0
    headings = {each.number: each.heading for each in header.columns}
    filled: dict[int, set[int]] = {}
    for row, number in grid.cells:
        filled.setdefault(row, set()).add(number)
    rows: list[ListRow] = []
    nameless: list[int] = []
    continued: list[int] = []
    for row in sorted(filled):
        own = {number: show_text(grid.cells[row, number]) for number in filled[row]}
        if row <= header.row or all(headings[each] == text for each, text in own.items()):
            continue
        cells = tuple(_make_cells(sheet, grid, header, row))
        told = next((cell.text for cell in cells if cell.role == "name"), "")
        if not told:
            nameless.append(row)
        elif (row, column) in grid.merged:
            continued.append(row)
        else:
            rows.append(ListRow(row, told, cells))
    return ListRows(tuple(rows), tuple(nameless), tuple(continued))


def _make_cells(sheet: ReadSheet, grid: Grid, header: Header, row: int) -> Iterator[CandidateCell]:
    for column in header.columns:
        found = grid.find((row, column.number))
        if found is None:
            continue
        anchor, text = found
        shown = show_text(text)
        if shown:
            yield CandidateCell(
                column=column.heading,
                role=column.role,
                text=shown,
                span=sheet.places[anchor],
                locator=Locator(kind="cell", label=label_cell(grid.name, anchor)),
            )
