"""Lay down the rows of an organisation's lists, and what persons say became of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = ("candidate", "outcome", "candidate_link")


def upgrade() -> None:
    """Make the tables, then let SQLite itself refuse to change or remove a row of them."""
    op.create_table(
        "candidate",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("candidate", sa.String(200), nullable=False),
        sa.Column("reading", sa.String(200), sa.ForeignKey("reading.id"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    for table in ("outcome", "candidate_link"):
        op.create_table(
            table,
            sa.Column("position", sa.Integer, primary_key=True),
            sa.Column("candidate", sa.String(200), nullable=False),
            sa.Column("at", sa.String(32), nullable=False),
            sa.Column("payload", sa.LargeBinary, nullable=False),
        )
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in TABLES:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
            )
