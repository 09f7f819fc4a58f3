"""Read a download of the register, whichever of its two layouts it has."""

from __future__ import annotations

from extractor.downloads.csv_rows import read_csv_rows
from extractor.downloads.entries import Download, Row
from extractor.downloads.mapping import map_row
from extractor.downloads.xlsx_rows import read_xlsx_rows
from extractor.errors import DownloadUnusable

LARGEST_FILE = 100_000_000
"""Bytes; the whole register takes some 12 million as CSV."""

_ZIP = b"PK\x03\x04"
_OTHER_LANGUAGES = frozenset({"eng", "fry", "en", "fy"})

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def name_media(content: bytes) -> str:
    """Return which of the two layouts this is, as a media type."""
    return XLSX if content.startswith(_ZIP) else CSV


def read_download(content: bytes) -> Download:
    """Return what the register published, entry by entry; any other file is refused."""
    if not content:
        raise DownloadUnusable("is leeg")
    if len(content) > LARGEST_FILE:
        raise DownloadUnusable("is groter dan een download kan zijn")
    read = read_xlsx_rows if name_media(content) == XLSX else read_csv_rows
    rows = tuple(read(content))
    if any(_is_translated(row) for row in rows):
        raise DownloadUnusable(
            "is de vertaling", "Geef de Nederlandse download: daarin staat wat is vastgesteld."
        )
    return Download(entries=tuple((row, map_row(row)) for row in rows))


def _is_translated(row: Row) -> bool:
    return row.read("lang").casefold() in _OTHER_LANGUAGES
