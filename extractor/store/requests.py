"""Keep the answers of llms by the fingerprint of what was asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from extractor.store.forgotten import refuse_forgotten
from extractor.store.payloads import pack_text, render_moment, unpack_text
from extractor.store.tables import REQUEST, REQUEST_DOSSIER


def insert_request(
    connection: Connection, fingerprint: str, payload: str, at: datetime, dossier: str | None
) -> bool:
    """Add the answer and return whether it was new; the first answer is kept.

    That the question was about the dossier is added also where the answer was there.
    """
    query = select(REQUEST.c.answered_at).where(REQUEST.c.fingerprint == fingerprint)
    is_new = connection.scalar(query) is None
    if is_new:
        row = {
            "fingerprint": fingerprint,
            "answered_at": render_moment(at),
            "payload": pack_text(payload),
        }
        connection.execute(insert(REQUEST).values(row))
    if dossier is not None:
        _link_dossier(connection, fingerprint, dossier)
    return is_new


def select_request(connection: Connection, fingerprint: str) -> str | None:
    """Return the answer to what has this fingerprint, or none."""
    query = select(REQUEST.c.payload).where(REQUEST.c.fingerprint == fingerprint)
    packed = connection.scalar(query)
    return None if packed is None else unpack_text(packed)


def _link_dossier(connection: Connection, fingerprint: str, dossier: str) -> None:
    refuse_forgotten(connection, dossier)
    link = {"fingerprint": fingerprint, "dossier": dossier}
    if connection.execute(select(REQUEST_DOSSIER).filter_by(**link)).first() is None:
        connection.execute(insert(REQUEST_DOSSIER).values(link))
