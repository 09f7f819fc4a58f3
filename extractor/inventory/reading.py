"""Make a reading of a sheet, so that its cells are cited like any document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.candidates import CandidateCell
from extractor.documents.identity import make_reading_id
from extractor.inventory.grid import Grid, Place, name_cell
from extractor.locators import ROW_LABEL
from extractor.models import Block, Citation, Reading, Source, Span

READER = "sheet@1"


@dataclass(frozen=True)
class ReadSheet:
    """A sheet as a reading: a row on a line, a tab between cells."""

    reading: Reading
    places: Mapping[Place, Span]
    """Where the characters of each filled cell stand in the text."""


def read_sheet(source: Source, grid: Grid) -> ReadSheet:
    """Return the reading of a sheet; its text holds each cell as it is in the file."""
    texts: list[str] = []
    blocks: list[Block] = []
    places: dict[Place, Span] = {}
    length = 0
    for number, row in _list_rows(grid):
        inner = []
        start = length
        for place, text in row:
            places[place] = Span(start=length, end=length + len(text))
            label = label_cell(grid.name, place)
            inner.append(Block(kind="cell", span=places[place], level=place[1], label=label))
            texts.append(text)
            length += len(text) + 1
            texts.append("\t")
        texts[-1] = "\n"
        whole = Span(start=start, end=length - 1)
        blocks += [Block(kind="row", span=whole, label=f"{ROW_LABEL}{number}"), *inner]
    options = (grid.name,) if grid.name else ()
    reading = Reading(
        id=make_reading_id(source.sha256, READER, options),
        source=source,
        reader=READER,
        options=options,
        text="".join(texts),
        blocks=tuple(blocks),
    )
    return ReadSheet(reading, places)


def label_cell(sheet: str, place: Place) -> str:
    """Return how a cell is named: its sheet where there are sheets, then column and row.

    >>> label_cell("Blad1", (7, 2)), label_cell("", (7, 2))
    ('Blad1!B7', 'B7')
    """
    return f"{sheet}!{name_cell(place)}" if sheet else name_cell(place)


def cite_cell(reading: Reading, cell: CandidateCell) -> Citation:
    """Return the cell as a citation: its own characters in the reading of its list."""
    return Citation(
        reading=reading.id,
        span=cell.span,
        quote=cell.span.of(reading.text),
        locator=cell.locator,
    )


def _list_rows(grid: Grid) -> list[tuple[int, list[tuple[Place, str]]]]:
    """Return the filled cells of each row that has any, in order."""
    rows: dict[int, list[tuple[Place, str]]] = {}
    for place in sorted(grid.cells):
        rows.setdefault(place[0], []).append((place, grid.cells[place]))
    return list(rows.items())
