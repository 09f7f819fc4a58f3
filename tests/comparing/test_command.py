"""`bronvast compare-register`, as somebody types it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from extractor.store import open_store
from tests.comparing.conftest import LAADPAAL_ENTRY, SCANAUTO_ENTRY, Run
from tests.downloads.made import LEAST, make_csv


def read_json(run: Run, *arguments: object) -> dict[str, Any]:
    """Return what the command says as JSON."""
    done = run("compare-register", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def find_change(made: dict[str, Any], key: str) -> dict[str, Any]:
    """Return what is said of one field of the first entry."""
    found: dict[str, Any] = next(
        each for each in made["compared"][0]["changes"] if each["field"] == key
    )
    return found


def test_a_newer_document_proposes_a_change(run: Run, download: Path) -> None:
    """With what is published, what it says, and its date and place."""
    change = find_change(read_json(run, download), "begin_date")

    assert (change["old"], change["new"], change["kind"]) == ("2023-03", "2023-06", "newer")
    (place,) = change["places"]
    assert (place["document"], place["date"]) == ("Scanauto.md", "2026-05-12")
    assert place["quote"] == "Het systeem is op 5 juni 2023 in gebruik genomen."


def test_an_older_document_proposes_none(run: Run, tmp_path: Path) -> None:
    """What was published later stays the default, and the difference is still told."""
    later = SCANAUTO_ENTRY | {"publication_dt": "2026-09-01 10:00:00+00:00"}
    path = tmp_path / "later.csv"
    path.write_bytes(make_csv(later))

    change = find_change(read_json(run, path), "begin_date")
    done = run("compare-register", path)

    assert (change["kind"], change["proposed"]) == ("older", False)
    assert "2023-06" not in done.stdout
    assert "met een ouder document" in done.stdout


def test_the_old_the_new_and_the_why_are_told(run: Run, download: Path) -> None:
    """In text, with what cannot be used, what is left, and what is due."""
    done = run("compare-register", download)

    assert done.returncode == 0
    told = " ".join(done.stdout.split())
    assert "oud: 2023-03 nieuw: 2023-06 waarom: een nieuwer document zegt iets anders" in told
    assert "begin_date: maart 2020 (is geen maand" in told
    assert "bedoelt u: 2020-03" in told
    assert "Toe aan herziening op" in told
    assert done.stderr.startswith("1 gekoppeld, 1 gepubliceerd zonder dossier")


def test_published_values_stand_beside_the_fields(run: Run, download: Path) -> None:
    """As suggestions by the register's name, its date and the cell; once, and undecided."""
    first, again = (read_json(run, download)["brought"] for _ in range(2))
    shown = run("show", "Scanauto").stdout
    described = json.loads(run("show", "Scanauto", "--json").stdout)["fields"]["provider"]

    assert (first > 0, again) == (True, 0)
    name = "Algoritmebeschrijvingen van Duinrade 20261101.csv"
    assert f"staat zo in het Algoritmeregister (04-03-2025, {name})" in " ".join(shown.split())
    (answer,) = described["answers"]
    assert answer["quote"] == "Parkeertechniek B.V."
    assert answer["locator"]["kind"] == "cell"
    assert answer["locator"]["label"] == "tabel 1, rij 2, kolom provider"
    assert described["decision"] is None


def test_the_download_is_kept_as_a_source(run: Run, download: Path, workspace: Path) -> None:
    """Its bytes, and of each entry a reading that holds what is cited."""
    read_json(run, download)

    with open_store(workspace) as store:
        publications = store.list_publications()
        for each in publications:
            reading = store.get_reading(each.reading)
            assert reading is not None
            assert store.read_source(reading.source.sha256) == download.read_bytes()
            for place in each.places.values():
                assert place.span.of(reading.text) == place.quote
        assert {each.downloaded_on for each in publications} == {date(2026, 11, 1)}
        assert store.verify() == ()


