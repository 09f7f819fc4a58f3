"""`bronvast inventory` as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands import call_here
from tests.inventory.conftest import HEADINGS, ROWS, write_workbook

Call = Callable[..., tuple[int, str, str]]
TEXT = "# Systeembeschrijving\n\n## Doel\n\nHet systeem herkent sloten die dichtgroeien.\n"


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return what runs the command on a workspace of its own: exit code, stdout, stderr."""
    monkeypatch.setenv("BRONVAST_WORKSPACE", str(tmp_path / "werkmap"))
    monkeypatch.setenv("COLUMNS", "200")

    return call_here


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return a list on disk."""
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(write_workbook(HEADINGS, *ROWS))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a tree with documents of one algorithm in the list, and of one that is not."""
    for name in ("slootschouw", "vuilwagen"):
        (tmp_path / "dossiers" / name).mkdir(parents=True)
        (tmp_path / "dossiers" / name / "systeem.md").write_text(TEXT, "utf-8")
    return tmp_path / "dossiers"


def list_outcomes(call: Call) -> dict[str, Any]:
    """Return what became of each candidate, by name."""
    code, out, _ = call("inventory", "--json")
    assert code == 0
    return {each["name"]: each["outcome"]["kind"] for each in json.loads(out)}


def test_from_a_list_to_drafts_and_choices(call: Call, workbook: Path, folder: Path) -> None:
    """A list is read, a folder found and drafted, and a person says what became of the rest."""
    code, out, err = call("inventory", str(workbook), "--folder", str(folder))
    assert code == 0
    assert "name: Naam algoritme (kolom A)" in err
    assert "3 kandidaten: 3 nog te doen" in out
    assert f"map zonder concept: {folder / 'slootschouw'}" in out
    assert "Mappen zonder kandidaat van die naam: Vuilwagen" in out

    assert call("draft", str(folder / "slootschouw"), "--quiet")[0] == 0
    chosen = "Documenten lakken=not published"
    told = ("--ground", "toezicht", "--reviewer", "J. Vos", "--note", "zie nota")
    assert call("inventory", "--set", chosen, *told, "--quiet")[0] == 0
    assert list_outcomes(call) == {
        "Parkeercontrole scanauto": "to do",
        "Slootschouw": "draft",
        "Documenten lakken": "not published",
    }
    code, out, err = call("inventory")
    assert (code, err) == (0, "")
    assert "grond: toezicht; zie nota" in out


def test_a_csv_is_a_list_too(call: Call, tmp_path: Path) -> None:
    """As Dutch Excel saves it, with a column named by hand."""
    path = tmp_path / "lijst.csv"
    path.write_bytes("Wat;Dienst\r\nCafé-index;Beheer\r\n".encode("cp1252"))

    code, out, _ = call("inventory", str(path), "--column", "name=Wat", "--json", "--quiet")
    (found,) = json.loads(out)
    assert code == 0
    assert (found["name"], found["service"], found["row"]) == ("Café-index", "Beheer", 2)
    assert found["cells"][0]["locator"]["label"] == "A2"


def test_an_unread_row_is_an_exit_code(call: Call, tmp_path: Path) -> None:
    """What is left out is listed, and a program can tell."""
    path = tmp_path / "lijst.csv"
    path.write_text("Naam;Dienst\nEen;Beheer\n;Toezicht\n", "utf-8")

    code, _, err = call("inventory", str(path))
    assert code == 3
    assert "rijen zonder naam, niet overgenomen: 3" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("nergens.xlsx",),
        ("kapot.xlsx",),
        ("leeg.csv",),
        ("zonder.csv",),
        ("--set", "Elders=draft", "--reviewer", "x"),
        ("--set", "Elders=klaar", "--reviewer", "x"),
        ("--link", "Elders=x", "--reviewer", "x"),
    ],
)
def test_what_goes_wrong_is_two_lines(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """What happened, and what to do; and nothing is kept."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kapot.xlsx").write_bytes(write_workbook(HEADINGS)[:100])
    (tmp_path / "leeg.csv").write_text("", "utf-8")
    (tmp_path / "zonder.csv").write_text("Omschrijving;Datum\nx;y\n", "utf-8")

    code, out, err = call("inventory", *arguments)
    assert (code, out) == (1, "")
    assert [line.split(":")[0] for line in err.splitlines()] == ["fout", "tip"]
    assert list_outcomes(call) == {}


@pytest.mark.parametrize(
    "arguments", [("--column", "naam=X"), ("--column", "name"), ("--set", "X"), ("--link", "=Y")]
)
def test_wrong_usage_is_told_as_such(call: Call, arguments: tuple[str, ...]) -> None:
    """An option that cannot be understood is no error of the list."""
    assert call("inventory", *arguments)[0] == 2


def test_an_empty_workspace_says_what_to_do(call: Call) -> None:
    """Without a list the first step is shown."""
    assert "bronvast inventory LIJST.xlsx" in call("inventory")[1]
