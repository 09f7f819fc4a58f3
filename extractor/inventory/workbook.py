"""Read the sheets of an Excel workbook: values as the file keeps them, formulas never worked out.

openpyxl gives the values, in the mode that holds one row at a time; what it leaves out in that
mode is read beside it, by `structure.py`.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from extractor.documents.files import show_name
from extractor.errors import ListUnusable
from extractor.inventory.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Grid, Place, require_short
from extractor.inventory.structure import read_structure

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_UNPACKED = 50_000_000
"""Bytes of XML in a workbook; a list of a thousand rows takes about one million."""

LARGEST_SHEET = 10_000_000
"""Bytes of XML of one sheet; a larger one is no list of algorithms."""

MOST_SHEETS = 50
_DECLARES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))

_BROKEN = "is geen Excel-bestand dat gelezen kan worden"


def read_workbook(content: bytes) -> tuple[Grid, ...]:
    """Return the sheets in the workbook's order; a broken or hostile workbook is refused."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            _require_harmless(archive)
            # What openpyxl does not know, such as a colour rule, it warns of and leaves out.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return tuple(_read_sheets(content, archive))
    except (ListUnusable, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - openpyxl fails on hostile parts in any way it likes
        raise ListUnusable(_BROKEN) from None


def _require_harmless(archive: ZipFile) -> None:
    """Refuse a workbook that unpacks to too much, or whose XML declares a document type."""
    parts = [each for each in archive.infolist() if each.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise ListUnusable("wordt bij het uitpakken onredelijk groot")
    for part in parts:
        blob = archive.read(part)
        if any(each in blob for each in _DECLARES):
            raise ListUnusable(_BROKEN)


def _read_sheets(content: bytes, archive: ZipFile) -> Iterator[Grid]:
    from openpyxl import load_workbook  # noqa: PLC0415 - only where a workbook is read

    book: Workbook = load_workbook(
        BytesIO(content), read_only=True, data_only=True, keep_links=False
    )
    try:
        for sheet in book.worksheets[:MOST_SHEETS]:
            yield _read_sheet(sheet, archive)
    finally:
        book.close()


def _read_sheet(sheet: Worksheet, archive: ZipFile) -> Grid:
    name = " ".join(show_name(sheet.title).split())
    # openpyxl tells nowhere else which part it is, and its type stubs do not know.
    part = str(sheet._worksheet_path)  # type: ignore[attr-defined]  # noqa: SLF001
    if archive.getinfo(part).file_size > LARGEST_SHEET:
        return Grid(name=name, cells={}, is_too_large=True)
    told = read_structure(archive.read(part))
    cells: dict[Place, str] = {}
    # Without these bounds a sheet that claims a million columns is believed.
    for number, row in enumerate(sheet.iter_rows(1, MOST_ROWS, 1, MOST_COLUMNS), start=1):
        for column, cell in enumerate(row, start=1):
            text = _write_value(cell.value)
            if text.strip():
                cells[number, column] = require_short(text, (number, column))
        if len(cells) > MOST_CELLS:
            return Grid(name=name, cells=cells, is_too_large=True)
    return Grid(
        name=name,
        cells=cells,
        merged={place: anchor for place, anchor in told.merged.items() if place not in cells},
        hidden_rows=told.hidden_rows,
        hidden_columns=told.hidden_columns,
        unknown=told.unknown,
        is_hidden=sheet.sheet_state != "visible",
        is_too_large=told.reaches_too_far,
    )


def _write_value(value: object) -> str:
    """Return a cell's value as text, close to how a Dutch spreadsheet shows it."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return "" if value is None else str(value)
