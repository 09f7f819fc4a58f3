"""Lists as organisations keep them, and a store to read them into."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from extractor.candidates import Role
from extractor.inventory.keeping import KeptList, ListChoices, keep_list
from extractor.inventory.loading import parse_list
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
HEADINGS = ("Naam algoritme", "Dienst", "Proces", "Status", "Categorie")
ROWS = (
    ("Parkeercontrole scanauto", "Toezicht", "Parkeren", "In gebruik", "B"),
    ("Slootschouw", "Beheer", "Schouw", "pilot", "C"),
    ("Documenten lakken", "Informatie", "Woo", "in gebruik", "overig"),
)

Cell = str | int | float | bool | datetime | None
Keep = Callable[..., KeptList]


def write_workbook(*rows: Sequence[Cell], sheet: str = "Blad1") -> bytes:
    """Return a workbook with one sheet of these rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    made = book.create_sheet(sheet)
    for row in rows:
        made.append(row)
    return save_workbook(book)


def save_workbook(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def keep(store: Store) -> Keep:
    """Return what reads rows below the headings into the store, as a list of this name."""

    def keep_rows(
        *rows: Sequence[Cell],
        headings: Sequence[str] = HEADINGS,
        name: str = "lijst.xlsx",
        at: datetime = NOON,
        columns: dict[Role, str | None] | None = None,
    ) -> KeptList:
        loaded = parse_list(write_workbook(headings, *rows), name)
        return keep_list(store, loaded, ListChoices(columns=columns or {}), at)

    return keep_rows
