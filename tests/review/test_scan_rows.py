"""A scan at a glance: what each document is, what is wrong with it, and the totals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.commands.scanning import paint_scan
from extractor.intake.reading import DocumentReader
from extractor.intake.scanning import ScannedDossier, scan_folder
from extractor.review.scan_rows import list_rows, sum_up, write_scan

LONG = "verslag van de stuurgroep over het lakken van documenten bij het waterschap " * 2
LINES = "\n\n".join(
    f"Regel {number} gaat over een auto die kentekens leest." for number in range(60)
)


@pytest.fixture
def scanned(tmp_path: Path, reader: DocumentReader) -> tuple[ScannedDossier, ...]:
    """Return two dossiers with versions, a leaflet, an unread file and a long name."""
    (tmp_path / "Lakken").mkdir()
    (tmp_path / "Scanauto").mkdir()
    (tmp_path / "Lakken" / "Factsheet.md").write_text("TLP:GREEN\n\nThis is for you.")
    (tmp_path / "Lakken" / "leeg.pdf").write_bytes(b"")
    (tmp_path / "Lakken" / f"{LONG.strip()}.txt").write_text("Verslag.")
    for name, said in (("a.md", "Versie 0.9"), ("b.md", "Versie 1.0\n\nDatum: 3 mei 2024")):
        (tmp_path / "Scanauto" / name).write_text(f"# DPIA\n\n{said}\n\n{LINES}")
    return scan_folder(tmp_path, reader)


def test_every_document_has_its_facts(scanned: tuple[ScannedDossier, ...]) -> None:
    """In columns; what is not so of most documents stands apart."""
    rows = {row.path: row for dossier in scanned for row in list_rows(dossier)}

    assert rows["b.md"].facts[:4] == ("DPIA", "", "2024-05-03", "1.0")
    assert rows["a.md"].facts[:4] == ("DPIA", "concept", "", "0.9")
    assert rows["Factsheet.md"].facts[0] == "leverancierstekst"
    assert rows["Factsheet.md"].about == (
        "woorden van: leverancier · Engels · rubricering: TLP:GREEN"
    )
    assert rows["leeg.pdf"].facts == ("niet gelezen", "", "", "", "")


def test_what_is_wrong_comes_with_what_to_do(scanned: tuple[ScannedDossier, ...]) -> None:
    """A problem and its hint; a replaced version and what replaces it."""
    notes = {row.path: row.notes for dossier in scanned for row in list_rows(dossier)}

    assert [note.tone for note in notes["leeg.pdf"]] == ["problem", "hint"]
    assert [str(note) for note in notes["a.md"]] == ["~ vervangen door b.md (een lagere versie)"]
    assert notes["b.md"] == ()


def test_the_last_line_has_the_totals(scanned: tuple[ScannedDossier, ...]) -> None:
    """Of dossiers, documents, pages, what was not read and what is replaced."""
    assert sum_up(scanned) == (
        "2 algoritmedossiers, 5 documenten, 0 pagina's;"
        " 1 niet of niet helemaal gelezen, 1 vervangen"
    )
    assert write_scan(scanned).endswith(sum_up(scanned))
    assert sum_up(()).endswith("alles gelezen")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_name_is_cut_off_at_any_width(
    scanned: tuple[ScannedDossier, ...],
    width: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Names, facts and hints are folded, never shortened, and no line is wider than the screen."""
    monkeypatch.setenv("COLUMNS", str(width))

    paint_scan(scanned)
    shown = capsys.readouterr().out
    letters = re.sub(r"\s", "", shown)

    assert max(map(len, shown.splitlines())) <= width
    assert "…" not in shown
    for document in (each for dossier in scanned for each in dossier.documents):
        assert re.sub(r"\s", "", document.path) in letters
        for problem in document.problems:
            assert re.sub(r"\s", "", problem.hint) in letters
    assert ("Soort" in shown) == (width >= 110)


def test_markup_in_a_name_is_shown_as_it_is(
    tmp_path: Path, reader: DocumentReader, capsys: pytest.CaptureFixture[str]
) -> None:
    """File names are not ours."""
    (tmp_path / "[bold]DPIA[red].md").write_text("Tekst.")

    paint_scan(scan_folder(tmp_path, reader))

    assert "[bold]DPIA[red].md" in capsys.readouterr().out
