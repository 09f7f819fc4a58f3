"""A list as text: whatever separates its cells and however it is encoded."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import ListUnusable
from extractor.inventory.grid import LONGEST_CELL
from extractor.inventory.separated import read_separated
from tests.inventory.conftest import HEADINGS, ROWS

# Many characters that no text has, such as control characters, make a file no list.
TYPED = st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co", "Cs"))
WORDS = st.text(TYPED, min_size=1).filter(str.strip)


def write_separated(rows: list[list[str]], separator: str) -> str:
    """Return the rows as a spreadsheet program writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separator_and_encoding_are_told_by_the_bytes(separator: str, encoding: str) -> None:
    """Excel's own variants need no option."""
    rows = [list(HEADINGS), ["Café-index; kosten, baten", "Beheer", "x", "y", "€"]]

    grid = read_separated(write_separated(rows, separator).encode(encoding))

    assert [grid.cells[2, column] for column in range(1, 6)] == rows[1]


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=3, max_size=8))
def test_every_cell_comes_back_as_it_was(rows: list[list[str]]) -> None:
    """Separators, quotes and line ends inside cells change nothing."""
    rows = [list(HEADINGS[:3]), *([each.replace(",", "") for each in row] for row in rows)]
    grid = read_separated(write_separated(rows, ";").encode())

    found = {place: text for place, text in grid.cells.items() if place[0] > 1}
    assert found == {
        (number, column): text
        for number, row in enumerate(rows[1:], start=2)
        for column, text in enumerate(row, start=1)
        if text.strip()
    }


def test_a_line_that_names_the_separator_is_obeyed_and_counted() -> None:
    """Excel's first line is no row, but the rows keep the numbers that Excel shows."""
    grid = read_separated(b"sep=;\r\nNaam;Dienst\r\nEen, twee;Beheer\r\n")

    assert grid.cells == {
        (2, 1): "Naam",
        (2, 2): "Dienst",
        (3, 1): "Een, twee",
        (3, 2): "Beheer",
    }


def test_a_formula_is_text() -> None:
    """What a spreadsheet program would work out is only shown."""
    grid = read_separated(b'Naam;Dienst\n"=HYPERLINK(""http://kwaad"")";x\n')

    assert grid.cells[2, 1] == '=HYPERLINK("http://kwaad")'


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x00", b"\xff\xd8\xff\xe0" + bytes(50)])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    """Bytes of another kind of file are no list."""
    with pytest.raises(ListUnusable):
        read_separated(content)


def test_a_quote_without_end_is_refused() -> None:
    """A cell that swallows the rest of the list is not taken for a name."""
    row = ";".join(ROWS[0])
    with pytest.raises(ListUnusable):
        read_separated(f'Naam;Dienst;a;b;c\n"{row}\n'.encode() + f"{row}\n".encode() * 5000)


def test_a_cell_that_no_program_keeps_is_refused() -> None:
    """The same limit as in a workbook."""
    with pytest.raises(ListUnusable, match="cel A2"):
        read_separated(f"Naam;Dienst\n{'x' * (LONGEST_CELL + 1)};y\n".encode())
