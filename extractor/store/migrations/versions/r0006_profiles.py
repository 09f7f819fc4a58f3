"""Lay down what the organisation says of itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, then let SQLite itself refuse to change or remove a row of it."""
    op.create_table(
        "profile",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER profile_refuses_{change.lower()} BEFORE {change} ON profile "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )
