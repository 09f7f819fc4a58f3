"""Entries in the layout of the register's own Excel download (register.md 1.5).

A row for each field under its official title, a column for each entry; every cell is text, so that
no spreadsheet takes one for a formula.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from extractor.exports.archive import MAKER, freeze_archive
from extractor.exports.export import Export
from extractor.exports.register_csv import COLUMNS, ISSUED, write_cell
from extractor.standard.catalogue import find_field

ISSUED_TITLES = dict(zip(ISSUED, ("Algoritme-ID", "Publicatie datum"), strict=True))
_WIDTHS = {"A": 32, "B": 80}
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""A moment that stays the same: the same entries give the same file."""


def render_register_xlsx(export: Export) -> bytes:
    """Return a workbook with one sheet, named for the publication standard.

    The head of the log stands in its properties, as the sheet is the register's own.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - only where such a file is made
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    book.properties.creator = MAKER
    book.properties.description = export.write_head()
    book.properties.created = book.properties.modified = _MADE.replace(tzinfo=None)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("1.0")
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row, key in enumerate((*COLUMNS, *ISSUED), start=1):
        title = ISSUED_TITLES.get(key) or find_field(key).title
        sheet.cell(row, 1, title).font = Font(bold=True)
        for column, entry in enumerate(export.entries, start=2):
            cell = sheet.cell(row, column)
            cell.value = "" if key in ISSUED else write_cell(entry, key)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    out = BytesIO()
    book.save(out)
    return freeze_archive(out.getvalue())
