"""Find what belongs to one dossier alone, and what others have too."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, Table, func, select, union

from extractor.errors import DossierNotFound
from extractor.models import Record
from extractor.store.dossiers import DossierDocument, select_documents, select_dossier
from extractor.store.forgetting.regrouping import find_regrouped
from extractor.store.forgotten import RemovedCounts
from extractor.store.tables import (
    ANSWER,
    CANDIDATE,
    DECISION,
    DOSSIER_DOCUMENT,
    DOSSIER_VERSION,
    DRAFT,
    DRAFT_DOCUMENT,
    PUBLISHED,
    READING,
    REGISTRATION,
    REQUEST,
    REQUEST_DOSSIER,
    SENDING,
    SOURCE,
)

COUNTED = {
    "drafts": DRAFT,
    "decisions": DECISION,
    "answers": ANSWER,
    "registrations": REGISTRATION,
}
"""Tables whose rows are counted by dossier, by what is told of them."""


class SharedDocument(Record):
    """A document that stays, because these other dossiers have it too."""

    name: str
    dossiers: tuple[str, ...]
    """Their names."""


class ForgetScope(Record):
    """What goes with a dossier."""

    dossier: str
    name: str
    names: tuple[str, ...]
    """All names it had, oldest first."""
    documents: tuple[DossierDocument, ...]
    """Those that lie in its folder now and go with it."""
    shared: tuple[SharedDocument, ...]
    sources: tuple[str, ...]
    """The hashes of all documents that go: earlier ones, and those of no dossier, included."""
    requests: tuple[str, ...]
    """The fingerprints of the answers of llms that go."""
    counts: RemovedCounts


def find_scope(connection: Connection, dossier_id: str) -> ForgetScope:
    """Return what goes with the dossier; one that is not there is refused."""
    dossier = select_dossier(connection, dossier_id)
    if dossier is None:
        raise DossierNotFound(dossier_id)
    users = _list_users(connection)
    lists = _find_lists(connection)
    own = {sha256 for sha256, found in users.items() if found == {dossier_id}} - lists
    also = {sha256: found - {dossier_id} for sha256, found in users.items() if dossier_id in found}
    shared = {sha256: others for sha256, others in also.items() if others}
    loose = _find_loose(connection, users.keys() | lists)
    attributed, unattributed = _find_requests(connection, dossier_id)
    counts = RemovedCounts(
        documents=len(own),
        readings=_count_readings(connection, own | loose),
        **{name: _count(connection, table, dossier_id) for name, table in COUNTED.items()},
        requests=len(attributed) + len(unattributed),
        unattributed=len(unattributed),
        groupings=len(find_regrouped(connection, dossier_id, own)),
        loose=len(loose),
        shared=len(shared),
        former=_count_former(connection, dossier_id),
    )
    documents = select_documents(connection, dossier_id)
    return ForgetScope(
        dossier=dossier_id,
        name=dossier.name,
        names=_list_names(connection, dossier_id),
        documents=tuple(each for each in documents if each.source.sha256 in own),
        shared=_describe_shared(connection, shared),
        sources=tuple(sorted(own | loose)),
        requests=(*attributed, *unattributed),
        counts=counts,
    )


def _list_users(connection: Connection) -> dict[str, set[str]]:
    """Return by which dossiers each source is used: as a document, in a draft, as an answer."""
    drafted = (
        select(READING.c.source, DRAFT.c.dossier)
        .join(DRAFT_DOCUMENT, DRAFT_DOCUMENT.c.reading == READING.c.id)
        .join(DRAFT, DRAFT.c.id == DRAFT_DOCUMENT.c.draft)
    )
    answered = select(READING.c.source, ANSWER.c.dossier).join(
        ANSWER, ANSWER.c.reading == READING.c.id
    )
    linked = select(DOSSIER_DOCUMENT.c.source, DOSSIER_DOCUMENT.c.dossier)
    users: dict[str, set[str]] = defaultdict(set)
    for source, dossier in connection.execute(union(linked, drafted, answered)):
        users[source].add(dossier)
    return dict(users)


def _find_lists(connection: Connection) -> set[str]:
    """Return the lists of the organisation and of the register: about all dossiers, they stay."""
    listed = union(select(CANDIDATE.c.reading), select(PUBLISHED.c.reading)).subquery()
    query = select(READING.c.source).where(READING.c.id.in_(select(listed.c.reading)))
    return set(connection.scalars(query.distinct()))


def _find_loose(connection: Connection, used: set[str]) -> set[str]:
    """Return the documents that no dossier has: their work was broken off before it had them.

    What was sent to try out an llm is our own document; it was never read for a dossier.
    """
    loose = set(connection.scalars(select(SOURCE.c.sha256))) - used
    if not loose:
        return loose
    read = set(connection.scalars(select(READING.c.source)))
    sent = {each for listed in connection.scalars(select(SENDING.c.documents)) for each in listed}
    return {each for each in loose if each in read or each not in sent}


def _find_requests(connection: Connection, dossier: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the answers on questions about this dossier alone, and those about who knows what."""
    about: dict[str, set[str]] = defaultdict(set)
    for fingerprint, asked in connection.execute(select(REQUEST_DOSSIER)):
        about[fingerprint].add(asked)
    known = connection.scalars(select(REQUEST.c.fingerprint).order_by(REQUEST.c.fingerprint))
    fingerprints = tuple(known)
    return (
        tuple(each for each in fingerprints if about.get(each) == {dossier}),
        tuple(each for each in fingerprints if each not in about),
    )


def _list_names(connection: Connection, dossier: str) -> tuple[str, ...]:
    query = select(DOSSIER_VERSION.c.name).where(DOSSIER_VERSION.c.dossier == dossier)
    names = connection.scalars(query.order_by(DOSSIER_VERSION.c.version))
    return tuple(dict.fromkeys(names))


def _describe_shared(
    connection: Connection, shared: dict[str, set[str]]
) -> tuple[SharedDocument, ...]:
    described = []
    for sha256, dossiers in sorted(shared.items()):
        name = connection.scalar(select(SOURCE.c.name).where(SOURCE.c.sha256 == sha256))
        named = (select_dossier(connection, each) for each in sorted(dossiers))
        names = tuple(each.name for each in named if each is not None)
        described.append(SharedDocument(name=str(name), dossiers=names))
    return tuple(described)


def _count(connection: Connection, table: Table, dossier: str) -> int:
    query = select(func.count()).select_from(table).where(table.c.dossier == dossier)
    return connection.execute(query).scalar_one()


def _count_readings(connection: Connection, gone: set[str]) -> int:
    return sum(source in gone for source in connection.scalars(select(READING.c.source)))


def _count_former(connection: Connection, dossier: str) -> int:
    query = select(func.count()).select_from(DECISION)
    own = query.where(DECISION.c.dossier == dossier, DECISION.c.former.is_not(None))
    return connection.execute(own).scalar_one()
