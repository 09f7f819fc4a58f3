"""A sheet of a list as it was read: texts by row and column, and what a reader must know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from extractor.errors import ListUnusable

MOST_ROWS = 10_000
MOST_COLUMNS = 200
MOST_CELLS = 100_000
"""Filled cells of one sheet: five thousand rows of twenty columns."""

LONGEST_CELL = 32_767
"""Characters; a spreadsheet program keeps no more in a cell."""

Place = tuple[int, int]
"""A row and a column, both from 1."""


@dataclass(frozen=True)
class Grid:
    """One sheet: its filled cells, and what of it nobody may overlook."""

    name: str
    """Empty where the file has no sheets."""
    cells: Mapping[Place, str]
    """The text of each filled cell, as it stands there."""
    merged: Mapping[Place, Place] = field(default_factory=dict)
    """Of each cell that is covered by one above it: that one."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unknown: frozenset[Place] = frozenset()
    """Formulas of which the file keeps no result; they are never worked out here."""
    is_hidden: bool = False
    is_too_large: bool = False

    def find(self, place: Place) -> tuple[Place, str] | None:
        """Return the text at a place and where it stands, which may be in a cell above; or none."""
        anchor = self.merged.get(place, place)
        text = self.cells.get(anchor)
        return None if text is None else (anchor, text)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Return the columns that say anything, from left to right."""
        return tuple(sorted({column for _, column in self.cells}))

    @cached_property
    def last_row(self) -> int:
        """Return the number of the last row that says anything."""
        return max((row for row, _ in self.cells), default=0)


def name_column(number: int) -> str:
    """Return the letters of a column.

    >>> [name_column(number) for number in (1, 26, 27, 702, 703)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def name_cell(place: Place) -> str:
    """Return what a spreadsheet program calls a cell.

    >>> name_cell((7, 2))
    'B7'
    """
    return f"{name_column(place[1])}{place[0]}"


def require_short(text: str, place: Place) -> str:
    """Return the text; refused where no spreadsheet program keeps so much in a cell."""
    if len(text) > LONGEST_CELL:
        raise ListUnusable(f"cel {name_cell(place)} heeft meer dan {LONGEST_CELL} tekens")
    return text
