"""Lay down what was measured of language models at their endpoints."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, then let SQLite itself refuse to change or remove a row of it."""
    op.create_table(
        "llm_check",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("endpoint", sa.Text, nullable=False),
        sa.Column("llm", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER llm_check_refuses_{change.lower()} BEFORE {change} ON llm_check "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )
