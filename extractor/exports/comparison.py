"""Tables of a comparison as a workbook or as Markdown, in which no cell is a formula or markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePath

from extractor.errors import OutputRefused
from extractor.exports.archive import MAKER, freeze_archive
from extractor.exports.entry_page import MARK

_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(r"([\\`*_\[\]<>|#&~$])")
_LARGEST_CELL = 32_000
"""Characters; a spreadsheet holds 32,767."""
_WIDTH = 32


@dataclass(frozen=True)
class Table:
    """Rows under a head, all of text."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def render_tables(tables: Sequence[Table], path: PurePath) -> bytes:
    """Return the tables in the form that the file's name ends in: `.xlsx` or `.md`."""
    if path.suffix.lower() == ".xlsx":
        return render_workbook(tables)
    if path.suffix.lower() == ".md":
        return render_markdown(tables)
    raise OutputRefused(
        f"{path} is niet geschreven: de naam eindigt niet op .xlsx of .md",
        "Geef met --out een naam zoals vergelijking.xlsx of vergelijking.md.",
    )


def render_workbook(tables: Sequence[Table]) -> bytes:
    """Return a workbook with a sheet for each table."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where such a file is made
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    book.properties.creator = MAKER
    book.properties.created = book.properties.modified = _MADE.replace(tzinfo=None)
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(table.title)
        sheet.freeze_panes = "A2"
        for number, line in enumerate((table.head, *table.rows), start=1):
            for column, text in enumerate(line, start=1):
                cell = sheet.cell(number, column)
                cell.value = "\n".join(_list_lines(text))[:_LARGEST_CELL]
                # Text whatever it begins with, so that no spreadsheet takes it for a formula.
                cell.data_type = "s"
                cell.font = Font(bold=number == 1)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for column in range(1, len(table.head) + 1):
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
    out = BytesIO()
    book.save(out)
    return freeze_archive(out.getvalue())


def render_markdown(tables: Sequence[Table]) -> bytes:
    """Return UTF-8 Markdown, a heading and a table for each; what a cell says is no markup."""
    parts = [MARK]
    for table in tables:
        lines = [table.head, ("--",) * len(table.head)]
        body = [tuple(_escape(text) for text in row) for row in table.rows]
        rows = "\n".join(f"| {' | '.join(line)} |" for line in (*lines, *body))
        parts.append(f"## {table.title}\n\n{rows if table.rows else 'Niets.'}")
    return ("\n\n".join(parts) + "\n").encode()


def _escape(text: str) -> str:
    return "<br>".join(_MARKUP.sub(r"\\\1", line.strip()) for line in _list_lines(text))


def _list_lines(text: str) -> list[str]:
    """Return the lines of a cell, with � for what has no shape of its own."""
    return [_UNSEEN.sub("�", line) for line in text.splitlines()]
