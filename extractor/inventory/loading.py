"""Load a list from disk: its bytes, and its sheets by what the bytes are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from extractor.documents.files import load_file, show_name
from extractor.errors import FolderNotFound, ListUnusable
from extractor.inventory.grid import Grid
from extractor.inventory.separated import read_separated
from extractor.inventory.workbook import read_workbook
from extractor.models import Source

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"

LARGEST_LIST = 30_000_000
"""Bytes of a list's file, pictures included."""

_PACKAGE = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a workbook of before 2007 begins, and a newer one behind a password."""


@dataclass(frozen=True)
class LoadedList:
    """A list as it lies on disk, and the sheets in it."""

    source: Source
    content: bytes
    grids: tuple[Grid, ...]


def load_list(path: Path) -> LoadedList:
    """Return the list; refused where it is no file that can be read as one."""
    if not path.exists():
        raise FolderNotFound(show_name(str(path)))
    loaded = load_file(path)
    if loaded.problem is not None:
        raise ListUnusable(f"is niet te lezen: {loaded.problem.message}", loaded.problem.hint)
    return parse_list(loaded.content, loaded.name)


def parse_list(content: bytes, name: str) -> LoadedList:
    """Return the list in these bytes; what they are counts, not how the file is called."""
    if len(content) > LARGEST_LIST:
        raise ListUnusable(f"is groter dan {LARGEST_LIST // 1_000_000} MB")
    if content.startswith(_OLD_OFFICE):
        raise ListUnusable(
            "is een oud Excel-bestand, of er zit een wachtwoord op",
            "Open het in Excel en sla het op als .xlsx, zonder wachtwoord.",
        )
    is_workbook = content.startswith(_PACKAGE)
    grids = read_workbook(content) if is_workbook else (read_separated(content),)
    source = Source(
        sha256=hashlib.sha256(content).hexdigest(),
        name=name,
        media_type=XLSX if is_workbook else CSV,
    )
    return LoadedList(source, content, grids)
