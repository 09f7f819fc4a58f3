"""Keep what was measured of llms at their endpoints."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from extractor.fitness import LlmCheck
from extractor.store.payloads import pack_record, render_moment, unpack_record
from extractor.store.tables import LLM_CHECK


def insert_llm_check(connection: Connection, check: LlmCheck) -> bool:
    """Add the check; each is a new one."""
    row = {
        "endpoint": check.endpoint,
        "llm": check.llm,
        "at": render_moment(check.at),
        "payload": pack_record(check),
    }
    connection.execute(insert(LLM_CHECK).values(row))
    return True


def select_llm_check(connection: Connection, endpoint: str, llm: str) -> LlmCheck | None:
    """Return the check of the llm at the endpoint that was added last, or none."""
    query = (
        select(LLM_CHECK.c.payload)
        .where(LLM_CHECK.c.endpoint == endpoint, LLM_CHECK.c.llm == llm)
        .order_by(LLM_CHECK.c.position.desc())
        .limit(1)
    )
    packed = connection.scalar(query)
    return None if packed is None else unpack_record(LlmCheck, packed)
