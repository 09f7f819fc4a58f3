"""Keep what colleagues answered on drafts."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from extractor.models import Answer
from extractor.store.forgotten import refuse_forgotten
from extractor.store.payloads import pack_record, unpack_record
from extractor.store.tables import ANSWER


def insert_answer(connection: Connection, answer: Answer) -> bool:
    """Add the answer and return whether it was new; its draft and reading must be there."""
    refuse_forgotten(connection, answer.dossier)
    place = {
        "draft": answer.draft,
        "field": answer.field,
        "reading": answer.citation.reading,
    }
    known = select(ANSWER.c.position).filter_by(**place)
    if connection.scalar(known) is not None:
        return False
    row = {**place, "dossier": answer.dossier, "payload": pack_record(answer)}
    connection.execute(insert(ANSWER).values(row))
    return True


def select_answers(connection: Connection, dossier: str) -> tuple[Answer, ...]:
    """Return the answers on all drafts of the dossier, in the order they were added."""
    query = select(ANSWER.c.payload).where(ANSWER.c.dossier == dossier).order_by(ANSWER.c.position)
    return tuple(unpack_record(Answer, packed) for packed in connection.scalars(query))
