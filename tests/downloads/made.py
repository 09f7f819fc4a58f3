"""Download files as the register makes them, with invented entries."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook

from extractor.exports.register_csv import COLUMNS, ISSUED

Values = dict[str, str]

LEAST: Values = {
    "name": "Wachttijd laadpaal",
    "organization": "Gemeente Duinrade",
    "description_short": "Dit algoritme schat een wachttijd.",
    "status": "In gebruik",
    "standard_version": "1.0",
    "contact_email": "algoritmes@duinrade.example",
    "lang": "nld",
    "publication_category": "Overige algoritmes",
    "algorithm_id": "12345678",
    "publication_dt": "2025-03-04 09:10:11.123456+00:00",
}


def make_csv(
    *rows: Values, columns: Sequence[str] = (*COLUMNS, *ISSUED), delimiter: str = ","
) -> bytes:
    """Return a CSV download with these rows."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def make_xlsx(**sheets: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook with these lines; a sheet `v0_4` is named `0.4`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name.removeprefix("v").replace("_", "."))
        for line in lines:
            sheet.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
