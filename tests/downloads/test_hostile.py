"""A file that is no download, or one made to harm, is refused in two lines."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from extractor.downloads import read_download
from extractor.downloads.csv_rows import MOST_ROWS
from extractor.errors import DownloadUnusable
from tests.downloads.made import LEAST, make_csv, make_xlsx

SHEET = [["Naam", "Een"], ["Organisatienaam", "Duinrade"]]
PART = "xl/worksheets/sheet1.xml"


def replace_part(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the workbook with other bytes for some of its parts."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return out.getvalue()


def read_part(content: bytes, name: str) -> bytes:
    """Return one part of the workbook."""
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is leeg"),
        (b"naam;doel\nA;B\n", "niet de kolommen"),
        (b'"name","organization"\n"A', "geen gave CSV"),
        (b'"name","name","organization"\n', "kolom name twee keer"),
        (make_csv(LEAST) + b'"a"' + b',"b"' * 40, "meer cellen dan kolommen"),
        (make_csv(LEAST).decode("utf-8-sig").encode("utf-16"), "niet als UTF-8"),
        (make_csv({**LEAST, "name": "café"}).decode("utf-8-sig").encode("cp1252"), "UTF-8"),
        (make_csv(LEAST) + b"\0", "niet als UTF-8"),
        (make_csv({**LEAST, "goal": "x" * 200_000}), "een cel is te groot"),
        (make_csv({**LEAST, "lang": "ENG"}), "is de vertaling"),
        (b"PK\x03\x04 en verder niets", "geen gaaf Excel-bestand"),
        (make_xlsx(v1_0=[["iets", "anders"]]), "geen blad van een download"),
        (make_xlsx(v1_0=[*SHEET, *SHEET]), "het veld name twee keer"),
        (make_xlsx(v1_0=[*SHEET, *([["x"]] * 300)]), "meer dan 200 regels"),
        (replace_part(make_xlsx(v1_0=SHEET), {PART: b"<worksheet><row"}), "geen gaaf Excel"),
        (replace_part(make_xlsx(v1_0=SHEET), {"xl/workbook.xml": b"nee"}), "geen gaaf Excel"),
        (replace_part(make_xlsx(v1_0=SHEET), {"xl/bom.xml": b"\0" * 101_000_000}), "uitgepakt"),
    ],
)
def test_it_is_refused_with_a_reason_and_a_hint(content: bytes, why: str) -> None:
    """Nothing of it is read, and no error of a library comes out."""
    with pytest.raises(DownloadUnusable, match=why) as refused:
        read_download(content)

    assert refused.value.hint.endswith(".")


def test_more_rows_than_any_register_has_are_refused() -> None:
    """A file of a million lines takes no memory for as many entries."""
    row = make_csv(LEAST).splitlines(keepends=True)[1]

    with pytest.raises(DownloadUnusable, match="regels"):
        read_download(make_csv() + row * (MOST_ROWS + 1))


def test_a_sheet_that_says_it_is_endless_takes_no_time() -> None:
    """Neither its dimension nor a far-off cell makes a million empty lines."""
    content = make_xlsx(v1_0=SHEET)
    part = read_part(content, PART)
    start = time.monotonic()

    endless = part.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    ((_, entry),) = read_download(replace_part(content, {PART: endless})).entries
    far = part.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>')
    with pytest.raises(DownloadUnusable, match="meer dan 200 regels"):
        read_download(replace_part(content, {PART: far}))

    assert part != endless
    assert entry.values["name"] == "Een"
    assert time.monotonic() - start < 5


def test_entities_do_not_grow() -> None:
    """A sheet that names text in itself a billion times is no workbook."""
    content = make_xlsx(v1_0=SHEET)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'.encode()
    part = head + read_part(content, PART).replace(b"</sheetData>", b"&l11;</sheetData>")
    start = time.monotonic()

    with pytest.raises(DownloadUnusable):
        read_download(replace_part(content, {PART: part}))

    assert time.monotonic() - start < 5


def test_a_huge_cell_of_a_sheet_is_listed() -> None:
    """A text that fits no field is not used, and nothing else is lost."""
    content = make_xlsx(v1_0=[*SHEET, ["Doel en impact", "x" * 30_000]])

    ((_, entry),) = read_download(content).entries

    assert [each.column for each in entry.unmapped] == ["Doel en impact"]
    assert entry.values["name"] == "Een"
