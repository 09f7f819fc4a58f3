"""What the XML of a sheet says beside its values: what is hidden, merged, or not worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.documents.flow.xml import parse_part
from extractor.inventory.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Place

if TYPE_CHECKING:
    from lxml.etree import _Element

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_FAR = 10**7
"""Farther than any sheet goes; a number that cannot be read counts as this."""


@dataclass(frozen=True)
class Structure:
    """What is told of a sheet beside its values."""

    merged: dict[Place, Place]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    unknown: frozenset[Place]
    """Formulas without a kept result."""
    reaches_too_far: bool
    """Whether a filled cell lies beyond the rows and columns that are read."""


def read_structure(blob: bytes) -> Structure:
    """Return what the sheet's XML says; broken XML and document types are refused."""
    root = parse_part(blob)
    filled = list(_list_filled(root))
    return Structure(
        merged=_find_merged(
            root, max((place[0] for place, _ in filled if _fits(place)), default=0)
        ),
        hidden_rows=frozenset(
            number
            for number, row in _number_rows(root)
            if number <= MOST_ROWS and _is_set(row, "hidden")
        ),
        hidden_columns=_find_hidden_columns(root),
        unknown=frozenset(place for place, has_value in filled if not has_value and _fits(place)),
        reaches_too_far=any(has_value and not _fits(place) for place, has_value in filled),
    )


def read_place(name: str) -> Place | None:
    """Return the row and column of a cell's name, or none where it is none.

    >>> read_place("$B$7")
    (7, 2)
    """
    found = _CELL.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _list_filled(root: _Element) -> Iterator[tuple[Place, bool]]:
    """Yield each cell that holds something, and whether that is more than a formula."""
    for number, row in _number_rows(root):
        column = 0
        for cell in row.iterchildren("{*}c"):
            told = read_place(cell.get("r") or "")
            column = told[1] if told else column + 1
            value, inline = cell.find("{*}v"), cell.find("{*}is")
            has_value = bool(value is not None and value.text) or inline is not None
            if has_value or cell.find("{*}f") is not None:
                yield (number, column), has_value


def _number_rows(root: _Element) -> Iterator[tuple[int, _Element]]:
    number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = _read_number(row.get("r")) if row.get("r") else number + 1
        yield number, row


def _find_merged(root: _Element, last: int) -> dict[Place, Place]:
    """Return for each cell below the first of a merged area that first one, in its own column."""
    merged: dict[Place, Place] = {}
    left = MOST_CELLS
    for area in root.iterfind("{*}mergeCells/{*}mergeCell"):
        first, _, below = (area.get("ref") or "").partition(":")
        start, end = read_place(first), read_place(below)
        if start is None or end is None or not _fits(start):
            continue
        covered = range(start[0] + 1, min(end[0], last) + 1)
        # Areas of real sheets never overlap; those of hostile ones may, without end.
        left -= len(covered)
        if left < 0:
            break
        merged |= dict.fromkeys(((row, start[1]) for row in covered), start)
    return merged


def _find_hidden_columns(root: _Element) -> frozenset[int]:
    hidden: set[int] = set()
    for column in root.iterfind("{*}cols/{*}col"):
        if _is_set(column, "hidden"):
            first, last = _read_number(column.get("min")), _read_number(column.get("max"))
            hidden.update(range(first, min(last, MOST_COLUMNS) + 1))
    return frozenset(hidden)


def _fits(place: Place) -> bool:
    return 1 <= place[0] <= MOST_ROWS and 1 <= place[1] <= MOST_COLUMNS


def _is_set(element: _Element, key: str) -> bool:
    return element.get(key) in ("1", "true")


def _read_number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else _FAR  # noqa: PLR2004 - digits of `_FAR`
