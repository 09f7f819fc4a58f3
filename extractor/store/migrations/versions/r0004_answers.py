"""Lay down what colleagues answered on drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, then let SQLite itself refuse to change or remove a row of it."""
    op.create_table(
        "answer",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("draft", sa.String(200), sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("field", sa.String(200), nullable=False),
        sa.Column("reading", sa.String(200), sa.ForeignKey("reading.id"), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("draft", "field", "reading", name="one_answer"),
    )
    op.create_index("answer_on_dossier", "answer", ["dossier"])
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER answer_refuses_{change.lower()} BEFORE {change} ON answer "
            "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        )
