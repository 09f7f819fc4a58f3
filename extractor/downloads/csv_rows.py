"""The register's CSV download as rows: one entry on each, under a header of keys."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from extractor.downloads.columns import find_key, show_column
from extractor.downloads.entries import Cell, Row
from extractor.errors import DownloadUnusable
from extractor.locators import TABLE_LABEL

MOST_ROWS = 20_000
"""The whole register has some 1,500 entries."""

_DELIMITERS = (",", ";", "\t")
"""That of the register itself first; a Dutch spreadsheet saves with semicolons."""

_ENCODING = (
    "is niet als UTF-8 te lezen",
    "Sla het bestand op als CSV UTF-8, of geef de download zoals het register hem maakte.",
)


def read_csv_rows(content: bytes) -> Iterator[Row]:
    """Yield a row for each entry; a file that is no CSV of the register is refused."""
    text = _decode(content)
    lines = iter(_parse(text))
    header = next(lines, [])
    keys = _read_header(header)
    for number, line in enumerate(lines, start=2):
        if number > MOST_ROWS:
            raise DownloadUnusable(f"heeft meer dan {MOST_ROWS} regels")
        if len(line) > len(header):
            raise DownloadUnusable(f"heeft op regel {number} meer cellen dan kolommen")
        if any(each.strip() for each in line):
            yield _make_row(header, keys, line, number)


def _make_row(header: Sequence[str], keys: Sequence[str], line: Sequence[str], number: int) -> Row:
    cells = tuple(
        Cell(column=key, title=title, text=text, label=_label(number, title))
        for title, key, text in zip(header, keys, line, strict=False)
        if text.strip()
    )
    version = next((each.text.strip() for each in cells if each.column == "standard_version"), "")
    return Row(version=version, cells=cells)


def _label(number: int, title: str) -> str:
    return f"{TABLE_LABEL}1, rij {number}, kolom {title}"


def _decode(content: bytes) -> str:
    """Return the text, without the mark at its start."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DownloadUnusable(*_ENCODING) from None
    if "\0" in text:
        raise DownloadUnusable(*_ENCODING)
    return text


def _parse(text: str) -> list[list[str]]:
    """Return the lines by the delimiter that gives a header the register has."""
    first = text.partition("\n")[0]
    for delimiter in _DELIMITERS:
        names = next(iter(csv.reader([first], delimiter=delimiter)), [])
        if len(names) > 1 and _find_keys(names)[0]:
            return _split(text, delimiter)
    raise DownloadUnusable("heeft niet de kolommen van een download van het Algoritmeregister")


def _split(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise DownloadUnusable("is geen gave CSV: een cel is te groot of niet afgesloten") from None


def _find_keys(names: Sequence[str]) -> tuple[bool, list[str]]:
    """Return whether these are the register's columns, and their keys; unknown ones as they are."""
    found = [find_key(name, "1.0") for name in names]
    known = {"name", "organization"} <= set(found)
    return known, [key or name.strip() for key, name in zip(found, names, strict=True)]


def _read_header(header: Sequence[str]) -> list[str]:
    _, keys = _find_keys(header)
    twice = next((key for key in keys if key and keys.count(key) > 1), None)
    if twice:
        raise DownloadUnusable(f"heeft de kolom {show_column(twice)} twee keer")
    return keys
