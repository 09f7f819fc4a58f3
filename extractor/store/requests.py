"""Keep the answers of llms by the fingerprint of what was asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from extractor.store.payloads import pack_text, render_moment, unpack_text
from extractor.store.tables import REQUEST


def insert_request(connection: Connection, fingerprint: str, payload: str, at: datetime) -> bool:
    """Add the answer and return whether it was new; the first answer is kept."""
    query = select(REQUEST.c.answered_at).where(REQUEST.c.fingerprint == fingerprint)
    if connection.scalar(query) is not None:
        return False
    row = {
        "fingerprint": fingerprint,
        "answered_at": render_moment(at),
        "payload": pack_text(payload),
    }
    connection.execute(insert(REQUEST).values(row))
    return True


def select_request(connection: Connection, fingerprint: str) -> str | None:
    """Return the answer to what has this fingerprint, or none."""
    query = select(REQUEST.c.payload).where(REQUEST.c.fingerprint == fingerprint)
    packed = connection.scalar(query)
    return None if packed is None else unpack_text(packed)
