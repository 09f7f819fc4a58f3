"""Let decisions seal a salted digest of their text, so that the text can be forgotten."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from extractor.errors import WorkspaceUnusable

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NO_DECISIONS = "0" * 64

ENDS = ("replaces", "reviewer", "decided_at")
STARTS = ("position", "previous", "id", "dossier", "draft", "subject", "action")
OLD_SEALED = (*STARTS, "payload", *ENDS, "note")
NEW_SEALED = (*STARTS, "digest", *ENDS, "former")
"""The columns as of this migration; the program's own may move on."""

ROWS = (
    "SELECT decision.*, draft.payload_sha256 AS seen FROM decision "
    "JOIN draft ON draft.id = decision.draft "
)
SELECT_ROWS = sa.text(ROWS + "ORDER BY decision.position")
SELECT_ROW = sa.text(ROWS + "WHERE decision.position = :position")
COUNT_ROWS = sa.text("SELECT count(*) FROM decision")
UPDATE_ROW = sa.text(
    "UPDATE decision SET previous = :previous, salt = :salt, digest = :digest, "
    "former = :former, hash = :hash WHERE position = :position"
)


def upgrade() -> None:
    """Check the old chain, add the columns and seal each row anew; a broken chain is refused."""
    connection = op.get_bind()
    require_chain(connection)
    op.add_column("decision", sa.Column("salt", sa.String(64), nullable=False, server_default=""))
    op.add_column("decision", sa.Column("digest", sa.String(64), nullable=False, server_default=""))
    op.add_column("decision", sa.Column("former", sa.String(64)))
    on_sqlite = connection.dialect.name == "sqlite"
    if on_sqlite:
        op.execute("DROP TRIGGER decision_refuses_update")
    seal_anew(connection)
    if on_sqlite:
        op.execute(
            "CREATE TRIGGER decision_refuses_update BEFORE UPDATE ON decision "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )


def require_chain(connection: sa.Connection) -> None:
    """Refuse when a row changed or is gone: sealing it anew would hide that for good."""
    end = (0, NO_DECISIONS)
    for row in connection.execute(SELECT_ROWS).mappings():
        follows = (row["position"] - 1, row["previous"]) == end
        if not follows or seal(row, OLD_SEALED) != row["hash"]:
            raise refuse(str(row["id"]))
        end = (row["position"], row["hash"])
    if connection.scalar(COUNT_ROWS) != end[0]:
        raise refuse("zonder concept")


def seal_anew(connection: sa.Connection) -> None:
    """Give each row its digest and its place in the new chain; its old hash stays beside it."""
    previous = NO_DECISIONS
    positions = connection.scalars(sa.text("SELECT position FROM decision ORDER BY position")).all()
    for position in positions:
        old = connection.execute(SELECT_ROW, {"position": position}).mappings().one()
        salt = secrets.token_hex(32)
        text = json.dumps([salt, old["payload"], old["note"]])
        digest = hashlib.sha256(text.encode()).hexdigest()
        new = {"previous": previous, "salt": salt, "digest": digest, "former": old["hash"]}
        previous = seal({**old, **new}, NEW_SEALED)
        connection.execute(UPDATE_ROW, {**new, "hash": previous, "position": position})


def seal(row: Mapping[str, object] | sa.RowMapping, columns: tuple[str, ...]) -> str:
    """Return the hash of the columns and of the draft the reviewer saw."""
    sealed = [row[column] for column in columns]
    return hashlib.sha256(json.dumps([*sealed, row["seen"]]).encode()).hexdigest()


def refuse(decision: str) -> WorkspaceUnusable:
    """Return the error that says from which decision on the log is not as it was."""
    return WorkspaceUnusable(
        f"het logboek van keuzen is gewijzigd bij keuze {decision} en wordt niet bijgewerkt",
        "Zet een reservekopie terug met `bronvast restore`.",
    )
