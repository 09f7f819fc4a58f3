"""Lay down what the register published of each algorithm."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, then let SQLite itself refuse to change or remove a row of it."""
    op.create_table(
        "published",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("lars", sa.String(40), nullable=False),
        sa.Column("reading", sa.String(200), sa.ForeignKey("reading.id"), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_index("published_by_lars", "published", ["lars"])
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER published_refuses_{change.lower()} BEFORE {change} ON published "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )
