"""`bronvast verify` names what was changed and says what it cannot see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from extractor.errors import WorkspaceUnusable
from extractor.store import open_store

RUNNER = CliRunner()
DOCUMENT = "Doel\nHet algoritme kiest welke straten worden gecontroleerd op parkeren.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a workspace with a draft and a decision of one document."""
    folder, workspace = tmp_path / "Scanauto", tmp_path / "werkmap"
    folder.mkdir()
    (folder / "dpia.txt").write_text(DOCUMENT, encoding="utf-8")
    run(workspace, "draft", str(folder), "--quiet")
    with open_store(workspace) as store:
        draft = store.list_drafts()[0].id
    run(workspace, "decide", draft, "name", "--value", "Scanauto", "--reviewer", "J. de Vries")
    return workspace


def run(workspace: Path, *arguments: str, code: int = 0) -> str:
    """Return what the command writes to stdout."""
    result = RUNNER.invoke(app, [*arguments, "--workspace", str(workspace)])
    assert result.exit_code == code, result.output
    return result.stdout


def test_an_untouched_workspace_is_sound(workspace: Path) -> None:
    """The head that is printed is one the log passes through when it is given again."""
    head = json.loads(run(workspace, "verify", "--json"))["head"]

    told = run(workspace, "verify", "--head", head)

    assert "Geen afwijkingen" in told
    assert f"Kenmerk van het logboek: {head}" in told
    assert "in latere keuzen niet altijd" in told


def test_each_finding_is_named_and_ends_in_failure(workspace: Path) -> None:
    """A changed source and a head the log does not pass through are both told."""
    kept = next(path for path in (workspace / "sources").rglob("*") if path.is_file())
    kept.write_bytes(b"iets anders")

    told = run(workspace, "verify", "--head", "f" * 64, code=1)

    assert f"source: de bewaarde kopie van document {kept.name[:12]} is gewijzigd" in told
    assert "head: het logboek van keuzen loopt niet meer langs ffffffffffff" in told
    assert "Geen afwijkingen" not in told


def test_a_backup_is_restored_and_a_server_is_refused(workspace: Path, tmp_path: Path) -> None:
    """The restored workspace is sound and has the same log; a database by URL is not copied."""
    head = json.loads(run(workspace, "verify", "--json"))["head"]
    copy, back = tmp_path / "kopie", tmp_path / "terug"

    run(workspace, "backup", str(copy))
    run(back, "restore", str(copy))

    assert f"Kenmerk van het logboek: {head}" in run(back, "verify", "--head", head)
    refused = RUNNER.invoke(app, ["backup", str(tmp_path / "b"), "--database", "postgresql://x/y"])
    assert isinstance(refused.exception, WorkspaceUnusable)
    assert "pg_dump" in refused.exception.hint


def test_a_workspace_in_a_synced_folder_is_warned_about(workspace: Path, tmp_path: Path) -> None:
    """The warning goes to stderr, names the folder, and stays away elsewhere."""
    synced = tmp_path / "OneDrive - Gemeente" / "werkmap"

    warned = RUNNER.invoke(app, ["drafts", "--workspace", str(synced)])
    plain = RUNNER.invoke(app, ["drafts", "--workspace", str(workspace)])

    assert "'OneDrive - Gemeente'" in warned.stderr
    assert "let op" not in warned.stdout
    assert "let op" not in plain.stderr
