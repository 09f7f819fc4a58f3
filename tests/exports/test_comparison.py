"""Tables of a comparison hold what strangers wrote, and none of it works as more than text."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from extractor.errors import OutputRefused
from extractor.exports.comparison import Table, render_markdown, render_tables, render_workbook
from extractor.exports.earlier import is_earlier_export

CELLS = st.text(max_size=40)
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4).map(tuple)


def make_table(rows: tuple[tuple[str, ...], ...]) -> Table:
    """Return a table with these rows."""
    return Table("Wijzigingen", ("Oud", "Nieuw"), rows)


@settings(max_examples=50)
@given(ROWS)
@example((("=1+1", "@SUM(A1)"), ("+1", "-1")))
@example((("\x1b[2J\ud800", "\r\n\ufffe"),))
def test_no_cell_is_a_formula(rows: tuple[tuple[str, ...], ...]) -> None:
    """Whatever a cell begins with; what a workbook cannot hold is shown as a mark."""
    content = render_workbook([make_table(rows)])

    (sheet,) = load_workbook(BytesIO(content)).worksheets
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert sheet.max_row == len(rows) + 1
    assert is_earlier_export(content)


@given(ROWS)
@example((("a|b", "<script>alert(1)</script>"), ("[x](https://kwaad.example)", "a\\|b")))
@example((("`a", "b`"), ("# Kop", "a\nb")))
def test_no_cell_is_markup(rows: tuple[tuple[str, ...], ...]) -> None:
    """Each row keeps its two cells, and the page has no link and no element of its own."""
    content = render_markdown([make_table(rows)])

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(content.decode())
    cells = [token for token in tokens if token.type == "td_open"]
    inner = {child.type for token in tokens for child in token.children or ()}
    inline = [c.content for t in tokens for c in t.children or () if c.type == "html_inline"]
    assert len(cells) == 2 * len(rows)
    assert not inner & {"link_open", "code_inline", "em_open", "strong_open", "image"}
    assert set(inline) <= {"<br>"}
    assert is_earlier_export(content)


def test_a_huge_cell_is_cut() -> None:
    """A spreadsheet would not open a longer one."""
    content = render_workbook([make_table((("x" * 50_000, ""),))])

    (sheet,) = load_workbook(BytesIO(content)).worksheets
    assert len(str(sheet["A2"].value)) == 32_000


def test_another_form_is_refused() -> None:
    """The name of the file says which of the two."""
    table = make_table((("a", "b"),))

    assert render_tables([table], PurePath("x.MD")) == render_markdown([table])
    with pytest.raises(OutputRefused):
        render_tables([table], PurePath("x.csv"))
