"""Opening a store makes what is missing, and keeps it private."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from extractor.models import Draft, Source
from extractor.store import Store, open_store
from extractor.store.schema import MIGRATIONS, REVISIONS
from extractor.store.tables import METADATA

ROOT = Path(__file__).parents[2]


def read_mode(path: Path) -> int:
    """Return the permission bits of the file or folder."""
    return path.stat().st_mode & 0o777


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions another way")
def test_only_the_owner_may_look(workspace: Path, source: Source, content: bytes) -> None:
    """Folders are 0700 and files 0600, however generous the system is."""
    before = os.umask(0)
    try:
        with open_store(workspace) as store:
            store.add_source(source, content)
            modes = {path.name: read_mode(path) for path in [workspace, *workspace.rglob("*")]}
    finally:
        os.umask(before)

    folders = {workspace.name, "sources", source.sha256[:2]}
    assert {name for name, mode in modes.items() if mode == 0o700} == folders
    files = {name for name, mode in modes.items() if mode == 0o600}
    assert files >= {"bronvast.db", source.sha256}
    assert files | folders == set(modes)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions another way")
def test_a_folder_of_the_user_keeps_its_mode(workspace: Path) -> None:
    """A folder that was there already may be shared for a reason; only our files are private."""
    workspace.mkdir(mode=0o755)
    mode = read_mode(workspace)

    open_store(workspace).close()
    assert read_mode(workspace) == mode
    assert read_mode(workspace / "bronvast.db") == 0o600


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions another way")
def test_a_shared_database_stays_shared(workspace: Path) -> None:
    """Colleagues who were let in by its owner are not shut out by the next opening."""
    open_store(workspace).close()
    (workspace / "bronvast.db").chmod(0o660)

    open_store(workspace).close()
    assert read_mode(workspace / "bronvast.db") == 0o660


def test_what_was_kept_is_there_next_time(filled: Store, workspace: Path, draft: Draft) -> None:
    """A second opening finds what the first one left."""
    filled.close()

    with open_store(workspace) as again:
        assert again.get_draft(draft.id) == draft


def test_opening_is_silent_and_loads_migrations_only_once(workspace: Path) -> None:
    """Nothing is said while migrating, and an up-to-date database is opened without Alembic."""
    script = (
        "import sys, pathlib; from extractor.store import open_store; "
        "open_store(pathlib.Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    runs = [
        subprocess.run(  # noqa: S603 - the script stands above
            [sys.executable, "-W", "error", "-c", script, workspace],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        for _ in range(2)
    ]

    assert [(run.stdout, run.stderr, run.returncode) for run in runs] == [
        (b"", b"", 1),
        (b"", b"", 0),
    ]


def test_migrations_leave_the_tables_that_the_code_expects(store: Store, workspace: Path) -> None:
    """There is no difference between the migrations' outcome and `tables.py`."""
    del store
    engine = create_engine(f"sqlite:///{workspace}/bronvast.db")

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_all_migrations_are_known() -> None:
    """The list that spares loading Alembic is the list that Alembic finds."""
    script = ScriptDirectory(str(MIGRATIONS))

    assert [found.revision for found in script.walk_revisions()][::-1] == list(REVISIONS)


def test_a_workspace_path_may_hold_odd_characters(tmp_path: Path) -> None:
    """A percent sign, space, question mark or accent in a folder's name is no obstacle."""
    workspace = tmp_path / "50% van één map? #2"

    open_store(workspace).close()
    assert (workspace / "bronvast.db").is_file()


def test_a_database_without_tables_is_filled(workspace: Path) -> None:
    """An empty file, left by a first run that was killed, is no damage."""
    workspace.mkdir()
    (workspace / "bronvast.db").touch()

    with open_store(workspace) as store:
        assert store.list_drafts() == ()


def test_another_database_by_url(
    tmp_path: Path, workspace: Path, source: Source, content: bytes
) -> None:
    """With a URL the rows go elsewhere; the sources stay in the workspace."""
    database = tmp_path / "elders.db"

    with open_store(workspace, f"sqlite:///{database}") as store:
        store.add_source(source, content)
        assert store.read_source(source.sha256) == content
    assert database.is_file()
    assert [path.name for path in workspace.iterdir()] == ["sources"]
