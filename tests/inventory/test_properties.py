"""Whatever a list holds: it is refused in our own words, or every cell stands where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import ListUnusable
from extractor.inventory.grid import Grid, name_cell
from extractor.inventory.loading import LoadedList, parse_list
from extractor.inventory.previewing import preview_list
from extractor.inventory.reading import label_cell, read_sheet
from extractor.inventory.rows import list_rows
from extractor.inventory.sheets import choose_sheet
from extractor.inventory.structure import read_place
from extractor.locators import locate
from extractor.models import Source
from tests.inventory.conftest import HEADINGS, ROWS, write_workbook

WORKBOOK = write_workbook(HEADINGS, *ROWS)
SOURCE = Source(sha256="a" * 64, name="lijst.xlsx", media_type="text/csv")
PLACES = st.tuples(st.integers(1, 30), st.integers(1, 8))
TEXTS = st.text(min_size=1, max_size=20).filter(str.strip)
GRIDS = st.builds(
    Grid,
    name=st.sampled_from(["", "Blad1", "vraag 1", "tabel 2, rij 3"]),
    cells=st.dictionaries(PLACES, TEXTS, min_size=1, max_size=40),
    merged=st.dictionaries(PLACES, PLACES, max_size=5),
)


@given(st.binary(max_size=400))
def test_bytes_are_a_list_or_refused(content: bytes) -> None:
    """No bytes at all make reading fail in another way."""
    try:
        loaded = parse_list(content, "x")
        preview_list(loaded, None, {})
    except ListUnusable:
        return


@settings(max_examples=40)
@given(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused(place: int, damage: bytes) -> None:
    """Bytes that changed anywhere in the file are no reason to fail."""
    content = WORKBOOK[:place] + damage + WORKBOOK[place + len(damage) :]
    try:
        assert isinstance(parse_list(content, "x"), LoadedList)
    except ListUnusable:
        return


@given(GRIDS)
def test_every_cell_stands_where_it_says(grid: Grid) -> None:
    """Whatever characters cells hold, and whatever the sheet is called."""
    sheet = read_sheet(SOURCE, grid)

    assert sheet.places.keys() == grid.cells.keys()
    for place, span in sheet.places.items():
        assert span.of(sheet.reading.text) == grid.cells[place]
        found = locate(sheet.reading, span)
        assert (found.kind, found.label) == ("cell", label_cell(grid.name, place))


@given(GRIDS)
def test_every_row_is_told_once(grid: Grid) -> None:
    """A row below the headings is a candidate, has no name, goes on, or repeats the headings."""
    headed = Grid(
        name=grid.name,
        cells={(1, 1): "Naam", **{(row + 1, n): text for (row, n), text in grid.cells.items()}},
    )
    _, header = choose_sheet([headed], None, {"name": "Naam"})
    found = list_rows(read_sheet(SOURCE, headed), headed, header)

    told = [*(row.number for row in found.rows), *found.nameless, *found.continued]
    assert len(told) == len(set(told))
    assert set(told) <= {row for row, _ in headed.cells if row > header.row}
    assert all(row.name.isprintable() and row.name == row.name.strip() for row in found.rows)


@given(st.integers(1, 10_000_000 - 1), st.integers(1, 18_278))
def test_a_cell_is_found_by_its_name(row: int, column: int) -> None:
    """Naming a cell and reading the name come back to the same place."""
    assert read_place(name_cell((row, column))) == (row, column)
