"""Downloads of every layout and version are read, and what 1.0 does not take is listed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractor.downloads import read_download
from extractor.downloads.groupings import read_grouping
from extractor.models import LinkedTitle
from extractor.published import PublishedEntry
from tests.downloads.made import LEAST, make_csv, make_xlsx

SAMPLES = Path(__file__).parents[3] / "shared/reference/register-samples"

needs_samples = pytest.mark.skipif(
    not SAMPLES.exists(), reason="the register's own files are not at hand"
)

VALUES = {
    key: value
    for key, value in LEAST.items()
    if key not in {"standard_version", "lang", "algorithm_id", "publication_dt"}
}


def read_one(content: bytes) -> PublishedEntry:
    """Return the only entry of a download."""
    ((_, entry),) = read_download(content).entries
    return entry


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_csv_is_read_however_it_was_saved(delimiter: str, mark: bytes) -> None:
    """With and without a byte order mark, with commas or semicolons."""
    content = make_csv(LEAST, delimiter=delimiter).removeprefix(b"\xef\xbb\xbf")

    assert read_one(mark + content) == PublishedEntry(
        lars="12345678",
        standard_version="1.0",
        published_on=date(2025, 3, 4),
        values=VALUES,
    )


def test_a_sheet_is_read_by_its_dutch_titles_or_by_its_keys() -> None:
    """Column A holds titles in the Dutch download; each further column is an entry."""
    grouping = "1: DPIA, https://a.example"
    titles: list[list[object]] = [
        ["Naam", "Een", "Twee"],
        ["Organisatienaam", "Duinrade", "Duinrade"],
        ["Impacttoetsen", grouping, ""],
        ["Algoritme-ID", 12345678, "x"],
    ]
    keys: list[list[object]] = [
        ["name", "Een", "Twee"],
        ["organization", "Duinrade", "Duinrade"],
        ["impacttoetsen_grouping", grouping, None],
        ["lars", 12345678.0],
    ]
    for lines in (titles, keys):
        (_, first), (_, second) = read_download(make_xlsx(v1_0=lines)).entries

        assert first.lars == "12345678"
        assert first.values["impacttoetsen_grouping"] == (
            LinkedTitle(title="DPIA", link="https://a.example"),
        )
        assert (second.values["name"], second.lars) == ("Twee", None)


def test_a_code_that_is_none_is_listed() -> None:
    """A spreadsheet may have changed it."""
    entry = read_one(make_csv(LEAST | {"algorithm_id": "1,2E+07", "publication_dt": "gisteren"}))

    assert (entry.lars, entry.published_on) == (None, None)
    assert [each.why for each in entry.unmapped] == [
        "is geen LARS-code van 8 cijfers",
        "is geen datum",
    ]


@pytest.mark.parametrize("said", ["4-3-2025 09:10", "04-03-2025", "2025-03-04T09:10:11Z"])
def test_a_moment_is_read_as_a_spreadsheet_left_it(said: str) -> None:
    """Opened and saved in a spreadsheet, a moment has another shape."""
    assert read_one(make_csv(LEAST | {"publication_dt": said})).published_on == date(2025, 3, 4)


def test_each_entry_keeps_where_its_cells_stand() -> None:
    """A locator names the cell, in both layouts."""
    ((row, _),) = read_download(make_csv(LEAST)).entries
    ((column, _),) = read_download(
        make_xlsx(v1_0=[["Naam", "Een"], ["Organisatienaam", "Duinrade"]])
    ).entries

    assert row.cells[0].label == "tabel 1, rij 2, kolom name"
    assert column.cells[1].label == "tabel 1.0, rij 2, kolom 2"


def test_an_earlier_version_is_mapped_and_the_rest_listed() -> None:
    """What 1.0 has under the same key is used; what it dropped says where it may belong."""
    values = {
        **(LEAST | {"standard_version": "0.4", "publication_category": ""}),
        "category": "Verkeer, Landbouw",
        "type": "Ja",
        "impacttoetsen": "Data Protection Impact Assessment (DPIA), IAMA",
        "lawful_basis_link": "https://wetten.example/1",
    }

    entry = read_one(make_csv(values, columns=list(values)))

    assert entry.standard_version == "0.4"
    assert entry.values["category"] == ("Verkeer",)
    assert entry.values["impacttoetsen_grouping"] == (
        LinkedTitle(title="Data Protection Impact Assessment (DPIA)"),
        LinkedTitle(title="IAMA"),
    )
    assert "impacttoetsen" not in entry.values
    assert [(each.column, each.value, each.why.split(":")[0]) for each in entry.unmapped] == [
        ("category", "Landbouw", "is geen toegestane keuze"),
        ("type", "Ja", "of het zelflerend is, staat in 1.0 bij Technische werking"),
        ("lawful_basis_link", "https://wetten.example/1", "1.0 wil bij deze link een titel"),
    ]


def test_sheets_of_several_versions_are_read_together() -> None:
    """The same title means another field in another version of the standard."""
    new = {"Naam": "Nieuw", "Organisatienaam": "Duinrade", "Impacttoetsen": "1: DPIA"}
    old = {
        "Naam": "Oud",
        "Organisatie": "Duinrade",
        "Impacttoetsen": "DPIA",
        "Doel": "Snel.",
        "Impact": "Klein.",
        "Herzieningsdatum": "01-12-2023",
    }
    content = make_xlsx(v1_0=list(new.items()), v0_3_1=list(old.items()), Uitleg=[["Lees mij"]])

    first, second = (entry for _, entry in read_download(content).entries)

    assert first.values["impacttoetsen_grouping"] == second.values["impacttoetsen_grouping"]
    assert second.values["goal"] == "Snel."
    assert [(each.column, each.value) for each in second.unmapped] == [
        ("Impact", "Klein."),
        ("Herzieningsdatum", "01-12-2023"),
    ]


def test_what_1_0_refuses_is_listed_with_what_could_be_meant() -> None:
    """A repair is a question, never a value."""
    entry = read_one(make_csv(LEAST | {"begin_date": "01-2023", "website": "bel ons"}))

    (begin, website) = sorted(entry.unmapped, key=lambda each: each.column)
    assert begin.why == "is geen maand: schrijf jaar en maand als 2023-01"
    assert (begin.value, begin.repair, website.repair) == ("01-2023", "2023-01", None)
    assert not {"begin_date", "website"} & entry.values.keys()


def test_a_formula_stays_the_text_it_is() -> None:
    """It is listed and not used; nothing is computed."""
    formula = '=HYPERLINK("https://kwaad.example")'
    csv_entry = read_one(make_csv(LEAST | {"provider": formula}))
    sheet = [["Naam", "Een"], ["Organisatienaam", "Duinrade"], ["Leverancier", formula]]

    for entry in (csv_entry, read_one(make_xlsx(v1_0=sheet))):
        assert [each.value for each in entry.unmapped] == [formula]
        assert "provider" not in entry.values


def test_a_column_nobody_knows_is_listed() -> None:
    """An organisation's own column in its file is no reason to refuse it."""
    values = {**LEAST, "Eigen opmerking": "Bel Jan."}

    (left,) = read_one(make_csv(values, columns=list(values))).unmapped

    assert (left.column, left.value) == ("Eigen opmerking", "Bel Jan.")


