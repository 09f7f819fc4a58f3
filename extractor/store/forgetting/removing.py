"""Remove one dossier's rows and texts; the only module that changes a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Column, Connection, Table, delete, select, update

from extractor.store.forgetting.regrouping import find_regrouped
from extractor.store.forgetting.scope import ForgetScope, find_scope
from extractor.store.forgetting.sealing import seal_removal
from extractor.store.forgotten import Removal
from extractor.store.payloads import pack_record
from extractor.store.tables import (
    ANSWER,
    DECISION,
    DOSSIER_DOCUMENT,
    DOSSIER_VERSION,
    DRAFT,
    DRAFT_DOCUMENT,
    FORGOTTEN,
    GROUPING,
    READING,
    REGISTRATION,
    REQUEST,
    REQUEST_DOSSIER,
    SOURCE,
    SUMMARY,
)

EMPTY: dict[str, str | None] = {"payload": "", "note": None, "salt": ""}
"""The texts of a decision that was emptied. Without its salt a digest cannot be guessed."""


def remove_dossier(connection: Connection, dossier: str, user: str, at: datetime) -> None:
    """Remove all texts of the dossier, and add to the log that this was done; all or nothing.

    Its decisions and drafts stay as rows without texts: the log seals them.
    """
    known = select(FORGOTTEN.c.position).where(FORGOTTEN.c.dossier == dossier)
    if connection.execute(known).first() is not None:
        return
    scope = find_scope(connection, dossier)
    with let_change(connection):
        _regroup(connection, scope)
        _empty_sealed(connection, dossier)
        _remove_rows(connection, scope)
    removal = Removal(
        dossier=dossier,
        at=at,
        user=user,
        names=tuple(hash_name(dossier, name) for name in scope.names),
        sources=scope.sources,
        counts=scope.counts,
    )
    seal_removal(connection, removal)


def hash_name(dossier: str, name: str) -> str:
    """Return what is kept of a name of the dossier, however its letters and signs are typed."""
    plain = "".join(each for each in name.casefold() if each.isalnum())
    return hashlib.sha256(f"{dossier}\n{plain}".encode("utf-8", "surrogateescape")).hexdigest()


@contextmanager
def let_change(connection: Connection) -> Iterator[None]:
    """Let rows be changed within this transaction; what others see refuses it all along."""
    if connection.dialect.name != "sqlite":
        yield
        return
    # What is removed is overwritten at once, and not only when the file is cleaned.
    connection.exec_driver_sql("PRAGMA secure_delete=ON")
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    triggers = connection.exec_driver_sql(query).all()
    for name, _sql in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _name, sql in triggers:
        connection.exec_driver_sql(sql)


def _regroup(connection: Connection, scope: ForgetScope) -> None:
    regrouped = find_regrouped(connection, scope.dossier, scope.sources)
    for position, grouping in regrouped.items():
        row = update(GROUPING).where(GROUPING.c.position == position)
        connection.execute(row.values(payload=pack_record(grouping)))


def _empty_sealed(connection: Connection, dossier: str) -> None:
    """Empty what the decision log holds in place: the decisions, and the drafts they are on."""
    connection.execute(update(DECISION).where(DECISION.c.dossier == dossier).values(EMPTY))
    connection.execute(update(DRAFT).where(DRAFT.c.dossier == dossier).values(payload=b""))


def _remove_rows(connection: Connection, scope: ForgetScope) -> None:
    """Remove rows, each before the one it refers to."""
    drafts = select(DRAFT.c.id).where(DRAFT.c.dossier == scope.dossier)
    connection.execute(delete(DRAFT_DOCUMENT).where(DRAFT_DOCUMENT.c.draft.in_(drafts)))
    for table in (ANSWER, REGISTRATION, DOSSIER_DOCUMENT, DOSSIER_VERSION, REQUEST_DOSSIER):
        connection.execute(delete(table).where(table.c.dossier == scope.dossier))
    # Which of them are about the dossier cannot be seen; overviews make them anew.
    connection.execute(delete(SUMMARY))
    _remove_each(connection, REQUEST, REQUEST.c.fingerprint, scope.requests)
    _remove_each(connection, READING, READING.c.source, scope.sources)
    _remove_each(connection, SOURCE, SOURCE.c.sha256, scope.sources)


def _remove_each(
    connection: Connection, table: Table, column: Column[str], values: Sequence[str]
) -> None:
    for value in values:
        connection.execute(delete(table).where(column == value))
