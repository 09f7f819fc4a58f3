"""Entries in the layout of the register's own CSV download (register.md 1.5).

The register imports no CSV: this file is for review, archive and comparison with the download.
A value that starts with `=` would be a formula in a spreadsheet; `RegisterEntry` refuses those,
so that nothing needs to be changed here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from extractor.exports.export import Export
from extractor.models import LinkedTitle
from extractor.standard.catalogue import find_field
from extractor.standard.entry import RegisterEntry
from extractor.standard.rich_text import list_text

COLUMNS = (
    "name",
    "organization",
    "description_short",
    "category",
    "website",
    "status",
    "goal",
    "proportionality",
    "lawful_basis",
    "standard_version",
    "url",
    "contact_email",
    "lang",
    "publiccode",
    "source_data",
    "methods_and_models",
    "human_intervention",
    "risks",
    "provider",
    "process_index_url",
    "tags",
    "source_id",
    "begin_date",
    "end_date",
    "impacttoetsen",
    "publication_category",
    "lawful_basis_grouping",
    "impacttoetsen_grouping",
    "source_data_grouping",
)

ISSUED = ("algorithm_id", "publication_dt")
"""The last two columns, which only the register can fill; they stay empty."""


def render_register_csv(export: Export) -> bytes:
    """Return UTF-8 with a byte order mark, every field quoted, one row for each entry."""
    return write_rows([write_cell(each, key) for key in COLUMNS] for each in export.entries)


def write_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """Return the header and the rows, each without the columns that only the register fills."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS + ISSUED)
    for row in rows:
        writer.writerow([*row, *[""] * len(ISSUED)])
    return text.getvalue().encode("utf-8-sig")


def write_cell(entry: RegisterEntry, key: str) -> str:
    """Return the value without tags or newlines; nothing takes the place of a tag."""
    value = getattr(entry, key)
    if not value:
        return ""
    if find_field(key).rich:
        return "".join(list_text(value)).replace("\n", " ")
    return value if isinstance(value, str) else write_items(value)


def write_items(items: Sequence[str | LinkedTitle]) -> str:
    """Return a list as one cell: `Economie, Werk`, or `1: title, link. 2: title` of a grouping."""
    if not all(isinstance(item, LinkedTitle) for item in items):
        return ", ".join(str(item) for item in items)
    numbered = (
        f"{number}: " + ", ".join(filter(None, (item.title, item.link)))
        for number, item in enumerate(items, start=1)
        if isinstance(item, LinkedTitle)
    )
    return ". ".join(numbered)
