"""SQLite is set to keep what it confirmed, and its failures are explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import OperationalError

from extractor.errors import WorkspaceUnusable
from extractor.store.database import Database
from extractor.store.engine import make_engine, read_url, show_url
from extractor.store.failures import explain_failure
from extractor.store.mounts import find_filesystem
from extractor.store.schema import upgrade_schema
from extractor.store.tables import REQUEST

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
server:/home /home nfs4 rw 0 0
/dev/vdb /home/lokaal ext4 rw 0 0
//server/deel /mnt/g\\040schijf cifs rw 0 0
/dev/vdc /mnt/dubbel ext4 rw 0 0
server:/dubbel /mnt/dubbel nfs rw 0 0
"""


@pytest.fixture
def sqlite(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Engine]:
    """Return an engine on a new SQLite file that counts as local."""
    monkeypatch.setattr("extractor.store.engine.lies_on_network", lambda _path: False)
    engine = make_engine(read_url(f"sqlite:///{tmp_path}/proef.db"))
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 3), ("foreign_keys", 1)]
)
def test_sqlite_keeps_what_it_confirmed(sqlite: Engine, pragma: str, value: object) -> None:
    """Each commit waits for the disk (synchronous EXTRA is 3), and references must exist."""
    with sqlite.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_sqlite_waits_ten_seconds(sqlite: Engine) -> None:
    """A write waits for another one to finish before it gives up."""
    with sqlite.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/werkmap", "ext4"),
        ("/home/jan/werkmap", "nfs4"),
        ("/home/lokaal/werkmap", "ext4"),
        ("/homestead", "ext4"),
        ("/mnt/g schijf/werkmap", "cifs"),
        ("/mnt/dubbel", "nfs"),
    ],
)
def test_the_innermost_mount_counts(path: str, kind: str) -> None:
    """A path lies on the last mount at the deepest point above it."""
    assert find_filesystem(Path(path), MOUNTS) == kind


def test_a_network_drive_gets_no_write_ahead_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where programs cannot share memory SQLite keeps its classic journal."""
    monkeypatch.setattr("extractor.store.engine.lies_on_network", lambda _path: True)
    engine = make_engine(read_url(f"sqlite:///{tmp_path}/proef.db"))

    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    engine.dispose()


def test_a_full_disk_is_explained(sqlite: Engine) -> None:
    """What does not fit is not kept, and the user hears that room is needed."""
    database = Database(sqlite, "proef.db")
    database.write(upgrade_schema)

    def overfill(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        row = {"fingerprint": "a", "answered_at": "b", "payload": bytes(10**6)}
        connection.execute(insert(REQUEST).values(row))

    with pytest.raises(WorkspaceUnusable, match="past niet meer op de schijf"):
        database.write(overfill)


def test_a_failure_never_quotes_a_row(sqlite: Engine) -> None:
    """The error holds neither the values that were refused nor the database's own message."""
    database = Database(sqlite, "proef.db")

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("SELECT * FROM geheim WHERE a = ?", ("geheim",))

    with pytest.raises(WorkspaceUnusable, match=r"proef\.db kan niet worden gebruikt") as refused:
        database.read(fail)
    assert "geheim" not in f"{refused.value}{refused.value.hint}"
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_a_server_that_does_not_answer_is_explained() -> None:
    """A failure without an SQLite code comes from a server."""
    failure = OperationalError(None, None, ConnectionError("password=geheim"))

    assert "niet bereikbaar" in str(explain_failure(failure, "postgresql://server/db"))


def test_an_address_is_shown_without_secrets() -> None:
    """Errors name the database, never its password, wherever it stands in the URL."""
    url = read_url("postgresql://jan:geheim@server/db?password=geheim")

    assert show_url(url) == "postgresql://jan:***@server/db"
