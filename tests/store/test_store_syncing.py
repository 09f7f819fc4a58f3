"""Folders that are copied elsewhere are recognised by name or by what lies in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.store.syncing import find_synced


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Ministerie", "Dropbox (Gemeente)", "Nextcloud", "com~apple~CloudDocs"],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    """A workspace that is not there yet is recognised by the folder it would lie in."""
    assert find_synced(tmp_path / name / "Documenten" / "werkmap") == (tmp_path / name).resolve()


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", "._sync_1a2b3c.db", ".sync_1a2b3c.db"])
def test_a_synced_folder_is_known_by_its_mark(tmp_path: Path, mark: str) -> None:
    """A folder with an ordinary name counts when the program left its mark there."""
    (tmp_path / "gedeeld" / "werkmap").mkdir(parents=True)
    (tmp_path / "gedeeld" / mark).touch()

    assert find_synced(tmp_path / "gedeeld" / "werkmap") == (tmp_path / "gedeeld").resolve()


@pytest.mark.parametrize("name", ["Documenten", "onedrivers", "dropboxen", "Nextcloudbeleid"])
def test_an_ordinary_folder_is_not_taken_for_one(tmp_path: Path, name: str) -> None:
    """A name that only begins like one does not count."""
    assert find_synced(tmp_path / name / "werkmap") is None
