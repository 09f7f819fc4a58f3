"""`bronvast report`, as somebody types it."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from extractor.intake.reading import DocumentReader
from extractor.organisation import parse_profile
from extractor.store import open_store
from tests.commands import run_here
from tests.report.ministry import MAY, PROFILE, confirm, make_draft, register

ROOT = Path(__file__).parents[2]
PLANNING = ROOT / "fixtures/report/planning.toml"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Return what the command did."""
    return run_here("report", *arguments)


def fill(folder: Path, reader: DocumentReader, service: str) -> Path:
    """Return a workspace with an entry in the register, a draft of it and nothing of a third."""
    with open_store(folder / "werkmap") as store:
        store.add_profile(parse_profile(PROFILE), MAY)
        done = make_draft(store, reader, folder / service / "Geheim voorsorteren")
        register(store, done, confirm(store, done, MAY, organization=service))
        make_draft(store, reader, folder / service / "Schouwen", MAY + timedelta(days=40))
    return folder / "werkmap"


@pytest.fixture
def workspace(tmp_path: Path, reader: DocumentReader) -> Path:
    """Return the workspace of one service."""
    return fill(tmp_path / "regelingen", reader, "Dienst Regelingen")


def test_a_report_is_written_in_each_form(workspace: Path, tmp_path: Path) -> None:
    """With targets, compared with an earlier day; results name the files, nothing else is said."""
    options = ("--as-of", "2026-06-30", "--since", "2026-05-31", "--planning", PLANNING)
    for kind in ("md", "docx", "xlsx"):
        done = run(*options, "--out", tmp_path / f"r.{kind}", "--workspace", workspace)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert done.stderr == f"geschreven: {tmp_path / f'r.{kind}'}\n"

    text = (tmp_path / "r.md").read_text("utf-8")
    assert "# Voortgang Algoritmeregister: Ministerie van Waterrade" in text
    assert "| Dienst Regelingen | 2 | 0 | 1 | 0 | 1 | 0 | 0 | 0 |" in text
    assert "Sinds 31 mei 2026: 1 nieuw, 0 gewijzigd en 0 ingetrokken." in text
    assert "1,5 fte" in text
    assert len(Document(str(tmp_path / "r.docx")).tables) > 8
    assert "Stand per dienst" in load_workbook(tmp_path / "r.xlsx").sheetnames


def test_figures_of_services_are_added_up_without_a_workspace(
    workspace: Path, tmp_path: Path, reader: DocumentReader
) -> None:
    """They hold no name of an algorithm, person or file; the workspace is not even opened."""
    other = fill(tmp_path / "toezicht", reader, "Dienst Toezicht")
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    for file, place in zip(files, (workspace, other), strict=True):
        done = run("--as-of", "2026-06-30", "--figures-out", file, "--workspace", place)
        assert done.returncode == 0, done.stderr
        for word in ("Geheim", "Lezer", "systeem.md", "algoritmes@"):
            assert word not in file.read_text("utf-8")

    nowhere = tmp_path / "nergens"
    out, total = tmp_path / "samen.md", tmp_path / "samen.json"
    done = run(
        *("--combine", *files, "--out", out, "--figures-out", total, "--planning", PLANNING),
        *("--workspace", nowhere),
    )

    assert done.returncode == 0, done.stderr
    assert not nowhere.exists()
    assert "# Voortgang Algoritmeregister: Ministerie van Waterrade" in out.read_text("utf-8")
    assert "| **Totaal** | **4** | **0** | **2** | **0** | **2** |" in out.read_text("utf-8")
    assert [each["service"] for each in json.loads(total.read_bytes())["services"]] == [
        "Dienst Regelingen",
        "Dienst Toezicht",
    ]
    again = run("--combine", *files, "--out", out, "--quiet")
    assert (again.returncode, again.stderr) == (0, "")
    day = run("--combine", *files, "--out", out, "--since", "2026-03-31")
    assert "is geen eerder cijferbestand" in day.stderr


def test_an_earlier_figures_file_is_compared_with(workspace: Path, tmp_path: Path) -> None:
    """Its day is that of the comparison."""
    earlier, out = tmp_path / "mei.json", tmp_path / "r.md"
    run("--as-of", "2026-05-31", "--figures-out", earlier, "--workspace", workspace)
    run("--as-of", "2026-06-30", "--since", earlier, "--out", out, "--workspace", workspace)

    assert "vergeleken met 31 mei 2026" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--as-of", "2999-01-01", "--out", "r.md"), "peildatum ligt in de toekomst"),
        (("--as-of", "2026-06-30", "--since", "2026-06-30", "--out", "r.md"), "niet voor de"),
        (("--as-of", "2026-06-30", "--since", "vorig jaar", "--out", "r.md"), "geen eerder"),
        (("--as-of", "2026-06-30", "--out", "r.pdf"), "deze soort rapport"),
        (("--as-of", "2026-06-30", "--planning", "cli.py", "--out", "r.md"), "geen TOML"),
        (("--combine", "cli.py", "--out", "r.md"), "geen cijfers van een rapport"),
        (("--combine", "nergens.json", "--out", "r.md"), "systeem weigert"),
    ],
)
def test_what_cannot_be_reported_is_said_in_two_lines(
    tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    """What is the matter, and what to do."""
    done = run(*arguments, "--workspace", tmp_path / "werkmap")

    assert done.returncode == 1
    assert why in done.stderr
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["fout", "tip"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--as-of", "2026-06-30"),
        ("--out", "r.md"),
        ("--combine", "--out", "r.md"),
        ("a.json", "--as-of", "2026-06-30", "--out", "r.md"),
        ("--as-of", "30-6-2026", "--out", "r.md"),
    ],
)
def test_half_a_question_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    """What is missing is named."""
    assert run(*arguments).returncode == 2


def test_another_file_is_not_written_over(workspace: Path, tmp_path: Path) -> None:
    """An earlier report is; somebody's own document is not."""
    out = tmp_path / "rapport.docx"
    options = ("--as-of", "2026-06-30", "--out", out, "--workspace", workspace)
    assert [run(*options).returncode for _ in range(2)] == [0, 0]
    own = Document()
    own.save(str(out))
    before = out.read_bytes()

    refused = run(*options)

    assert refused.returncode == 1
    assert "daar staat al een ander bestand" in refused.stderr
    assert out.read_bytes() == before


def test_what_only_stands_on_a_list_is_counted(workspace: Path, tmp_path: Path) -> None:
    """Beside the dossiers, from the day on that the list was read."""
    listed = tmp_path / "algoritmen.csv"
    listed.write_text(
        "Naam;Dienst;Categorie\nSchouwen;Dienst Regelingen;B\nRoosteren;Dienst Regelingen;C\n",
        encoding="utf-8",
    )
    assert run_here("inventory", listed, "--workspace", workspace).returncode == 0
    out, today = tmp_path / "r.json", datetime.now(UTC).date()

    done = run("--as-of", today, "--figures-out", out, "--workspace", workspace)
    now = json.loads(out.read_text("utf-8"))
    run("--as-of", "2026-06-30", "--figures-out", out, "--workspace", workspace)
    before = json.loads(out.read_text("utf-8"))

    assert done.returncode == 0, done.stderr
    (service,) = now["services"]
    assert service["progress"] == {
        "B": {"delivered": 1, "draft": 1},
        "C": {"not started": 1},
    }
    assert before["services"][0]["progress"] == {
        "B": {"delivered": 1},
        "undetermined": {"draft": 1},
    }
