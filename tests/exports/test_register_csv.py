"""The CSV export has the layout of the register's own download."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from extractor.exports.register_csv import COLUMNS, ISSUED, render_register_csv
from extractor.standard.catalogue import load_fields
from extractor.standard.entry import RegisterEntry
from tests.exports.exported import make_export

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
CASE = REFERENCE / "register-cases" / "good" / "02_full.json"
SAMPLES = REFERENCE / "register-samples"

needs_samples = pytest.mark.skipif(
    not (CASE.exists() and SAMPLES.exists()), reason="the register's own files are not at hand"
)


def read_rows(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def leave_out_issued(row: dict[str, str]) -> dict[str, str]:
    """Return the row without the columns that only the register can fill."""
    return {key: value for key, value in row.items() if key not in ISSUED}


def test_a_spreadsheet_sees_the_encoding(entry: RegisterEntry) -> None:
    """UTF-8 with a byte order mark, every field in quotes (register.md 1.5)."""
    content = render_register_csv(make_export(entry))

    assert content.startswith(b'\xef\xbb\xbf"name","organization","description_short","category"')
    assert b'"Wachttijd \xe2\x80\x93 ""laadpaal""' in content
    assert content.endswith(b'"","",""\n')


def test_there_are_31_columns_and_the_last_two_are_empty(entry: RegisterEntry) -> None:
    """All fields of the standard, then what the register hands out (register.md 1.5)."""
    (row,) = read_rows(render_register_csv(make_export(entry)))

    assert len(row) == 31
    assert set(COLUMNS) == {field.key for field in load_fields()}
    assert list(row)[-2:] == ["algorithm_id", "publication_dt"]
    assert [row[key] for key in ISSUED] == ["", ""]


def test_every_entry_is_one_line(entry: RegisterEntry, least: RegisterEntry) -> None:
    """Newlines in rich text become spaces; no entries leave the header."""
    assert len(render_register_csv(make_export(entry, least)).splitlines()) == 3
    assert len(render_register_csv(make_export()).splitlines()) == 1


def test_tags_vanish_and_words_stay_apart(entry: RegisterEntry) -> None:
    """Entities are decoded, and the newline between two blocks is a space."""
    (row,) = read_rows(render_register_csv(make_export(entry)))

    assert row["goal"] == "Doel: x < 5 & y R&D Regel vervolg"


def test_tags_without_newlines_glue_words_as_in_the_download(least: RegisterEntry) -> None:
    """Entries made elsewhere look as they do in the register's own file."""
    glued = least.model_dump() | {"goal": "<p>een</p><p>twee</p>"}

    (row,) = read_rows(render_register_csv(make_export(RegisterEntry.model_validate(glued))))

    assert row["goal"] == "eentwee"


def test_lists_and_groupings_are_written_out(entry: RegisterEntry) -> None:
    """Choices by commas, items numbered, an empty link left out (register.md 1.5)."""
    (row,) = read_rows(render_register_csv(make_export(entry)))

    assert row["category"] == "Economie, Werk"
    assert row["lawful_basis_grouping"] == "1: Gemeentewet, https://wetten.example/1. 2: Wegenwet"
    assert row["impacttoetsen_grouping"] == "1: Pre-scan DPIA"
    assert row["source_data_grouping"] == ""


def test_a_plain_value_stands_as_it_was_given(entry: RegisterEntry) -> None:
    """Nothing in a link is taken for an entity."""
    (row,) = read_rows(render_register_csv(make_export(entry)))

    assert row["url"] == entry.url
    assert row["name"] == entry.name


def test_no_cell_is_a_formula(entry: RegisterEntry, least: RegisterEntry) -> None:
    """`RegisterEntry` refuses a value that starts with `=`, so no cell can start so."""
    cells = [
        cell
        for row in read_rows(render_register_csv(make_export(entry, least)))
        for cell in row.values()
    ]

    assert not any(cell.lstrip().startswith("=") for cell in cells)


@needs_samples
def test_the_file_is_the_registers_own_file() -> None:
    """Byte for byte, but for the two columns that only the register can fill."""
    entry = RegisterEntry.model_validate_json(CASE.read_bytes())
    sample = (SAMPLES / "one_02_full_NLD.csv").read_bytes()
    (row,) = read_rows(sample)
    issued = ",".join(f'"{row[key]}"' for key in ISSUED)

    assert render_register_csv(make_export(entry)) == sample.replace(issued.encode(), b'"",""')


@needs_samples
@pytest.mark.parametrize("case", sorted(CASE.parent.glob("*.json")), ids=lambda path: path.stem)
def test_every_good_case_is_a_row_of_the_registers_file(case: Path) -> None:
    """The register's download of all cases holds the very row."""
    content = json.loads(case.read_text(encoding="utf-8"))
    bodies = content if isinstance(content, list) else [content]
    entries = [RegisterEntry.model_validate(body) for body in bodies]
    downloaded = [
        leave_out_issued(row) for row in read_rows((SAMPLES / "all_NLD.csv").read_bytes())
    ]

    for row in read_rows(render_register_csv(make_export(*entries))):
        assert leave_out_issued(row) in downloaded
