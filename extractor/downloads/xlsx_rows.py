"""The register's Excel download as rows: a sheet for each version, a column for each entry."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import unescape
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from extractor.downloads.columns import find_key
from extractor.downloads.entries import Cell, Row
from extractor.downloads.mapping import find_target
from extractor.errors import DownloadUnusable
from extractor.locators import TABLE_LABEL
from extractor.standard.rich_text import protect_ampersands

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST_UNPACKED = 100_000_000
"""Bytes; the whole register unpacks to some 20 million."""

MOST_LINES = 200
"""Of a sheet; a version of the standard has at most 45 fields."""

MOST_ENTRIES = 16_000
"""Columns of a sheet; a spreadsheet has 16,384."""

_NOT_EXCEL = "is geen gaaf Excel-bestand"
_NOT_OURS = "heeft geen blad van een download van het Algoritmeregister"


def read_xlsx_rows(content: bytes) -> Iterator[Row]:
    """Yield a row for each entry of each sheet; formulas stay the text they are."""
    for title, lines in _read_sheets(content):
        version = _find_version(title, lines)
        keys = [find_key(str(line[0] or ""), version) or "" for line in lines]
        if not {"name", "organization"} <= set(keys):
            continue
        twice = next((key for key in keys if key and keys.count(key) > 1), None)
        if twice:
            raise DownloadUnusable(f"heeft op een blad het veld {twice} twee keer")
        yield from _list_entries(title, version, lines, keys)


def _list_entries(
    title: str, version: str, lines: Sequence[Sequence[str]], keys: Sequence[str]
) -> Iterator[Row]:
    widest = max(map(len, lines))
    for column in range(1, widest):
        cells = []
        for number, (line, key) in enumerate(zip(lines, keys, strict=True), start=1):
            text = line[column] if column < len(line) else ""
            if text.strip():
                column_key = key or line[0].strip()
                cells.append(
                    Cell(
                        column=column_key,
                        title=line[0],
                        text=_decode(text, column_key, version),
                        label=f"{TABLE_LABEL}{title}, rij {number}, kolom {column + 1}",
                    )
                )
        if cells:
            yield Row(version=version, cells=tuple(cells))


def _decode(text: str, key: str, version: str) -> str:
    """Return the text of rich text, which this layout keeps in the codes of html."""
    field = find_target(key, version)
    return unescape(protect_ampersands(text)) if field and field.rich else text


def _find_version(title: str, lines: Sequence[Sequence[str]]) -> str:
    """Return the version that the sheet says it is of, else the one it is named for."""
    names = ("standard_version", "versie publicatiestandaard", "schema")
    said = (
        each.strip()
        for line in lines
        if line[0].strip().casefold() in names
        for each in line[1:]
        if each.strip()
    )
    return next(said, title.strip())


def _read_sheets(content: bytes) -> list[tuple[str, list[list[str]]]]:
    _refuse_bombs(content)
    from openpyxl import load_workbook  # noqa: PLC0415 - only where such a file is read

    try:
        with warnings.catch_warnings():
            # What openpyxl does not know of a workbook is no part of a download.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a broken part makes it raise
        raise DownloadUnusable(_NOT_EXCEL) from None
    try:
        sheets = _read_book(book)
    except DownloadUnusable:
        raise
    except Exception:  # noqa: BLE001 - parts are parsed as they are read
        raise DownloadUnusable(_NOT_EXCEL) from None
    finally:
        book.close()
    if not sheets:
        raise DownloadUnusable(_NOT_OURS)
    return sheets


def _read_book(book: Workbook) -> list[tuple[str, list[list[str]]]]:
    sheets = []
    for sheet in book.worksheets:
        # A sheet may say that it is a million lines long: what it says is not believed.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=MOST_LINES + 1, max_col=MOST_ENTRIES, values_only=True)
        lines = [[_write(value) for value in row] for row in islice(rows, MOST_LINES + 1)]
        if len(lines) > MOST_LINES:
            raise DownloadUnusable(f"heeft een blad met meer dan {MOST_LINES} regels")
        filled = [line for line in lines if line]
        if any(find_key(line[0], "1.0") == "name" for line in filled):
            sheets.append((sheet.title, filled))
    return sheets


def _write(value: object) -> str:
    """Return a cell as text; a number without the decimals that a spreadsheet gave it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


def _refuse_bombs(content: bytes) -> None:
    """Refuse what is no zip, or unpacks to more than any download; nothing is unpacked yet."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        raise DownloadUnusable(_NOT_EXCEL) from None
    if size > LARGEST_UNPACKED:
        raise DownloadUnusable("wordt uitgepakt groter dan een download kan zijn")
