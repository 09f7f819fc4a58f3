"""Entries as a workbook, a web page and a Word document, as somebody opens them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from extractor.errors import OutputRefused
from extractor.exports.entry_document import render_document
from extractor.exports.entry_page import render_page
from extractor.exports.file import write_export
from extractor.exports.register_csv import COLUMNS, ISSUED, write_cell
from extractor.exports.register_xlsx import render_register_xlsx
from extractor.standard.entry import RegisterEntry
from extractor.standard.rich_text import to_html
from tests.exports.exported import make_export

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
CASE = REFERENCE / "register-cases" / "good" / "02_full.json"
SAMPLE = REFERENCE / "register-samples" / "one_02_full_NLD.xlsx"


def read_columns(content: bytes) -> list[list[str]]:
    """Return the columns of the only sheet, empty cells as empty text."""
    (sheet,) = load_workbook(BytesIO(content)).worksheets
    return [[str(cell.value or "") for cell in column] for column in sheet.iter_cols()]


def test_a_workbook_has_a_row_for_each_field(entry: RegisterEntry, least: RegisterEntry) -> None:
    """The same cells as the CSV, on their side, under the official titles."""
    titles, first, second = read_columns(render_register_xlsx(make_export(entry, least)))

    assert len(titles) == len(COLUMNS) + len(ISSUED)
    assert titles[0] == "Naam"
    assert titles[-2:] == ["Algoritme-ID", "Publicatie datum"]
    assert first[: len(COLUMNS)] == [write_cell(entry, key) for key in COLUMNS]
    assert second[: len(COLUMNS)] == [write_cell(least, key) for key in COLUMNS]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the register's own files are not at hand")
def test_a_workbook_is_laid_out_as_the_registers_own() -> None:
    """Titles and values cell by cell, but for what only the register can fill."""
    body = json.loads(CASE.read_text(encoding="utf-8"))
    entry = RegisterEntry.model_validate(
        {**body, "goal": to_html("Eén. Twee."), "tags": body["tags"]}
    )
    ours, theirs = (
        read_columns(content)
        for content in (render_register_xlsx(make_export(entry)), SAMPLE.read_bytes())
    )
    goal = COLUMNS.index("goal")

    assert ours[0] == theirs[0]
    same = [at for at in range(len(COLUMNS)) if at != goal]
    assert [ours[1][at] for at in same] == [theirs[1][at] for at in same]


def test_no_cell_is_a_formula(entry: RegisterEntry) -> None:
    """Every cell is text, whatever it starts with."""
    (sheet,) = load_workbook(BytesIO(render_register_xlsx(make_export(entry)))).worksheets

    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


class Tags(HTMLParser):
    """Keeps the tags of a page and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_a_page_fetches_nothing_and_runs_nothing(entry: RegisterEntry) -> None:
    """No script, picture or style from elsewhere; what looks like markup is text."""
    page = render_page(make_export(entry)).decode()
    found = Tags()
    found.feed(page)

    assert not {"script", "img", "link", "iframe"} & set(found.tags)
    assert "x &lt; 5 &amp; y" in page
    assert all(link.startswith("https://") for link in found.links)
    assert "default-src 'none'" in page


def test_a_page_shows_each_tab_with_its_fields(entry: RegisterEntry) -> None:
    """Lists stay lists, and what is always shown says that it is empty."""
    page = render_page(make_export(entry)).decode()

    assert "<h2>Algemene informatie</h2>" in page
    assert "<ul><li>Economie</li><li>Werk</li></ul>" in page
    assert "<li>R&amp;D</li>" in page
    assert "Niet ingevuld" in page


def test_a_document_has_a_heading_for_each_field(entry: RegisterEntry) -> None:
    """So that a reviewer finds their way by the navigation of Word."""
    document = Document(BytesIO(render_document(make_export(entry))))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 3"]
    items = [p.text for p in document.paragraphs if p.style and p.style.name == "List Bullet"]

    assert headings[:3] == ["Naam", "Korte omschrijving", "Organisatienaam"]
    assert "Gemeentewet (https://wetten.example/1)" in items
    assert "R&D" in items


def test_somebody_elses_office_file_is_left_alone(entry: RegisterEntry, tmp_path: Path) -> None:
    """A workbook that was not exported may be the only copy."""
    out = tmp_path / "lijst.xlsx"
    Workbook().save(out)
    before = out.read_bytes()

    with pytest.raises(OutputRefused):
        write_export(out, render_register_xlsx(make_export(entry)))

    assert out.read_bytes() == before
