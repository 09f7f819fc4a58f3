"""The list of what needs a person, as a CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

COLUMNS = ("algoritmedossier", "concept", "wat", "waar", "waarom", "wat te doen")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""With which a spreadsheet takes a cell for a formula, also behind blanks."""

LONGEST_CELL = 1_000
"""Characters: who wants all of a value opens the draft, and no spreadsheet holds over 32,767."""


def render_attention(rows: Iterable[Sequence[str]]) -> bytes:
    """Return UTF-8 with a byte order mark, every cell quoted, none of them a formula."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guard_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def guard_cell(cell: str) -> str:
    """Return the cell on one line, with an apostrophe before what would be a formula.

    >>> guard_cell("=1+1")
    "'=1+1"
    """
    shown = "".join(each if each.isprintable() else " " for each in cell).strip()
    # Letters in another form, such as a full-width equals sign, are formulas in some spreadsheets.
    plain = unicodedata.normalize("NFKC", shown).strip()
    is_formula = cell.startswith(FORMULA_STARTS) or plain.startswith(FORMULA_STARTS)
    short = shown if len(shown) <= LONGEST_CELL else f"{shown[:LONGEST_CELL]} …"
    return f"'{short}" if is_formula else short
