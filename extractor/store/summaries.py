"""Keep what an overview shows of a dossier as it was in one state; never the truth.

Without these rows every overview is the same, and slower.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, insert, select

from extractor.models import Record
from extractor.store.decisions import select_last
from extractor.store.dossiers import select_dossiers
from extractor.store.tables import DRAFT, REGISTRATION, SUMMARY

AT_ONCE = 500
"""Keys in one question; databases bound how many there may be."""


class DossierState(Record):
    """All that an overview of one dossier rests on: while it is the same, so is the overview."""

    dossier: str
    name: str
    draft: str
    """The newest one."""
    decision: str
    """The last one; empty without any."""
    registration: int
    """The number of the last one; 0 without any."""


def select_states(connection: Connection) -> tuple[DossierState, ...]:
    """Return the state of each dossier with a draft, in the order they were added."""
    newest = select(func.max(DRAFT.c.position)).group_by(DRAFT.c.dossier)
    query = select(DRAFT.c.dossier, DRAFT.c.id).where(DRAFT.c.position.in_(newest))
    drafts = {row.dossier: row.id for row in connection.execute(query)}
    position = func.max(REGISTRATION.c.position).label("position")
    counted = select(REGISTRATION.c.dossier, position).group_by(REGISTRATION.c.dossier)
    registrations = {row.dossier: row.position for row in connection.execute(counted)}
    decisions = select_last(connection)
    return tuple(
        DossierState(
            dossier=each.id,
            name=each.name,
            draft=drafts[each.id],
            decision=decisions.get(each.id, ""),
            registration=registrations.get(each.id, 0),
        )
        for each in select_dossiers(connection)
        if each.id in drafts
    )


def select_summaries(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """Return what is kept under these keys."""
    return {key: payload for part in _part(keys) for key, payload in _select(connection, part)}


def insert_summaries(connection: Connection, rows: Mapping[str, str]) -> bool:
    """Add what is not kept yet, by key, and return whether there was any."""
    known = select_summaries(connection, list(rows))
    new = [{"key": key, "payload": rows[key]} for key in rows if key not in known]
    if new:
        connection.execute(insert(SUMMARY), new)
    return bool(new)


def _select(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    query = select(SUMMARY.c.key, SUMMARY.c.payload).where(SUMMARY.c.key.in_(keys))
    yield from ((row.key, row.payload) for row in connection.execute(query))


def _part(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (keys[at : at + AT_ONCE] for at in range(0, len(keys), AT_ONCE))
