"""A backup is whole and sound, or is not there."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from extractor.errors import WorkspaceUnusable
from extractor.models import Decision, Source
from extractor.store import Store, open_store
from extractor.store.backup import copy_workspace


def list_files(folder: Path) -> list[str]:
    """Return the names of what lies directly in the folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_put_back_holds_the_same(
    filled: Store, decision: Decision, workspace: Path, tmp_path: Path, source: Source
) -> None:
    """What comes back has the same head, decisions and bytes, and nothing is left beside it."""
    filled.add_decision(decision)

    assert copy_workspace(workspace, tmp_path / "kopie") == 1
    assert copy_workspace(tmp_path / "kopie", tmp_path / "terug") == 1

    with open_store(tmp_path / "terug") as back:
        assert back.verify([filled.head()]) == ()
        assert back.list_decisions(decision.dossier) == (decision,)
        assert back.read_source(source.sha256) == filled.read_source(source.sha256)
    assert list_files(tmp_path) == ["kopie", "terug", "werkmap"]
    assert (tmp_path / "kopie").stat().st_mode & 0o077 == 0


def test_a_backup_is_made_while_decisions_are_taken(
    filled: Store, decision: Decision, workspace: Path, tmp_path: Path
) -> None:
    """The copy holds a beginning of the log, at least what was decided before."""
    filled.add_decision(decision)
    before = filled.head()

    def decide_more() -> None:
        for number in range(60):
            new = {"id": f"keuze-a{number}", "subject": f"veld-{number}"}
            filled.add_decision(decision.model_copy(update=new))

    writer = threading.Thread(target=decide_more)
    writer.start()
    copy_workspace(workspace, tmp_path / "kopie")
    writer.join()

    with open_store(tmp_path / "kopie") as copy:
        assert copy.verify([before]) == ()
        kept = copy.list_decisions(decision.dossier)
        assert kept == filled.list_decisions(decision.dossier)[: len(kept)]


def test_a_damaged_workspace_gives_no_backup(
    filled: Store, workspace: Path, tmp_path: Path, source: Source
) -> None:
    """A changed document is named, and nothing is left at the target or beside it."""
    kept = workspace / "sources" / source.sha256[:2] / source.sha256
    kept.write_bytes(b"iets anders")

    with pytest.raises(WorkspaceUnusable, match="is gewijzigd"):
        copy_workspace(workspace, tmp_path / "kopie")
    assert filled.list_drafts()
    assert list_files(tmp_path) == ["werkmap"]


def test_only_an_empty_place_outside_is_filled(
    filled: Store, workspace: Path, tmp_path: Path
) -> None:
    """A folder with something in it, a place inside, and no workspace at all are refused."""
    full = tmp_path / "vol"
    full.mkdir()
    (full / "brief.txt").write_text("blijft", encoding="utf-8")

    with pytest.raises(WorkspaceUnusable, match="niet leeg"):
        copy_workspace(workspace, full)
    with pytest.raises(WorkspaceUnusable, match="ligt in de map"):
        copy_workspace(workspace, workspace / "kopie")
    with pytest.raises(WorkspaceUnusable, match="geen werkmap"):
        copy_workspace(full, tmp_path / "kopie")
    assert filled.list_drafts()
    assert list_files(full) == ["brief.txt"]
