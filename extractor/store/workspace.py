"""Open a workspace: a private folder with the database and the sources."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL

from extractor.errors import WorkspaceUnusable
from extractor.store.database import Database
from extractor.store.engine import make_engine, read_url, show_url
from extractor.store.schema import upgrade_schema
from extractor.store.store import Store


def open_store(workspace: Path, database_url: str | None = None) -> Store:
    """Return the store of the workspace, made or brought up to date where needed.

    Folders and files made here are their owner's only. Refused when the folder or the database
    cannot be used, and when the database is of a newer program.
    """
    _make_folder(workspace)
    if database_url is None:
        url = URL.create("sqlite", database=str(workspace / "bronvast.db"))
    else:
        url = read_url(database_url)
    database = Database(make_engine(url), show_url(url))
    try:
        database.write(upgrade_schema)
    except BaseException:
        database.close()
        raise
    return Store(database, workspace / "sources")


def _make_folder(workspace: Path) -> None:
    try:
        workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        message = f"de werkmap {workspace} kan niet worden gemaakt"
        raise WorkspaceUnusable(message) from None
