"""Lay down which dossiers were forgotten, and about which dossiers an llm was asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, then let SQLite itself refuse to change or remove a row of them."""
    op.create_table(
        "request_dossier",
        sa.Column(
            "fingerprint", sa.String(200), sa.ForeignKey("request.fingerprint"), primary_key=True
        ),
        sa.Column("dossier", sa.String(200), primary_key=True),
    )
    op.create_table(
        "forgotten",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.UniqueConstraint("dossier", "step", name="one_step"),
    )
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in ("request_dossier", "forgotten"):
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
            )
