"""`bronvast concept`, as somebody types it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.commands import run_here

ROOT = Path(__file__).parents[2]
DOSSIER = ROOT / "fixtures/dossiers/parkeercontrole-scanauto"
Fill = Callable[[bytes, Mapping[str, str]], bytes]


def run(workspace: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Return what the command did in the workspace."""
    return run_here(*arguments, "--workspace", workspace)


def test_a_draft_goes_out_and_its_answers_come_in(tmp_path: Path, fill: Fill) -> None:
    """From documents to a Word file, and from the filled-in file to suggestions in `show`."""
    workspace, out = tmp_path / "werkmap", tmp_path / "concept.docx"
    run(workspace, "draft", DOSSIER, "--quiet")

    made = run(workspace, "concept", DOSSIER.name, "--out", out)
    signed = {"naam": "M. de Wit", "datum": "12 november 2026"}
    back = tmp_path / "terug.docx"
    back.write_bytes(fill(out.read_bytes(), {**signed, "begin_date": "2023-06"}))
    taken = run(workspace, "concept", "--read", back)

    assert (made.returncode, taken.returncode) == (0, 0)
    assert taken.stderr == "terug.docx: 1 antwoord(en) van M. de Wit bewaard als suggestie\n"
    shown = run(workspace, "show", DOSSIER.name).stdout
    assert "antwoord van een collega (M. de Wit, 12-11-2026, terug.docx): “2023-06”" in shown


def test_questions_go_to_each_contact_person(tmp_path: Path) -> None:
    """Without a draft named, the questions of all drafts leave, a file for each person."""
    workspace, out = tmp_path / "werkmap", tmp_path / "vragen"
    run(workspace, "draft", DOSSIER, "--quiet")

    done = run(workspace, "concept", "--questions", "--out", out)

    assert done.returncode == 0
    assert [path.name for path in out.iterdir()] == ["vragen-parkeren-duinrade-example.docx"]


def test_answers_typed_before_are_not_overwritten(tmp_path: Path, fill: Fill) -> None:
    """Writing over a document that a colleague filled in is refused."""
    workspace, out = tmp_path / "werkmap", tmp_path / "concept.docx"
    run(workspace, "draft", DOSSIER, "--quiet")
    run(workspace, "concept", DOSSIER.name, "--out", out)
    filled = fill(out.read_bytes(), {"goal": "Eerlijk parkeren."})
    out.write_bytes(filled)

    done = run(workspace, "concept", DOSSIER.name, "--out", out)

    assert done.returncode == 1
    assert out.read_bytes() == filled


def test_one_of_making_and_reading_is_asked_for(tmp_path: Path) -> None:
    """Neither or both is wrong usage."""
    for arguments in ((), ("--out", tmp_path / "x.docx", "--read", tmp_path / "y.docx")):
        assert run(tmp_path / "werkmap", "concept", *arguments).returncode == 2
