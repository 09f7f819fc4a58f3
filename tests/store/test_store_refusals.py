"""What cannot be used as a store is refused in two lines, and left as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractor.errors import WorkspaceUnusable
from extractor.store import Store, open_store


def refuse(workspace: Path, database_url: str | None = None) -> WorkspaceUnusable:
    """Return the error with which the workspace is refused; it fits on two lines."""
    with pytest.raises(WorkspaceUnusable) as refused:
        open_store(workspace, database_url)
    assert "\n" not in f"{refused.value}{refused.value.hint}"
    return refused.value


def test_a_newer_database_is_refused(store: Store, workspace: Path) -> None:
    """An older program does not touch what a newer one made."""
    store.close()
    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    assert "nieuwere versie" in str(refuse(workspace))


def test_a_database_of_another_program_is_left_alone(workspace: Path) -> None:
    """Tables of others are no place to put ours."""
    workspace.mkdir()
    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        database.execute("CREATE TABLE bookmark (url TEXT)")

    assert "ander programma" in str(refuse(workspace))


@pytest.mark.parametrize("content", [b"geen database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_database_is_refused(workspace: Path, content: bytes) -> None:
    """What is no database is left as it is, and the user hears what to do."""
    workspace.mkdir()
    (workspace / "bronvast.db").write_bytes(content)

    refused = refuse(workspace)
    assert "beschadigd" in str(refused)
    assert "reservekopie" in refused.hint
    assert (workspace / "bronvast.db").read_bytes() == content


def test_damage_inside_is_explained_when_met(filled: Store, workspace: Path) -> None:
    """A database whose pages are damaged is opened or not, but never fails without a hint."""
    filled.close()
    path = workspace / "bronvast.db"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))

    with pytest.raises(WorkspaceUnusable, match="beschadigd"), open_store(workspace) as store:
        store.list_dossiers()


def test_a_file_is_no_workspace(tmp_path: Path) -> None:
    """Where a folder cannot be made, the user hears which one."""
    (tmp_path / "bezet").touch()

    for workspace in (tmp_path / "bezet", tmp_path / "bezet" / "werkmap"):
        assert str(workspace) in str(refuse(workspace))


def test_a_folder_is_no_database(workspace: Path) -> None:
    """A folder in the place of the database is refused."""
    (workspace / "bronvast.db").mkdir(parents=True)

    assert "bronvast.db" in str(refuse(workspace))


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("geen adres", "niet te lezen"),
        ("postgresql://u:geheim@server:poort/db", "niet te lezen"),
        ("onbekend://u:geheim@server/db", "ontbreekt een onderdeel"),
        ("oracle://u:geheim@server/db", "ontbreekt een onderdeel"),
        ("sqlite://", "gewoon bestand"),
        ("sqlite:///:memory:", "gewoon bestand"),
        ("sqlite:////tmp/a.db?mode=ro", "gewoon bestand"),
        ("sqlite://u:geheim@server/db", "gewoon bestand"),
    ],
)
def test_a_url_that_leads_nowhere_is_refused(workspace: Path, url: str, part: str) -> None:
    """The user hears what is wrong with the URL, and no password is repeated."""
    refused = refuse(workspace, url)

    assert part in str(refused)
    assert "geheim" not in f"{refused}{refused.hint}"
