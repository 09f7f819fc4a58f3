"""Let the decision log say that a dossier was forgotten, in its place among the decisions."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, insert, select

from extractor.errors import WorkspaceUnusable
from extractor.models import Record
from extractor.store.decisions import append_row, is_sound
from extractor.store.forgotten import REMOVED, Removal
from extractor.store.payloads import parse_payload, render_moment, render_payload
from extractor.store.tables import DECISION, DRAFT, FORGOTTEN

SUBJECT, ACTION = "forgotten", "forget"
"""How the row in the decision log is called that says a dossier was forgotten."""


class RemovalSeal(Record):
    """What the decision log seals of a removal."""

    sha256: str
    """Of the removal as the table of forgotten dossiers holds it."""


def seal_removal(connection: Connection, removal: Removal) -> None:
    """Add the removal, and at the end of the decision log a row that seals it.

    Without drafts there are no decisions of which the log would have to account for the texts.
    """
    payload = render_payload(removal)
    row = {"dossier": removal.dossier, "at": render_moment(removal.at), "user": removal.user}
    connection.execute(insert(FORGOTTEN).values({**row, "step": REMOVED, "payload": payload}))
    query = select(DRAFT.c.id, DRAFT.c.payload_sha256).where(DRAFT.c.dossier == removal.dossier)
    draft = connection.execute(query.order_by(DRAFT.c.position.desc()).limit(1)).one_or_none()
    if draft is None:
        return
    texts = {
        "id": f"{ACTION}-{removal.dossier}",
        "dossier": removal.dossier,
        "draft": draft.id,
        "subject": SUBJECT,
        "action": ACTION,
        "payload": render_payload(RemovalSeal(sha256=_hash(payload))),
        "replaces": "",
        "reviewer": removal.user,
        "decided_at": render_moment(removal.at),
        "note": None,
    }
    append_row(connection, texts, draft.payload_sha256)


def find_sealed(connection: Connection) -> dict[str, int]:
    """Return by dossier the place in the log of the row that bears out that it was forgotten."""
    rows = connection.execute(select(FORGOTTEN).where(FORGOTTEN.c.step == REMOVED)).mappings()
    removed = {row["dossier"]: _hash(row["payload"]) for row in rows}
    found = {}
    for row in connection.execute(select(DECISION).where(DECISION.c.subject == SUBJECT)).mappings():
        query = select(DRAFT.c.payload_sha256).where(DRAFT.c.id == row["draft"])
        is_whole = is_sound(row, connection.scalar(query) or "")
        if is_whole and _read_seal(row["payload"]) == removed.get(row["dossier"]):
            found[row["dossier"]] = row["position"]
    return found


def _read_seal(payload: str) -> str | None:
    try:
        return parse_payload(RemovalSeal, payload).sha256
    except WorkspaceUnusable:
        return None


def _hash(payload: str) -> str:
    return hashlib.sha256(payload.encode()).hexdigest()