def test_what_is_alike_is_shown_and_linked_by_a_person_alone(run: Run, download: Path) -> None:
    """With what both share; after --link it counts, and its code stands in the overview."""
    before = read_json(run, download)
    (alike,) = (each for each in before["alike"] if each["lars"] == "22222222")
    nobody = run("compare-register", "--link", "22222222=Laadpaal")
    after = read_json(run, "--link", "22222222=Laadpaal", "--reviewer", "J. Jansen")
    drafts = json.loads(run("drafts", "--json").stdout)

    assert alike["dossier"] == "Laadpaal"
    assert any("staat zo in de documenten" in each for each in alike["evidence"])
    assert nobody.returncode == 2
    assert {each["lars"]: each["linked_by"] for each in after["compared"]} == {
        "11111111": "name",
        "22222222": "lars",
    }
    assert (after["alike"], after["entries_left"], after["drafts_left"]) == ([], [], [])
    assert {each["dossier"]: each["lars"] for each in drafts}["Laadpaal"] == "22222222"


def test_a_source_id_links(run: Run, tmp_path: Path, workspace: Path) -> None:
    """The id that was exported comes back in the download, whatever the name is by now."""
    with open_store(workspace) as store:
        dossier = next(each for each in store.list_dossiers() if each.name == "Laadpaal")
    path = tmp_path / "een.csv"
    path.write_bytes(make_csv(LAADPAAL_ENTRY | {"source_id": dossier.id}))

    (entry,) = read_json(run, path)["compared"]

    assert (entry["dossier"], entry["linked_by"]) == ("Laadpaal", "source_id")


def test_a_name_that_two_entries_have_links_neither(run: Run, tmp_path: Path) -> None:
    """Nothing is certain then; both are left, and both are shown as alike."""
    path = tmp_path / "twee.csv"
    path.write_bytes(make_csv(SCANAUTO_ENTRY, SCANAUTO_ENTRY | {"algorithm_id": "33333333"}))

    made = read_json(run, path)

    assert made["compared"] == []
    assert {each["lars"] for each in made["alike"]} == {"11111111", "33333333"}


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("123=Laadpaal", "123=Laadpaal is geen koppeling"),
        ("99999999=Laadpaal", "er is geen gepubliceerde beschrijving met LARS-code 99999999"),
        ("11111111=Onbekend", "concept Onbekend is er niet"),
    ],
)
def test_a_link_that_cannot_be_is_refused(run: Run, download: Path, link: str, told: str) -> None:
    """In two lines, and nothing is kept of it."""
    done = run("compare-register", download, "--link", link, "--reviewer", "J. Jansen")

    assert done.returncode == 1
    assert done.stderr.startswith(f"fout: {told}")
    assert "\ntip: " in done.stderr


def test_a_code_is_of_one_dossier(run: Run, download: Path) -> None:
    """To link it to another, a person first takes it away there."""
    read_json(run, download, "--link", "11111111=Scanauto", "--reviewer", "J. Jansen")

    done = run("compare-register", "--link", "11111111=Laadpaal", "--reviewer", "J. Jansen")

    assert "LARS-code 11111111 hoort al bij Scanauto" in done.stderr


def test_due_for_review_says_what_it_rests_on(run: Run, download: Path) -> None:
    """A day that a document announces, quoted; else a year after publication, or what is asked."""
    due = {each["lars"]: each for each in read_json(run, download)["due"]}
    later = {each["lars"]: each for each in read_json(run, "--review-after", 3)["due"]}

    assert due["11111111"]["day"] == "2026-10-01"
    assert due["11111111"]["quote"] == (
        "Deze beschrijving wordt uiterlijk op 1 oktober 2026 herzien."
    )
    assert "Scanauto.md (2026-05-12)" in due["11111111"]["basis"]
    assert (due["22222222"]["day"], due["22222222"]["quote"]) == ("2027-03-01", None)
    assert later["22222222"]["day"] == "2029-03-01"


def test_an_earlier_entry_has_its_own_day(run: Run, tmp_path: Path) -> None:
    """The Herzieningsdatum of versions before 1.0, with its cell."""
    values = LEAST | {
        "standard_version": "0.3.1",
        "publication_category": "",
        "revision_date": "01-12-2026",
    }
    path = tmp_path / "oud.csv"
    path.write_bytes(make_csv(values, columns=list(values)))

    (due,) = read_json(run, path)["due"]

    assert (due["day"], due["quote"]) == ("2026-12-01", "01-12-2026")
    assert due["basis"] == "oud.csv, tabel 1, rij 2, kolom revision_date"


def test_tables_are_written_without_formulas(run: Run, tmp_path: Path) -> None:
    """A workbook and Markdown, each written again over itself and over nothing else."""
    path = tmp_path / "kwaad.csv"
    path.write_bytes(make_csv(SCANAUTO_ENTRY | {"provider": "=1+1", "website": "a|b<i>"}))
    for name in ("uit.xlsx", "uit.md"):
        for _ in range(2):
            assert run("compare-register", path, "--out", tmp_path / name).returncode == 0
    refused = run("compare-register", path, "--out", tmp_path / "uit.txt")
    taken = tmp_path / "eigen.md"
    taken.write_text("# Van mij\n")
    kept = run("compare-register", path, "--out", taken)

    book = load_workbook(tmp_path / "uit.xlsx")
    assert book.sheetnames == ["Wijzigingen", "Past niet in 1.0", "Koppelen", "Herziening"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert "=1+1" in [cell.value for cell in cells]
    written = (tmp_path / "uit.md").read_text(encoding="utf-8")
    assert r"a\|b\<i\>" in written
    assert "eindigt niet op .xlsx of .md" in refused.stderr
    assert (kept.returncode, taken.read_text()) == (1, "# Van mij\n")


def test_of_several_organisations_the_own_counts(run: Run, tmp_path: Path) -> None:
    """Named, or kept as the profile; else the download is refused with what to do."""
    path = tmp_path / "alle.csv"
    other = LAADPAAL_ENTRY | {"organization": "Gemeente Elders"}
    path.write_bytes(make_csv(SCANAUTO_ENTRY, other))

    refused = run("compare-register", path)
    made = read_json(run, path, "--organisation", "gemeente duinrade")
    absent = run("compare-register", path, "--organisation", "Gemeente Nergens")

    assert "beschrijvingen van 2 organisaties" in refused.stderr
    assert "tip: Geef met --organisation de naam" in refused.stderr
    assert (made["entries_left"], len(made["compared"])) == ([], 1)
    assert "geen van Gemeente Nergens" in absent.stderr


def test_an_older_download_changes_nothing(run: Run, download: Path, tmp_path: Path) -> None:
    """Whatever the order in which files are read, the latest one counts; the user is told."""
    old = tmp_path / "Algoritmebeschrijvingen 20250101.csv"
    old.write_bytes(make_csv(SCANAUTO_ENTRY | {"begin_date": "2019-01"}))

    read_json(run, download)
    done = run("compare-register", old, "--json")

    assert find_change(json.loads(done.stdout), "begin_date")["old"] == "2023-03"
    assert "van 1 beschrijving(en) is een latere download bekend" in done.stderr


def test_a_file_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """What a stranger wrote is shown without its control characters."""
    path = tmp_path / "kwaad.csv"
    path.write_bytes(make_csv(SCANAUTO_ENTRY | {"provider": "Kwaad\x1b[2J\x1b]0;x\x07"}))

    done = run("compare-register", path)

    assert "Kwaad�[2J" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_what_was_read_before_is_compared_again(run: Run, download: Path) -> None:
    """Without a download; without any there is nothing to compare."""
    nothing = run("compare-register")
    read_json(run, download)

    assert "fout: de download is nog niet gegeven" in nothing.stderr
    assert len(read_json(run)["compared"]) == 1


def test_a_decision_is_a_proposed_change(run: Run, download: Path) -> None:
    """By whom and when; a decision that says what is published is none."""
    decided = ("--reviewer", "J. Jansen", "--note", "nagegaan")
    for key, value in (("provider", "Nieuw B.V."), ("begin_date", "2023-03")):
        assert run("decide", "Scanauto", key, "--value", value, *decided).returncode == 0

    made = read_json(run, download)
    change = find_change(made, "provider")

    assert (change["old"], change["new"]) == ("Parkeertechniek B.V.", "Nieuw B.V.")
    assert change["why"].startswith("gekozen door J. Jansen op ")
    assert not [each for each in made["compared"][0]["changes"] if each["field"] == "begin_date"]


@pytest.mark.parametrize("content", [b"iets anders", b"PK\x03\x04kapot"])
def test_another_file_is_refused_in_two_lines(run: Run, tmp_path: Path, content: bytes) -> None:
    """And a file that is not there too."""
    path = tmp_path / "nee.csv"
    path.write_bytes(content)

    for given in (path, tmp_path / "weg.csv"):
        done = run("compare-register", given)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 2)
