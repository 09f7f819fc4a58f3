"""Keep what the register published under each LARS code."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

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


def select_publications(connection: Connection) -> tuple[Publication, ...]:
    """Return of each code what was published last, in the order of adding."""
    last = select(func.max(PUBLISHED.c.position)).group_by(PUBLISHED.c.lars)
    query = select(PUBLISHED.c.payload).where(PUBLISHED.c.position.in_(last))
    packed = connection.scalars(query.order_by(PUBLISHED.c.position))
    return tuple(unpack_record(Publication, each) for each in packed)
