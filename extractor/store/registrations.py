"""Keep what was copied into the register's own form, and the LARS code it got there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from extractor.models import Registration
from extractor.store.forgotten import refuse_forgotten
from extractor.store.payloads import pack_record, unpack_record
from extractor.store.tables import REGISTRATION


def insert_registration(connection: Connection, registration: Registration) -> bool:
    """Add the registration; each is a new one."""
    refuse_forgotten(connection, registration.dossier)
    row = {"dossier": registration.dossier, "payload": pack_record(registration)}
    connection.execute(insert(REGISTRATION).values(row))
    return True


def select_registration(connection: Connection, dossier: str) -> Registration | None:
    """Return the last registration of the dossier, or none."""
    query = select(REGISTRATION.c.payload).where(REGISTRATION.c.dossier == dossier)
    packed = connection.scalar(query.order_by(REGISTRATION.c.position.desc()).limit(1))
    return None if packed is None else unpack_record(Registration, packed)


def select_log(connection: Connection) -> tuple[Registration, ...]:
    """Return all registrations, in the order they were added."""
    query = select(REGISTRATION.c.payload).order_by(REGISTRATION.c.position)
    return tuple(unpack_record(Registration, each) for each in connection.scalars(query))


def select_registrations(connection: Connection, at: datetime | None) -> dict[str, Registration]:
    """Return the last registration of each dossier, of those made by then."""
    made = select_log(connection)
    return {each.dossier: each for each in made if at is None or each.at <= at}
