"""Say in Dutch why a database fails, and what to do."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from extractor.errors import WorkspaceUnusable

ELSEWHERE = "Kies een andere werkmap met --workspace, of een andere database met --database."
RESTORE = "Zet een reservekopie terug, of kies een andere werkmap met --workspace."

EXPLANATIONS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "is in gebruik door een ander programma",
        "Wacht tot dat klaar is en probeer het opnieuw.",
    ),
    sqlite3.SQLITE_READONLY: ("mag niet worden gewijzigd", ELSEWHERE),
    sqlite3.SQLITE_IOERR: ("kan niet worden gelezen of geschreven", ELSEWHERE),
    sqlite3.SQLITE_CORRUPT: ("is beschadigd", RESTORE),
    sqlite3.SQLITE_FULL: ("past niet meer op de schijf", "Maak ruimte en probeer het opnieuw."),
    sqlite3.SQLITE_CANTOPEN: ("kan niet worden geopend", ELSEWHERE),
    sqlite3.SQLITE_NOTADB: ("is beschadigd, of is geen database", RESTORE),
}
"""What SQLite's primary result codes mean to a user, and what to do."""


def explain_busy(shown: str) -> WorkspaceUnusable:
    """Return that another program keeps the database that users know as `shown` busy."""
    happened, hint = EXPLANATIONS[sqlite3.SQLITE_BUSY]
    return WorkspaceUnusable(f"de database {shown} {happened}", hint)


def explain_failure(error: SQLAlchemyError, shown: str) -> WorkspaceUnusable:
    """Return what happened to the database that users know as `shown`."""
    code = getattr(error.orig, "sqlite_errorcode", None) if isinstance(error, DBAPIError) else None
    if code is None:
        return WorkspaceUnusable(
            f"de database {shown} is niet bereikbaar of weigert de opdracht",
            "Controleer het adres, de naam en het wachtwoord, en of de server aan staat.",
        )
    # The low byte is the primary code; the rest says more than a user needs.
    happened, hint = EXPLANATIONS.get(code & 0xFF, ("kan niet worden gebruikt", ELSEWHERE))
    return WorkspaceUnusable(f"de database {shown} {happened}", hint)
