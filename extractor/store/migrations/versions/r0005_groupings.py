"""Lay down how persons group documents, and what they copied into the register's own form."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, then let SQLite itself refuse to change or remove a row of them."""
    op.create_table(
        "grouping",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("folder", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "registration",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_index("registration_of_dossier", "registration", ["dossier"])
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in ("grouping", "registration"):
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
            )
