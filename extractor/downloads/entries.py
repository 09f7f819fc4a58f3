"""What a download holds: its cells as they stand there, and the entries they are."""

from __future__ import annotations

from extractor.models import Record
from extractor.published import PublishedEntry


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


class Download(Record):
    """All entries of a file, each beside the row it was read from."""

    entries: tuple[tuple[Row, PublishedEntry], ...]
