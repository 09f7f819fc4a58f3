"""Keep what was sent to llms: which documents, where to and when."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from extractor.models import Sending
from extractor.store.payloads import render_moment
from extractor.store.tables import SENDING


def insert_sending(connection: Connection, sending: Sending) -> bool:
    """Add the request; each is a new one."""
    row = {
        **sending.model_dump(include={"host", "llm", "characters", "user"}),
        "documents": list(sending.documents),
        "at": render_moment(sending.at),
    }
    connection.execute(insert(SENDING).values(row))
    return True


def select_sendings(connection: Connection) -> tuple[Sending, ...]:
    """Return all requests in the order they were written down."""
    rows = connection.execute(select(SENDING).order_by(SENDING.c.position)).mappings()
    return tuple(
        Sending.model_validate({key: row[key] for key in Sending.model_fields}) for row in rows
    )
