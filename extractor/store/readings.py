"""Keep readings; one that is there never changes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from extractor.models import Reading, Record
from extractor.store.payloads import pack_record, unpack_record
from extractor.store.tables import READING


class ReadingRow(Record):
    """What a list says of a reading, without its content."""

    id: str
    reader: str


def insert_reading(connection: Connection, reading: Reading) -> bool:
    """Add the reading and return whether it was new; its source must be there."""
    if connection.scalar(select(READING.c.position).where(READING.c.id == reading.id)):
        return False
    row = {
        "id": reading.id,
        "source": reading.source.sha256,
        "reader": reading.reader,
        "options": list(reading.options),
        "payload": pack_record(reading),
    }
    connection.execute(insert(READING).values(row))
    return True


def select_reading(connection: Connection, reading: str) -> Reading | None:
    """Return the reading with this id, or none."""
    payload = connection.scalar(select(READING.c.payload).where(READING.c.id == reading))
    return None if payload is None else unpack_record(Reading, payload)


def select_rows(connection: Connection, sha256: str) -> tuple[ReadingRow, ...]:
    """Return all that readers made of the source, in the order they were added."""
    query = select(READING.c.id, READING.c.reader).where(READING.c.source == sha256)
    rows = connection.execute(query.order_by(READING.c.position))
    return tuple(ReadingRow(id=row.id, reader=row.reader) for row in rows)


def select_origins(connection: Connection, readings: Sequence[str]) -> dict[str, str]:
    """Return of which source each of these readings is."""
    query = select(READING.c.id, READING.c.source).where(READING.c.id.in_(readings))
    return {row.id: row.source for row in connection.execute(query)}


def search_reading(
    connection: Connection, sha256: str, reader: str, options: Sequence[str]
) -> Reading | None:
    """Return what the reader last made of the source with these options, or none."""
    query = (
        select(READING.c.id, READING.c.options)
        .where(READING.c.source == sha256, READING.c.reader == reader)
        .order_by(READING.c.position.desc())
    )
    fitting = (row.id for row in connection.execute(query) if row.options == list(options))
    found = next(fitting, None)
    return None if found is None else select_reading(connection, found)
