"""Check that everything kept is still as it was added."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, or_, select

from extractor.errors import WorkspaceUnusable
from extractor.models import Citation, Claim, Draft, Proposal, Record, RejectedQuote, Screen
from extractor.store.decisions import NO_DECISIONS, is_emptied, is_sound, read_decision
from extractor.store.forgetting.files import list_leftovers
from extractor.store.forgetting.sealing import SUBJECT, find_sealed
from extractor.store.forgotten import select_forgotten
from extractor.store.payloads import unpack_record
from extractor.store.readings import select_reading
from extractor.store.sources import read_bytes, select_hashes
from extractor.store.tables import DECISION, DRAFT

TEXTS_AT_HAND = 32
"""So many readings' texts stay in memory: those of the dossier at hand, not of all."""

ROWS_AT_HAND = 500
"""So many decisions are in memory at a time, from servers too, which would else send them all."""

Texts = Callable[[str], str | None]


class Finding(Record):
    """A record that is not as it was added, with what is the matter in Dutch."""

    kind: Literal["database", "source", "draft", "citation", "decision", "head", "forgotten"]
    subject: str
    """The record's id or hash; of citations that of the draft or decision they are in."""
    message: str


def verify_store(connection: Connection, folder: Path, heads: Sequence[str]) -> tuple[Finding, ...]:
    """Return what is wrong with the sources, drafts, citations and decisions.

    Whoever can write the file can also compute the chain anew; that shows only against the
    `heads` that were printed elsewhere before.
    """

    @lru_cache(TEXTS_AT_HAND)
    def read_text(reading_id: str) -> str | None:
        try:
            reading = select_reading(connection, reading_id)
        except WorkspaceUnusable:
            return None
        return None if reading is None else reading.text

    sealed = find_sealed(connection)
    return (
        *check_pages(connection),
        *check_sources(connection, folder),
        *check_drafts(connection, read_text, sealed),
        *check_decisions(connection, read_text, sealed),
        *check_heads(connection, heads),
        *check_forgotten(connection, folder, sealed),
    )


def check_pages(connection: Connection) -> Iterator[Finding]:
    """Yield a finding when SQLite finds its own file damaged."""
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
        message = "het databasebestand is beschadigd"
        yield Finding(kind="database", subject="sqlite", message=message)


def check_sources(connection: Connection, folder: Path) -> Iterator[Finding]:
    """Yield a finding for each source whose bytes are gone or changed."""
    for sha256 in select_hashes(connection):
        try:
            read_bytes(folder, sha256)
        except WorkspaceUnusable as error:
            yield Finding(kind="source", subject=sha256, message=str(error))


def check_drafts(
    connection: Connection, texts: Texts, sealed: Mapping[str, int]
) -> Iterator[Finding]:
    """Yield a finding for each draft that changed, or whose citations do not stand any more.

    Only of a dossier in `sealed`, which was forgotten, a draft may be emptied.
    """
    for draft_id in connection.scalars(select(DRAFT.c.id).order_by(DRAFT.c.position)).all():
        columns = DRAFT.c.payload, DRAFT.c.payload_sha256, DRAFT.c.dossier
        query = select(*columns).where(DRAFT.c.id == draft_id)
        payload, sha256, dossier = connection.execute(query).one()
        if not payload and dossier in sealed:
            continue
        if hashlib.sha256(payload).hexdigest() != sha256:
            message = f"concept {draft_id} is gewijzigd nadat het is gemaakt"
            yield Finding(kind="draft", subject=draft_id, message=message)
            continue
        draft = unpack_record(Draft, payload)
        cited = (citation for proposal in draft.proposals for citation in list_proposed(proposal))
        screened = list_screened(draft.screen) if draft.screen else ()
        yield from check_citations(draft_id, chain(cited, screened), texts)


