"""A workbook is hostile until read: formulas stay formulas, claims are not believed."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from extractor.errors import ListUnusable
from extractor.inventory.grid import LONGEST_CELL, MOST_CELLS, MOST_ROWS
from extractor.inventory.workbook import read_workbook
from tests.inventory.conftest import HEADINGS, ROWS, save_workbook, write_workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
INLINE = re.compile(rb't="inlineStr"><is>(.*?)</is>')
RELATION = (
    b'<Relationship Id="rId99" Target="/xl/sharedStrings.xml" Type="http://schemas.openxmlformats.'
    b'org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)
TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
Change = Callable[[bytes], bytes]


def change_part(content: bytes, part: str, change: Change) -> bytes:
    """Return the workbook with one part changed, as no spreadsheet program would write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            blob = old.read(name)
            new.writestr(name, change(blob) if name == part else blob)
    return out.getvalue()


def share_strings(content: bytes) -> bytes:
    """Return the workbook with its texts in a part of their own, as Excel keeps them."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        texts = INLINE.findall(old.read(SHEET))
    numbers = iter(range(len(texts)))
    told = {
        SHEET: lambda blob: INLINE.sub(lambda _: b't="s"><v>%d</v>' % next(numbers), blob),
        "xl/_rels/workbook.xml.rels": lambda blob: blob.replace(b"</Relationships>", RELATION),
        "[Content_Types].xml": lambda blob: blob.replace(b"</Types>", TYPE),
    }
    for part, change in told.items():
        content = change_part(content, part, change)
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        items = b"".join(b"<si>" + text + b"</si>" for text in texts)
        space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        archive.writestr(STRINGS, b'<sst xmlns="' + space + b'">' + items + b"</sst>")
    return out.getvalue()


def read_one(content: bytes) -> dict[str, str]:
    """Return the filled cells of the first sheet, by their names."""
    grid = read_workbook(content)[0]
    letters = " ABCDEFGHIJ"
    return {f"{letters[column]}{row}": text for (row, column), text in grid.cells.items()}


def test_values_are_read_as_the_file_keeps_them() -> None:
    """Numbers and truth look as in a Dutch spreadsheet, and white space alone is empty."""
    assert read_one(write_workbook((1, 2.5, True, "a\nb", " ", None, False))) == {
        "A1": "1",
        "B1": "2,5",
        "C1": "WAAR",
        "D1": "a\nb",
        "G1": "ONWAAR",
    }


def test_texts_are_found_where_excel_keeps_them() -> None:
    """Texts in a part of their own are the same texts."""
    content = write_workbook(HEADINGS, *ROWS)

    assert read_workbook(share_strings(content)) == read_workbook(content)


def test_a_formula_is_never_worked_out() -> None:
    """What a formula gave when it was saved is shown; without that it is empty, and told."""
    content = write_workbook(("=1+1", "=2+2"))
    lost, saved = b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"
    kept = change_part(content, SHEET, lambda blob: blob.replace(lost, saved))

    grid = read_workbook(kept)[0]

    assert grid.cells == {(1, 1): "2"}
    assert grid.unknown == {(1, 2)}


def test_a_sheet_that_claims_a_million_columns_is_not_believed() -> None:
    """What a sheet says of its own size costs nothing."""
    content = change_part(
        write_workbook(HEADINGS, *ROWS),
        SHEET,
        lambda blob: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', blob),
    )

    before = time.process_time()
    assert read_one(content)["A2"] == "Parkeercontrole scanauto"
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    "far",
    [
        b'<row r="99999999999999"><c r="A1"><v>1</v></c></row>',
        b'<row r="3"><c r="XFD3"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_away_makes_the_sheet_too_large(far: bytes) -> None:
    """Rows and columns beyond the limits are not left out unseen."""
    content = change_part(
        write_workbook(HEADINGS),
        SHEET,
        lambda blob: blob.replace(b"</sheetData>", far + b"</sheetData>"),
    )

    assert read_workbook(content)[0].is_too_large


def test_empty_rows_far_below_harm_nobody() -> None:
    """A sheet that was formatted down to its last row is read as if it were not."""
    far = f'<row r="{MOST_ROWS * 50}"><c r="A{MOST_ROWS * 50}" s="0"/></row>'.encode()
    content = change_part(
        write_workbook(HEADINGS),
        SHEET,
        lambda blob: blob.replace(b"</sheetData>", far + b"</sheetData>"),
    )

    assert not read_workbook(content)[0].is_too_large


def test_merged_cells_count_for_every_row() -> None:
    """What stands once over several rows is found from each, at the cell where it stands."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("Naam", "Dienst"), ("Een", "Toezicht"), ("Twee", None), ("Drie", None)):
        sheet.append(row)
    sheet.merge_cells("B2:C3")

    grid = read_workbook(save_workbook(book))[0]

    assert grid.find((3, 2)) == ((2, 2), "Toezicht")
    assert grid.find((4, 2)) is None
    assert grid.find((2, 3)) is None


