"""Keep how persons group the documents of a folder into dossiers."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from extractor.models import Grouping
from extractor.store.payloads import pack_record, unpack_record
from extractor.store.tables import GROUPING


def insert_grouping(connection: Connection, grouping: Grouping) -> bool:
    """Add the grouping; each is a new one."""
    row = {"folder": grouping.folder, "payload": pack_record(grouping)}
    connection.execute(insert(GROUPING).values(row))
    return True


def select_groupings(connection: Connection, folder: str) -> tuple[Grouping, ...]:
    """Return all groupings of the folder, in the order they were added."""
    query = select(GROUPING.c.payload).where(GROUPING.c.folder == folder)
    packed = connection.scalars(query.order_by(GROUPING.c.position))
    return tuple(unpack_record(Grouping, each) for each in packed)
