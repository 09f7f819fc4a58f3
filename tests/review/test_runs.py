"""The end of a run over several dossiers says what was done, why, and what needs a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.review.runs import Change, Worked, write_run
from tests.commands import run_here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two dossiers."""
    for name in ("Brugwacht", "Sluiswacht"):
        (tmp_path / "dossiers" / name).mkdir(parents=True)
        write(tmp_path / "dossiers" / name / "systeem.md", name, "brug")
    return tmp_path / "dossiers"


def write(path: Path, name: str, what: str) -> None:
    """Write a small document on a system."""
    text = f"# Systeembeschrijving {name}\n\n## Doel\n\nHet doel is dat men korter wacht op een"
    path.write_text(f"{text} {what}.\n", encoding="utf-8")


def run(folder: Path, *more: str) -> tuple[str, str]:
    """Return what drafting the folder writes to stdout and to stderr."""
    workspace = ["--workspace", str(folder.parent / "werkmap")]
    told = run_here("draft", folder, *workspace, *more)
    return told.stdout, told.stderr


def test_a_rerun_says_what_changed_and_why(folder: Path) -> None:
    """What did not change takes a line; the document that changed is named."""
    first, _ = run(folder)
    again, _ = run(folder)
    write(folder / "Brugwacht" / "systeem.md", "Brugwacht", "sluis")
    other, _ = run(folder)

    assert "2 algoritmedossiers: 2 nieuw" in first
    assert again.count(", ongewijzigd\n") == 2
    assert "2 algoritmedossiers: 2 ongewijzigd" in again
    assert "  opnieuw gemaakt door een gewijzigd document (systeem.md)" in other
    assert "2 algoritmedossiers: 1 opnieuw gemaakt, 1 ongewijzigd" in other
    assert "  opnieuw gemaakt door een gewijzigd document: 1" in other
    assert "dossiers vragen aandacht:" in other


def test_json_stays_one_object_a_dossier(folder: Path) -> None:
    """The summary goes to stderr, and nowhere where nobody wants talk."""
    out, told = run(folder, "--json")
    quiet, silence = run(folder, "--json", "--quiet")

    assert [json.loads(line)["dossier"] for line in out.splitlines()] == ["Brugwacht", "Sluiswacht"]
    assert quiet == out
    assert "2 algoritmedossiers: 2 nieuw" in told
    assert silence == ""


def test_one_dossier_is_shown_whole_also_again(folder: Path) -> None:
    """Who drafts one wants to see it; there is nothing to sum up."""
    shown = {run(folder / "Brugwacht")[0] for _ in range(2)}

    assert len(shown) == 1
    assert "algoritmedossier" not in shown.pop()


def test_what_failed_and_what_was_left_is_counted() -> None:
    """Of the documents that changed the first are named."""
    change = Change(reason="changed", documents=tuple("abcde"))
    worked = [
        Worked(state="redrafted", changes=(change,), unread=2, attention=("unread", "unread")),
        Worked(state="unchanged", attention=("error",)),
    ]

    assert change.told == "een gewijzigd document (a, b, c, en nog 2)"
    assert list(write_run(worked, 1, 3)) == [
        "6 algoritmedossiers: 1 opnieuw gemaakt, 1 ongewijzigd, 1 mislukt, 3 niet begonnen",
        "  opnieuw gemaakt door een gewijzigd document: 1",
        "  2 documenten niet of niet helemaal gelezen",
        "  2 dossiers vragen aandacht:",
        "    2 delen niet gelezen",
        "    1 fout bij controle",
    ]
