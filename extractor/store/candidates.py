"""Keep the rows of an organisation's lists, and what persons say of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Table, insert, select

from extractor.candidates import Candidate, CandidateLink, OutcomeChoice
from extractor.models import Record
from extractor.store.payloads import RecordType, pack_record, render_moment, unpack_record
from extractor.store.tables import CANDIDATE, CANDIDATE_LINK, OUTCOME


def insert_candidates(connection: Connection, candidates: Sequence[Candidate]) -> bool:
    """Add the rows of one list together, and return whether there were any."""
    rows = [
        {**_make_row(each.id, each.added_at, each), "reading": each.reading} for each in candidates
    ]
    if rows:
        connection.execute(insert(CANDIDATE), rows)
    return bool(rows)


def select_candidates(connection: Connection, at: datetime | None) -> tuple[Candidate, ...]:
    """Return each candidate as its list had it last, those that are gone from it included."""
    return _select_last(connection, CANDIDATE, Candidate, at)


def insert_outcome(connection: Connection, choice: OutcomeChoice) -> bool:
    """Add what a person says became of a candidate; each is a new one."""
    row = _make_row(choice.candidate, choice.at, choice)
    connection.execute(insert(OUTCOME).values(row))
    return True


def select_outcomes(connection: Connection, at: datetime | None) -> tuple[OutcomeChoice, ...]:
    """Return what persons said last of each candidate."""
    return _select_last(connection, OUTCOME, OutcomeChoice, at)


def insert_link(connection: Connection, link: CandidateLink) -> bool:
    """Add which dossier a person says is about a candidate; each is a new one."""
    row = _make_row(link.candidate, link.at, link)
    connection.execute(insert(CANDIDATE_LINK).values(row))
    return True


def select_links(connection: Connection, at: datetime | None) -> tuple[CandidateLink, ...]:
    """Return which dossier persons named last for each candidate."""
    return _select_last(connection, CANDIDATE_LINK, CandidateLink, at)


def _make_row(candidate: str, at: datetime, record: Record) -> dict[str, object]:
    return {"candidate": candidate, "at": render_moment(at), "payload": pack_record(record)}


def _select_last(
    connection: Connection, table: Table, kind: type[RecordType], at: datetime | None
) -> tuple[RecordType, ...]:
    """Return the last record of each candidate, of those added by then; in order of first row."""
    query = select(table.c.candidate, table.c.payload).order_by(table.c.position)
    if at is not None:
        query = query.where(table.c.at <= render_moment(at))
    last: dict[str, bytes] = {}
    for row in connection.execute(query):
        last[row.candidate] = row.payload
    return tuple(unpack_record(kind, packed) for packed in last.values())
