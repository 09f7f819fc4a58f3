"""Lay down what an overview shows of a dossier, so that it need not be worked out each time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, then let SQLite itself refuse to change or remove a row of it."""
    op.create_table(
        "summary",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("document_of_source", "dossier_document", ["source"])
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER summary_refuses_{change.lower()} BEFORE {change} ON summary "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )
