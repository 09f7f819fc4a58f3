"""What a download holds: its cells as they stand there, and the entries they are."""

from __future__ import annotations

from datetime import date

from extractor.models import ClaimValue, Record

FieldText = str | tuple[ClaimValue, ...]
"""Plain text or a choice; a list for themes and groupings."""


class Cell(Record):
    """One filled-in cell of the download."""

    column: str
    """The key of the column, whatever its title in this file."""
    title: str
    """What the file calls the column."""
    text: str
    label: str
    """Where it stands, as a locator says it."""


class Row(Record):
    """The filled-in cells of one entry, in the order of the file."""

    version: str
    """Of the publication standard."""
    cells: tuple[Cell, ...]

    def read(self, column: str) -> str:
        """Return the text in a column, without white space around it; empty where there is none."""
        return next((each.text.strip() for each in self.cells if each.column == column), "")


class Unmapped(Record):
    """What stands in a download and is no value of standard 1.0, and why in Dutch."""

    column: str
    """What the file calls the column."""
    value: str
    why: str
    repair: str | None = None
    """What could be meant, where that is certain enough to ask."""


class PublishedEntry(Record):
    """One entry as the register published it, under the fields of standard 1.0."""

    lars: str | None
    """The register's code; none in a file that the register did not make."""
    standard_version: str
    published_on: date | None
    values: dict[str, FieldText]
    """By key of the ingest API; only what standard 1.0 takes."""
    unmapped: tuple[Unmapped, ...] = ()


class Download(Record):
    """All entries of a file, each beside the row it was read from."""

    entries: tuple[tuple[Row, PublishedEntry], ...]
