"""A log from before salted digests is sealed anew, unless somebody changed it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from extractor.errors import WorkspaceUnusable
from extractor.models import Decision
from extractor.store import NO_DECISIONS, Store, open_store
from extractor.store.schema import MIGRATIONS

OLD_SEALED = (
    "position",
    "previous",
    "id",
    "dossier",
    "draft",
    "subject",
    "action",
    "payload",
    "replaces",
    "reviewer",
    "decided_at",
    "note",
)
COPIED = ("source", "reading", "dossier", "dossier_version", "draft", "draft_document")


@pytest.fixture
def older(filled: Store, decision: Decision, workspace: Path, tmp_path: Path) -> Path:
    """Return a database as the program before digests left it, with three decisions."""
    for subject in ("goal", "name", "status"):
        filled.add_decision(decision.model_copy(update={"id": subject, "subject": subject}))
    older = tmp_path / "ouder.db"
    engine = create_engine(f"sqlite:///{older}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
    engine.dispose()
    with closing(sqlite3.connect(older)) as database:
        database.execute("ATTACH ? AS newer", (str(workspace / "bronvast.db"),))
        for table in COPIED:
            database.execute(f"INSERT INTO {table} SELECT * FROM newer.{table}")  # noqa: S608 - above
        copy_decisions(database)
        database.commit()
    return older


def copy_decisions(database: sqlite3.Connection) -> None:
    """Copy the decisions with the seals of old, which covered the texts themselves."""
    database.row_factory = sqlite3.Row
    (seen,) = database.execute("SELECT payload_sha256 FROM draft").fetchone()
    previous = NO_DECISIONS
    for row in database.execute("SELECT * FROM newer.decision ORDER BY position").fetchall():
        values = [{**row, "previous": previous}[column] for column in OLD_SEALED]
        previous = hashlib.sha256(json.dumps([*values, seen]).encode()).hexdigest()
        names = ", ".join((*OLD_SEALED, "hash"))
        marks = ", ".join("?" * (len(OLD_SEALED) + 1))
        insert = f"INSERT INTO decision ({names}) VALUES ({marks})"  # noqa: S608 - the names above
        database.execute(insert, [*values, previous])


def read_hashes(path: Path) -> list[str]:
    """Return the hashes of the decisions in their order."""
    with closing(sqlite3.connect(path)) as database:
        return [row[0] for row in database.execute("SELECT hash FROM decision ORDER BY position")]


def test_an_older_log_is_sealed_anew(older: Path, workspace: Path, filled: Store) -> None:
    """All decisions are there as before, and heads that were printed before are still known."""
    printed = read_hashes(older)

    with open_store(workspace, f"sqlite:///{older}") as store:
        (dossier,) = store.list_dossiers()
        assert store.list_decisions(dossier.id) == filled.list_decisions(dossier.id)
        assert len(store.list_decisions(dossier.id)) == 3
        assert store.verify([*printed, store.head()]) == ()
        assert store.head() not in printed


def test_a_resealed_log_still_refuses_changes(older: Path, workspace: Path) -> None:
    """The migration is the only one that may change a row."""
    open_store(workspace, f"sqlite:///{older}").close()

    with (
        closing(sqlite3.connect(older)) as database,
        pytest.raises(sqlite3.IntegrityError, match="rows are only added"),
    ):
        database.execute("UPDATE decision SET note = 'anders'")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decision SET note = 'anders' WHERE id = 'name'",
        "UPDATE decision SET payload = '{}' WHERE id = 'name'",
        "UPDATE decision SET draft = 'weg' WHERE id = 'name'",
        "DELETE FROM decision WHERE id = 'name'",
    ],
)
def test_a_changed_log_is_not_sealed_anew(older: Path, workspace: Path, change: str) -> None:
    """Sealing a change in would hide it for good; the database stays as it is."""
    with closing(sqlite3.connect(older)) as database:
        database.execute("DROP TRIGGER decision_refuses_update")
        database.execute("DROP TRIGGER decision_refuses_delete")
        database.execute(change)
        database.commit()
    before = read_hashes(older)

    with pytest.raises(WorkspaceUnusable, match="logboek van keuzen is gewijzigd"):
        open_store(workspace, f"sqlite:///{older}")
    assert read_hashes(older) == before
    with closing(sqlite3.connect(older)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("0006",)
