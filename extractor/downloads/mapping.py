"""From the cells of one row to the fields of publication standard 1.0."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from extractor.downloads.columns import ISSUED, find_column, is_earlier
from extractor.downloads.entries import Cell, Row
from extractor.downloads.groupings import read_grouping, read_themes, read_titles
from extractor.facts import find_dates
from extractor.published import FieldText, PublishedEntry, Unmapped
from extractor.standard.catalogue import Field, load_fields
from extractor.standard.repairs import offer_repair
from extractor.standard.values import list_objections

_LARS = re.compile(r"[0-9]{8}")
_NO_COLUMN = "deze kolom kent het Algoritmeregister niet"
_PARTS: Mapping[str, Callable[[str], FieldText | None]] = {
    "links": read_grouping,
    "choices": read_themes,
}


def map_row(row: Row) -> PublishedEntry:
    """Return the entry: what 1.0 takes under its keys, all else listed with the reason."""
    values: dict[str, FieldText] = {}
    unmapped: list[Unmapped] = []
    for cell in row.cells:
        for mapped in _map_cell(cell, row):
            if isinstance(mapped, Unmapped):
                unmapped.append(mapped)
            else:
                values[mapped[0]] = mapped[1]
    lars = row.read("lars")
    return PublishedEntry(
        lars=lars if _LARS.fullmatch(lars) else None,
        standard_version=row.version,
        published_on=read_day(row.read("publication_dt")),
        values=values,
        unmapped=tuple(unmapped),
    )


def find_target(column: str, version: str) -> Field | None:
    """Return the field of 1.0 that the column fills; none where it fills none."""
    found = find_column(column, version)
    key = None if found.why else found.field or column
    return next((each for each in load_fields() if each.key == key), None)


def read_day(text: str) -> date | None:
    """Return the day of a moment as the register or a spreadsheet writes it, or none."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    for found in find_dates(text[:20]):
        if found.year and found.month and found.day:
            return date(found.year, found.month, found.day)
    return None


def _map_cell(cell: Cell, row: Row) -> Iterator[tuple[str, FieldText] | Unmapped]:
    """Yield the field's value, and what of the cell is none."""
    text = cell.text.strip()
    field = find_target(cell.column, row.version)
    if cell.column in ISSUED:
        yield from _object_to_issued(cell, text)
    elif field is None:
        why = find_column(cell.column, row.version).why or _NO_COLUMN
        yield Unmapped(column=cell.title, value=text, why=why)
    elif field.kind != "constant":
        yield from _read_field(cell, field, text, row.version)


def _object_to_issued(cell: Cell, text: str) -> Iterator[Unmapped]:
    if cell.column == "lars" and not _LARS.fullmatch(text):
        yield Unmapped(column=cell.title, value=text, why="is geen LARS-code van 8 cijfers")
    if cell.column == "publication_dt" and read_day(text) is None:
        yield Unmapped(column=cell.title, value=text, why="is geen datum")


def _read_field(
    cell: Cell, field: Field, text: str, version: str
) -> Iterator[tuple[str, FieldText] | Unmapped]:
    value = _read_value(field, text, version)
    if field.kind == "choices" and isinstance(value, tuple):
        known = tuple(dict.fromkeys(item for item in value if item in field.choices))
        for item in dict.fromkeys(value):
            if item not in known:
                yield _refuse(cell, field, str(item), (str(item),))
        value = known
        if not known:
            return
    if value is None:
        why = "is niet te lezen als 1: titel, link. 2: titel, link"
        yield Unmapped(column=cell.title, value=text, why=why)
    elif list_objections(field.key, value):
        yield _refuse(cell, field, text, value)
    else:
        yield field.key, value


def _read_value(field: Field, text: str, version: str) -> FieldText | None:
    if field.kind == "links" and is_earlier(version):
        return read_titles(text)
    read = _PARTS.get(field.kind)
    return read(text) if read else text


def _refuse(cell: Cell, field: Field, text: str, value: FieldText) -> Unmapped:
    """Return what 1.0 does not take, with its objections and what could be meant."""
    repair = offer_repair(field.key, value) if isinstance(value, str) else None
    return Unmapped(
        column=cell.title,
        value=text,
        why="; ".join(list_objections(field.key, value)),
        repair=repair.value if repair else None,
    )
