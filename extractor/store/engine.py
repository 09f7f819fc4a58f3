"""Make the engine for a database URL, with SQLite set to keep what it confirmed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from extractor.errors import WorkspaceUnusable
from extractor.store.failures import ELSEWHERE
from extractor.store.mounts import lies_on_network

BUSY_SECONDS = 10
"""How long a write waits for another to finish."""

SWITCHES = 50
"""How often a new file's journal is set while others are doing the same."""


def read_url(database_url: str) -> URL:
    """Return the parts of the URL; what is no URL is refused without quoting its password."""
    try:
        return make_url(database_url)
    except (SQLAlchemyError, ValueError):
        message = "het adres van de database is niet te lezen"
        hint = "Geef het zo: --database sqlite:////map/bronvast.db of postgresql://naam@server/db."
        raise WorkspaceUnusable(message, hint) from None


def show_url(url: URL) -> str:
    """Return the URL as errors name it: a file by its path, a server without secrets."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(query={}).render_as_string(hide_password=True)


def make_engine(url: URL) -> Engine:
    """Return an engine for the database; an SQLite file is made for its owner only."""
    try:
        if url.get_backend_name() == "sqlite":
            return _make_file_engine(url)
        return create_engine(url, hide_parameters=True)
    except (SQLAlchemyError, ImportError):
        message = f"voor een database als {url.drivername} ontbreekt een onderdeel"
        hint = "Installeer het, voor PostgreSQL met `pip install psycopg`, of laat --database weg."
        raise WorkspaceUnusable(message, hint) from None


def _make_file_engine(url: URL) -> Engine:
    if url.host or url.username or url.query or url.database in {None, "", ":memory:"}:
        message = "een SQLite-database moet een gewoon bestand zijn"
        hint = "Geef alleen een pad: --database sqlite:////map/bronvast.db."
        raise WorkspaceUnusable(message, hint)
    path = Path(str(url.database))
    _make_private(path)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    journal = "DELETE" if lies_on_network(path) else "WAL"

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # Python would begin transactions by itself, too late and never immediate.
        connection.isolation_level = None
        _set_journal(connection, journal)
        # A decision must survive a power cut: each commit waits for the disk.
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA foreign_keys=ON")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_private(path: Path) -> None:
    """Make the file, for its owner only, unless it is there; its journals get the same mode."""
    try:
        if not path.exists():
            path.touch(mode=0o600)
    except OSError:
        message = f"de database {path} kan niet worden gemaakt of geopend"
        raise WorkspaceUnusable(message, ELSEWHERE) from None


def _set_journal(connection: sqlite3.Connection, journal: str) -> None:
    """Set the kind of journal, which only the first of several on a new file has to do."""
    for _ in range(SWITCHES):
        try:
            connection.execute(f"PRAGMA journal_mode={journal}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            # SQLite does not wait its turn to switch, but it does to be alone.
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        else:
            return
    connection.execute(f"PRAGMA journal_mode={journal}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a read that grows into a write may be refused halfway."""
    if connection.get_execution_options().get("alone", False):
        return
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
