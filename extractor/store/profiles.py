"""Keep what the organisation says of itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, case, insert, select

from extractor.organisation import OrganisationProfile
from extractor.store.payloads import pack_record, render_moment, unpack_record
from extractor.store.tables import PROFILE


def insert_profile(connection: Connection, profile: OrganisationProfile, at: datetime) -> bool:
    """Add the profile and return whether it says anything new."""
    if select_profile(connection) == profile:
        return False
    row = {"at": render_moment(at), "payload": pack_record(profile)}
    connection.execute(insert(PROFILE).values(row))
    return True


def select_profile(connection: Connection) -> OrganisationProfile | None:
    """Return the profile that was added last, or none."""
    query = select(PROFILE.c.payload).order_by(PROFILE.c.position.desc()).limit(1)
    packed = connection.scalar(query)
    return None if packed is None else unpack_record(OrganisationProfile, packed)


def select_profile_until(connection: Connection, until: datetime) -> OrganisationProfile | None:
    """Return the profile that counted by then; where there was none yet, the first one.

    So what is said of past days stays the same once anything was said.
    """
    later = PROFILE.c.at > render_moment(until)
    order = (later, case((later, PROFILE.c.position), else_=-PROFILE.c.position))
    packed = connection.scalar(select(PROFILE.c.payload).order_by(*order).limit(1))
    return None if packed is None else unpack_record(OrganisationProfile, packed)