def check_decisions(
    connection: Connection, texts: Texts, sealed: Mapping[str, int]
) -> Iterator[Finding]:
    """Yield a finding for each decision that changed or does not follow on the one before.

    The chain goes on from what each row says of itself, so one change gives one finding. Only
    before the row in `sealed` that says its dossier was forgotten a decision may be emptied.
    """
    drafts = connection.execute(select(DRAFT.c.id, DRAFT.c.payload_sha256))
    seen = {draft.id: draft.payload_sha256 for draft in drafts}
    end = (0, NO_DECISIONS)
    query = select(DECISION).order_by(DECISION.c.position)
    rows = connection.execute(query.execution_options(yield_per=ROWS_AT_HAND))
    for row in rows.mappings():
        follows = (row["position"] - 1, row["previous"]) == end
        end = (row["position"], row["hash"])
        draft = seen.get(row["draft"], "")
        if follows and is_emptied(row, draft) and row["position"] < sealed.get(row["dossier"], 0):
            continue
        if not follows or not is_sound(row, draft):
            message = f"keuze {row['id']} of de volgorde daar is gewijzigd"
            yield Finding(kind="decision", subject=row["id"], message=message)
            continue
        if row["subject"] == SUBJECT:
            continue
        yield from check_citations(row["id"], list_claimed(read_decision(row).claims), texts)


def check_heads(connection: Connection, heads: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each head that the decision log does not pass through any more."""
    passed = DECISION.c.hash, DECISION.c.former
    for head in heads:
        found = select(DECISION.c.position).where(or_(*(column == head for column in passed)))
        if head != NO_DECISIONS and connection.execute(found).first() is None:
            message = f"het logboek van keuzen loopt niet meer langs {head[:12]}"
            yield Finding(kind="head", subject=head, message=message)


def check_forgotten(
    connection: Connection, folder: Path, sealed: Mapping[str, int]
) -> Iterator[Finding]:
    """Yield a finding for each forgotten dossier the log does not bear out, or that left traces."""
    try:
        forgotten = select_forgotten(connection)
    except WorkspaceUnusable as error:
        yield Finding(kind="forgotten", subject="forgotten", message=str(error))
        return
    drafted = set(connection.scalars(select(DRAFT.c.dossier)))
    for dossier in (each.removal.dossier for each in forgotten if not each.is_finished):
        message = f"het vergeten van dossier {dossier} is niet afgemaakt; geef die opdracht opnieuw"
        yield Finding(kind="forgotten", subject=dossier, message=message)
    told = {each.removal.dossier for each in forgotten}
    for dossier in sorted(told & drafted - set(sealed)):
        message = f"dat dossier {dossier} is vergeten, staat niet zo in het logboek van keuzen"
        yield Finding(kind="forgotten", subject=dossier, message=message)
    for path in list_leftovers(connection, folder):
        message = f"vergeten document {path.name[:12]} ligt nog in de werkmap"
        yield Finding(kind="forgotten", subject=path.name, message=message)


def check_citations(subject: str, citations: Iterable[Citation], texts: Texts) -> Iterator[Finding]:
    """Yield one finding when any of the citations is not its reading's own text at its span."""
    missing = sum(not stands(citation, texts(citation.reading)) for citation in citations)
    if missing:
        message = f"citaten in {subject} die niet meer in de bron staan: {missing}"
        yield Finding(kind="citation", subject=subject, message=message)


def stands(citation: Citation, text: str | None) -> bool:
    """Return whether the citation is the text at its span."""
    return text is not None and citation.span.of(text) == citation.quote


def list_proposed(proposal: Proposal) -> Iterator[Citation]:
    """Yield all passages a proposal points at, refused quotes' nearest passages included."""
    yield from list_claimed((*proposal.claims, *proposal.alternatives))
    for withheld in proposal.withheld:
        yield from list_nearest(withheld.rejected)
    if proposal.absent is not None:
        yield from proposal.absent.citations
    yield from (*proposal.suggestions, *proposal.open_places)


def list_screened(screen: Screen) -> Iterator[Citation]:
    """Yield all passages a quick screen points at."""
    for answer in screen.answers:
        yield from (*answer.citations, *answer.suggestions)
    for other in screen.others:
        yield from other.citations


def list_claimed(claims: Iterable[Claim]) -> Iterator[Citation]:
    """Yield all passages the claims point at."""
    for claim in claims:
        yield from claim.citations
        yield from list_nearest(claim.rejected)


def list_nearest(rejected: Iterable[RejectedQuote]) -> Iterator[Citation]:
    """Yield the nearest passages of refused quotes, where there are any."""
    yield from (quote.nearest for quote in rejected if quote.nearest is not None)