def test_areas_without_end_are_not_followed() -> None:
    """Areas that cover the whole sheet again and again cost no more than the sheet itself."""
    merges = b"".join(b'<mergeCell ref="A%d:A1048576"/>' % row for row in range(1, 5000))
    tail = b"</sheetData><mergeCells>" + merges + b"</mergeCells>"
    content = change_part(
        write_workbook(*[["x"]] * 2000), SHEET, lambda blob: blob.replace(b"</sheetData>", tail)
    )

    before = time.process_time()
    read_workbook(content)
    assert time.process_time() - before < 5


def test_what_is_hidden_is_told() -> None:
    """Hidden rows, columns and sheets are known as such."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, *ROWS):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Oud").sheet_state = "veryHidden"

    grid, old = read_workbook(save_workbook(book))

    assert (grid.hidden_rows, grid.hidden_columns) == (frozenset({3}), frozenset({2}))
    assert (grid.is_hidden, old.is_hidden) == (False, True)


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    """A small file that unpacks to more than any list needs is left alone."""
    content = change_part(write_workbook(HEADINGS), SHEET, lambda blob: blob + b" " * 60_000_000)

    assert len(content) < 100_000
    with pytest.raises(ListUnusable, match="onredelijk groot"):
        read_workbook(content)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", STRINGS])
def test_a_document_type_is_refused(part: str) -> None:
    """No part can declare entities that grow or reach out."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    content = change_part(share_strings(write_workbook(HEADINGS)), part, lambda blob: bomb + blob)

    with pytest.raises(ListUnusable, match="geen Excel-bestand"):
        read_workbook(content)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content[: len(content) // 2],
        lambda content: change_part(content, SHEET, lambda _: b"<worksheet"),
        lambda content: change_part(content, SHEET, lambda blob: blob.replace(b't="s"', b't="d"')),
        lambda content: change_part(content, STRINGS, lambda _: b"<sst/>"),
        lambda content: change_part(content, "xl/workbook.xml", lambda _: b"<workbook/>"),
        lambda content: change_part(content, SHEET, lambda blob: blob.replace(b'r="1"', b'r="x"')),
    ],
)
def test_a_damaged_workbook_is_refused_or_read(change: Change) -> None:
    """Damage gives an error of ours or what is left, never another one."""
    try:
        grids = read_workbook(change(share_strings(write_workbook(HEADINGS, *ROWS))))
    except ListUnusable:
        return
    assert all(isinstance(text, str) for grid in grids for text in grid.cells.values())


def test_a_cell_that_no_program_keeps_is_refused() -> None:
    """A text longer than a spreadsheet program keeps comes from no spreadsheet program."""
    content = write_workbook(("x",))
    long = b'<c r="A1" t="inlineStr"><is><t>' + b"x" * (LONGEST_CELL + 1) + b"</t></is></c>"
    with pytest.raises(ListUnusable, match="cel A1"):
        read_workbook(
            change_part(content, SHEET, lambda blob: re.sub(rb'<c r="A1".*?</c>', long, blob))
        )


def test_too_many_cells_are_told() -> None:
    """A sheet with more filled cells than a list has is too large, not cut."""
    row = b"<row>" + b"<c><v>1</v></c>" * 200 + b"</row>"
    tail = row * (MOST_CELLS // 200 + 1) + b"</sheetData>"
    content = change_part(
        write_workbook(HEADINGS), SHEET, lambda blob: blob.replace(b"</sheetData>", tail)
    )

    assert read_workbook(content)[0].is_too_large
