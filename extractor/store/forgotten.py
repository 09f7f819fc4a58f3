"""Know which dossiers were forgotten: nothing is added to them, and no list shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field
from sqlalchemy import ColumnElement, Connection, select

from extractor.errors import DossierForgotten
from extractor.models import Record
from extractor.store.payloads import parse_payload
from extractor.store.tables import FORGOTTEN

REMOVED, CLEANED = "removed", "cleaned"
"""The steps of forgetting: the rows are gone, and then every trace of them in the files."""


class RemovedCounts(Record):
    """How much of what was removed."""

    documents: int
    readings: int
    drafts: int
    decisions: int
    """Emptied: that they were taken, by whom and when, stays in the chain."""
    answers: int
    """Of colleagues."""
    requests: int
    """Answers of llms."""
    unattributed: int
    """Of those, answers of which nobody wrote down about which dossier they were."""
    groupings: int
    registrations: int
    loose: int
    """Documents of no dossier at all, left by work that was broken off."""
    shared: int
    """Documents that stay, because another dossier has them too."""
    former: int
    """Decisions that also carry an unsalted hash, from before there were salts."""


class Removal(Record):
    """What is kept of a forgotten dossier: no texts."""

    dossier: str
    at: datetime
    user: str
    names: tuple[str, ...]
    """A hash of the id with each name it had, to know it by when it is asked for again."""
    sources: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")], ...]
    """The hashes of the documents that were removed."""
    counts: RemovedCounts


class Forgotten(Record):
    """A dossier whose texts were removed, and whether the files were cleaned of them."""

    removal: Removal
    is_finished: bool


def is_kept(dossier: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that the dossier in the column was not forgotten."""
    return dossier.not_in(select(FORGOTTEN.c.dossier))


def refuse_forgotten(connection: Connection, dossier: str) -> None:
    """Refuse to add to a dossier that was forgotten: its texts would come back."""
    query = select(FORGOTTEN.c.position).where(FORGOTTEN.c.dossier == dossier)
    if connection.scalar(query.limit(1)) is not None:
        raise DossierForgotten(dossier)


def select_forgotten(connection: Connection) -> tuple[Forgotten, ...]:
    """Return all forgotten dossiers, in the order of forgetting."""
    cleaned = set(
        connection.scalars(select(FORGOTTEN.c.dossier).where(FORGOTTEN.c.step == CLEANED))
    )
    query = select(FORGOTTEN.c.payload).where(FORGOTTEN.c.step == REMOVED)
    payloads = connection.scalars(query.order_by(FORGOTTEN.c.position))
    removals = (parse_payload(Removal, payload) for payload in payloads)
    return tuple(
        Forgotten(removal=removal, is_finished=removal.dossier in cleaned) for removal in removals
    )
