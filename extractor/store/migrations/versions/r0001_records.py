"""Lay down every record, with rows that SQLite refuses to change or remove."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "source",
    "reading",
    "dossier",
    "dossier_version",
    "dossier_document",
    "draft",
    "draft_document",
    "decision",
    "request",
)


def upgrade() -> None:
    """Make all tables, then forbid updates and deletes on them."""
    make_source_tables()
    make_dossier_tables()
    make_draft_tables()
    make_decision_table()
    make_request_table()
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            refuse_changes(table)


def make_source_tables() -> None:
    """Make the tables of what was read."""
    op.create_table(
        "source",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.String(200), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(200), nullable=False, unique=True),
        sa.Column("source", sa.String(64), sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("reader", sa.String(200), nullable=False),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_index("reading_of_source", "reading", ["source", "reader"])


def make_dossier_tables() -> None:
    """Make the tables of algorithms and the documents that belong to them."""
    op.create_table(
        "dossier",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(200), nullable=False, unique=True),
    )
    op.create_table(
        "dossier_version",
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("process", sa.Text),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "dossier_document",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("source", sa.String(64), sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
    )
    op.create_index("document_of_dossier", "dossier_document", ["dossier"])


def make_draft_tables() -> None:
    """Make the tables of drafts and the readings they rest on."""
    op.create_table(
        "draft",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(200), nullable=False, unique=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("payload_sha256", sa.String(64), nullable=False),
    )
    op.create_index("draft_of_dossier", "draft", ["dossier"])
    op.create_table(
        "draft_document",
        sa.Column("draft", sa.String(200), sa.ForeignKey("draft.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("reading", sa.String(200), sa.ForeignKey("reading.id"), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
    )


def make_decision_table() -> None:
    """Make the decision log."""
    op.create_table(
        "decision",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(200), nullable=False, unique=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("draft", sa.String(200), sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("replaces", sa.String(200), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.UniqueConstraint("dossier", "subject", "replaces", name="one_successor"),
    )


def make_request_table() -> None:
    """Make the table of answers by llms."""
    op.create_table(
        "request",
        sa.Column("fingerprint", sa.String(200), primary_key=True),
        sa.Column("answered_at", sa.String(32), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )


def refuse_changes(table: str) -> None:
    """Let SQLite itself refuse to change or remove a row of the table."""
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )
