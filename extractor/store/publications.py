"""Keep what the register published under each LARS code."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from extractor.published import Publication
from extractor.store.payloads import pack_record, unpack_record
from extractor.store.tables import PUBLISHED


def insert_publication(connection: Connection, publication: Publication) -> bool:
    """Add the publication and return whether it says anything new under its code."""
    lars = publication.entry.lars
    query = select(PUBLISHED.c.payload).where(PUBLISHED.c.lars == lars)
    packed = connection.scalar(query.order_by(PUBLISHED.c.position.desc()).limit(1))
    if packed is not None and unpack_record(Publication, packed).entry == publication.entry:
        return False
    row = {"lars": lars, "reading": publication.reading, "payload": pack_record(publication)}
    connection.execute(insert(PUBLISHED).values(row))
    return True


def select_publications(connection: Connection, at: datetime | None) -> tuple[Publication, ...]:
    """Return of each code what was published last, of what was added by then, in that order."""
    packed = connection.scalars(select(PUBLISHED.c.payload).order_by(PUBLISHED.c.position))
    last: dict[str | None, Publication] = {}
    for each in (unpack_record(Publication, one) for one in packed):
        if at is None or each.added_at <= at:
            last.pop(each.entry.lars, None)
            last[each.entry.lars] = each
    return tuple(last.values())
