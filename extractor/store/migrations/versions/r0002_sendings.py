"""Lay down the log of what was sent to language models."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, then let SQLite itself refuse to change or remove a row of it."""
    op.create_table(
        "sending",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("llm", sa.Text, nullable=False),
        sa.Column("documents", sa.JSON, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER sending_refuses_{change.lower()} BEFORE {change} ON sending "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )
