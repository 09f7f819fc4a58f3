"""Keep what the organisation says of itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

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
