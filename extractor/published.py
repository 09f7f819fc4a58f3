"""What the register published of an algorithm: the values, the day, and where they stand."""

from __future__ import annotations

from datetime import date, datetime

from extractor.models import Citation, ClaimValue, Record

REGISTER = "Algoritmeregister"
"""By whose name published values stand beside a field."""

FieldText = str | tuple[ClaimValue, ...]
"""Plain text or a choice; a list for themes and groupings."""


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

    @property
    def name(self) -> str:
        """Return what the entry is called, or its code where the name is no value."""
        return str(self.values.get("name") or self.lars or "zonder naam")


class Publication(Record):
    """An entry with the download it was read from."""

    entry: PublishedEntry
    reading: str
    """The row of the download, as it was read."""
    places: dict[str, Citation]
    """Where each value stands, by key of the field, and each other cell by that of its column."""
    document: str
    """The file's own name."""
    downloaded_on: date
    added_at: datetime

    @property
    def day(self) -> date:
        """Return the day it was published, or where the file does not say so was downloaded."""
        return self.entry.published_on or self.downloaded_on
