"""Keep drafts, each with the readings it rests on."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import Connection, insert, select

from extractor.errors import DraftNotFound
from extractor.models import Draft, Record
from extractor.store.forgotten import is_kept, refuse_forgotten
from extractor.store.payloads import pack_record, render_moment, unpack_record
from extractor.store.tables import DRAFT, DRAFT_DOCUMENT


class DraftRow(Record):
    """What a list says of a draft, without its content."""

    id: str
    dossier: str
    created_at: datetime


def insert_draft(connection: Connection, draft: Draft) -> bool:
    """Add the draft with its documents and return whether it was new."""
    refuse_forgotten(connection, draft.dossier)
    if connection.scalar(select(DRAFT.c.position).where(DRAFT.c.id == draft.id)):
        return False
    payload = pack_record(draft)
    row = {
        "id": draft.id,
        "dossier": draft.dossier,
        "created_at": render_moment(draft.created_at),
        "payload": payload,
        "payload_sha256": hashlib.sha256(payload).hexdigest(),
    }
    connection.execute(insert(DRAFT).values(row))
    documents = [
        {"draft": draft.id, "position": position, **document.model_dump()}
        for position, document in enumerate(draft.documents)
    ]
    if documents:
        connection.execute(insert(DRAFT_DOCUMENT), documents)
    return True


def select_draft(connection: Connection, prefix: str) -> Draft:
    """Return the draft with this id, or the only one whose id starts so; else refuse."""
    found = _match_ids(connection, prefix)
    if len(found) != 1:
        raise DraftNotFound(prefix, len(found))
    query = select(DRAFT.c.payload).where(DRAFT.c.id == found[0])
    return unpack_record(Draft, connection.execute(query).scalar_one())


def select_rows(connection: Connection, dossier: str | None = None) -> tuple[DraftRow, ...]:
    """Return all drafts, or those of one dossier, in the order they were added."""
    query = select(DRAFT.c.id, DRAFT.c.dossier, DRAFT.c.created_at).where(is_kept(DRAFT.c.dossier))
    query = query.order_by(DRAFT.c.position)
    if dossier is not None:
        query = query.where(DRAFT.c.dossier == dossier)
    return tuple(
        DraftRow(id=row.id, dossier=row.dossier, created_at=datetime.fromisoformat(row.created_at))
        for row in connection.execute(query)
    )


def select_latest(connection: Connection, dossier: str) -> Draft | None:
    """Return the draft of the dossier that was added last, or none."""
    query = select(DRAFT.c.payload).where(DRAFT.c.dossier == dossier, is_kept(DRAFT.c.dossier))
    payload = connection.scalar(query.order_by(DRAFT.c.position.desc()).limit(1))
    return None if payload is None else unpack_record(Draft, payload)


def _match_ids(connection: Connection, prefix: str) -> tuple[str, ...]:
    """Return the ids that start so; a whole id names only itself, nothing names no draft."""
    kept = select(DRAFT.c.id).where(is_kept(DRAFT.c.dossier))
    if connection.scalar(kept.where(DRAFT.c.id == prefix)) is not None:
        return (prefix,)
    # Compared here: databases differ in upper and lower case and in wildcards.
    ids = connection.scalars(kept)
    return tuple(draft for draft in ids if prefix and draft.startswith(prefix))
