"""Keep dossiers, each with all names it has had, and the documents that belong to them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, insert, select

from extractor.models import Dossier, Record, Source
from extractor.store.forgotten import refuse_forgotten
from extractor.store.payloads import render_moment
from extractor.store.tables import DOSSIER, DOSSIER_DOCUMENT, DOSSIER_VERSION, SOURCE


class DossierDocument(Record):
    """A source in a dossier, at a path inside its folder."""

    source: Source
    path: str
    added_at: datetime


def insert_dossier(connection: Connection, dossier: Dossier, at: datetime) -> bool:
    """Add the dossier, or a version of it, and return whether it says anything new."""
    refuse_forgotten(connection, dossier.id)
    current = select_dossier(connection, dossier.id)
    if current == dossier:
        return False
    if current is None:
        connection.execute(insert(DOSSIER).values(id=dossier.id))
    row = {
        "dossier": dossier.id,
        "version": count_versions(connection, dossier.id) + 1,
        "name": dossier.name,
        "aliases": list(dossier.aliases),
        "process": dossier.process,
        "origin": dossier.origin,
        "added_at": render_moment(at),
    }
    connection.execute(insert(DOSSIER_VERSION).values(row))
    return True


def has_dossier(connection: Connection, dossier: str) -> bool:
    """Return whether there is or was a dossier with this id, forgotten ones included."""
    query = select(DOSSIER.c.position).where(DOSSIER.c.id == dossier)
    return connection.scalar(query) is not None


def count_versions(connection: Connection, dossier: str) -> int:
    """Return how often the dossier was described, the first time included."""
    query = select(func.count()).where(DOSSIER_VERSION.c.dossier == dossier)
    return connection.execute(query).scalar_one()


def select_dossier(connection: Connection, dossier: str) -> Dossier | None:
    """Return the dossier as it was described last, or none."""
    row = connection.execute(_query_current().where(DOSSIER.c.id == dossier)).one_or_none()
    return None if row is None else _read_dossier(row)


def select_dossiers(connection: Connection, at: datetime | None = None) -> tuple[Dossier, ...]:
    """Return all dossiers as they were described last, or by then, in the order of adding."""
    rows = connection.execute(_query_current(at).order_by(DOSSIER.c.position))
    return tuple(_read_dossier(row) for row in rows)


def search_origin(connection: Connection, origin: str) -> Dossier | None:
    """Return the dossier that was last added of those with this origin now, or none."""
    query = _query_current().where(DOSSIER_VERSION.c.origin == origin)
    row = connection.execute(query.order_by(DOSSIER.c.position.desc())).first()
    return None if row is None else _read_dossier(row)


def search_holders(connection: Connection, sha256: str) -> tuple[Dossier, ...]:
    """Return the dossiers that held the source at some time, in the order they were added."""
    holders = select(DOSSIER_DOCUMENT.c.dossier).where(DOSSIER_DOCUMENT.c.source == sha256)
    query = _query_current().where(DOSSIER.c.id.in_(holders))
    rows = connection.execute(query.order_by(DOSSIER.c.position))
    return tuple(_read_dossier(row) for row in rows)


def insert_document(
    connection: Connection, dossier: str, sha256: str, path: str, at: datetime
) -> bool:
    """Add the source to the dossier at the path; return whether another or none lay there."""
    refuse_forgotten(connection, dossier)
    query = (
        select(DOSSIER_DOCUMENT.c.source)
        .where(DOSSIER_DOCUMENT.c.dossier == dossier, DOSSIER_DOCUMENT.c.path == path)
        .order_by(DOSSIER_DOCUMENT.c.position.desc())
        .limit(1)
    )
    if connection.scalar(query) == sha256:
        return False
    row = {"dossier": dossier, "source": sha256, "path": path, "added_at": render_moment(at)}
    connection.execute(insert(DOSSIER_DOCUMENT).values(row))
    return True


def select_documents(connection: Connection, dossier: str) -> tuple[DossierDocument, ...]:
    """Return the documents of the dossier by path, of each path the last one added."""
    last = (
        select(func.max(DOSSIER_DOCUMENT.c.position))
        .where(DOSSIER_DOCUMENT.c.dossier == dossier)
        .group_by(DOSSIER_DOCUMENT.c.path)
    )
    query = (
        select(
            DOSSIER_DOCUMENT.c.path,
            DOSSIER_DOCUMENT.c.added_at,
            SOURCE.c.sha256,
            SOURCE.c.name,
            SOURCE.c.media_type,
        )
        .join(SOURCE, SOURCE.c.sha256 == DOSSIER_DOCUMENT.c.source)
        .where(DOSSIER_DOCUMENT.c.position.in_(last))
    )
    documents = (_read_document(row) for row in connection.execute(query))
    return tuple(sorted(documents, key=lambda document: document.path))


def _query_current(
    at: datetime | None = None,
) -> Select[str, str, list[str], str | None, str]:
    """Return the query for each dossier's highest version, of those added by then."""
    versions = select(func.max(DOSSIER_VERSION.c.version)).where(
        DOSSIER_VERSION.c.dossier == DOSSIER.c.id
    )
    if at is not None:
        versions = versions.where(DOSSIER_VERSION.c.added_at <= render_moment(at))
    highest = versions.correlate(DOSSIER).scalar_subquery()
    return (
        select(
            DOSSIER.c.id,
            DOSSIER_VERSION.c.name,
            DOSSIER_VERSION.c.aliases,
            DOSSIER_VERSION.c.process,
            DOSSIER_VERSION.c.origin,
        )
        .join(DOSSIER_VERSION, DOSSIER_VERSION.c.dossier == DOSSIER.c.id)
        .where(DOSSIER_VERSION.c.version == highest)
    )


def _read_dossier(row: Row[str, str, list[str], str | None, str]) -> Dossier:
    return Dossier(
        id=row.id,
        name=row.name,
        aliases=tuple(row.aliases),
        process=row.process,
        origin=row.origin,
    )


def _read_document(row: Row[str, str, str, str, str]) -> DossierDocument:
    source = Source(sha256=row.sha256, name=row.name, media_type=row.media_type)
    return DossierDocument(
        source=source, path=row.path, added_at=datetime.fromisoformat(row.added_at)
    )
