"""Bring a database to the newest schema, and refuse one that is newer still."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from extractor.errors import WorkspaceUnusable

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
"""All migrations, oldest first; known here too, because loading Alembic takes 0.3 s."""

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade_schema(connection: Connection) -> None:
    """Run the migrations the database lacks; that of another or newer program is refused."""
    found = read_revision(connection)
    if found == REVISIONS[-1]:
        return
    if found is not None and found not in REVISIONS:
        message = "de database is gemaakt met een nieuwere versie van Bronvast"
        hint = "Werk Bronvast bij, of kies een andere werkmap met --workspace."
        raise WorkspaceUnusable(message, hint)
    if found is None and inspect(connection).get_table_names():
        message = "in de database staan al gegevens van een ander programma"
        hint = "Geef met --database een lege database op, of laat --database weg."
        raise WorkspaceUnusable(message, hint)
    run_migrations(connection)


def read_revision(connection: Connection) -> str | None:
    """Return the newest migration that ran on the database, or none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if revision is None else str(revision)


def run_migrations(connection: Connection) -> None:
    """Run all migrations the database lacks, within the connection's transaction."""
    # Loaded here: an up-to-date database, which is nearly every one, does not need it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # A percent sign would be read as the start of a placeholder.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISIONS[-1])