def test_html_codes_are_read_as_the_signs_they_are() -> None:
    """The Excel layout keeps the codes of rich text, and of rich text alone (register.md 1.5)."""
    sheet = [
        ["Naam", "R&D"],
        ["Organisatienaam", "Duinrade"],
        ["Doel en impact", "x &lt; 5 &amp; y"],
        ["Leverancier", "A &amp; B"],
    ]

    entry = read_one(make_xlsx(v1_0=sheet))

    assert entry.values["goal"] == "x < 5 & y"
    assert entry.values["name"] == "R&D"
    assert [each.value for each in entry.unmapped] == ["A &amp; B"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1: A", [("A", None)]),
        ("1: A, B, https://x.example", [("A, B", "https://x.example")]),
        ("1: A. 2: B", [("A", None), ("B", None)]),
        (
            "1: Wet art. 2: doel, https://x.example. 2: B, https://y.example",
            [("Wet art. 2: doel", "https://x.example"), ("B", "https://y.example")],
        ),
        ("1: A, geen link", [("A, geen link", None)]),
    ],
)
def test_a_grouping_is_read_back(text: str, items: list[tuple[str, str | None]]) -> None:
    """A new item rather begins behind a link than inside a title."""
    assert read_grouping(text) == tuple(LinkedTitle(title=t, link=link) for t, link in items)


def test_a_grouping_of_another_shape_is_listed() -> None:
    """Nothing is guessed of a cell that the register did not write so."""
    (left,) = read_one(make_csv(LEAST | {"impacttoetsen_grouping": "DPIA en IAMA"})).unmapped

    assert left.why == "is niet te lezen als 1: titel, link. 2: titel, link"


@needs_samples
def test_the_registers_own_files_agree() -> None:
    """Both layouts of one download hold the same, but for the white space that Excel's loses."""
    by_csv = read_download((SAMPLES / "all_NLD.csv").read_bytes()).entries
    by_xlsx = read_download((SAMPLES / "all_NLD.xlsx").read_bytes()).entries

    assert len(by_csv) == len(by_xlsx) == 19
    for (_, one), (_, other) in zip(by_csv, by_xlsx, strict=True):
        assert (one.lars, one.published_on) == (other.lars, other.published_on)
        assert squeeze(one) == squeeze(other)


@needs_samples
def test_a_full_entry_of_the_register_is_read_whole() -> None:
    """Nothing of a sound entry is left over."""
    entry = read_one((SAMPLES / "one_02_full_NLD.xlsx").read_bytes())

    assert entry.unmapped == ()
    assert entry.values["impacttoetsen_grouping"][1] == LinkedTitle(
        title="Impact Assessment Mensenrechten en Algoritmes (IAMA)"
    )


def squeeze(entry: PublishedEntry) -> dict[str, object]:
    """Return the values without white space."""
    return {
        key: "".join(value.split()) if isinstance(value, str) else value
        for key, value in entry.values.items()
    }
