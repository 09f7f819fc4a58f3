"""Keep the decision log: a chain in which every row seals the one before it."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, func, insert, or_, select

from extractor.errors import DecisionRefused, DraftNotFound
from extractor.models import Claim, ClaimValue, Decision, Record, SignOff, StepChoice
from extractor.store.forgotten import is_kept, refuse_forgotten
from extractor.store.payloads import parse_payload, render_moment, render_payload, report_damage
from extractor.store.tables import DECISION, DRAFT

NO_DECISIONS = "0" * 64
"""The head of a log without decisions."""

SEALED = (
    "position",
    "previous",
    "id",
    "dossier",
    "draft",
    "subject",
    "action",
    "digest",
    "replaces",
    "reviewer",
    "decided_at",
    "former",
)
"""The columns a decision's hash covers, in this order; its draft's hash follows. `former` is the
hash the row had before digests: heads that were printed then are still known by it."""

DIGESTED = ("salt", "payload", "note")
"""The columns its digest covers: the texts, which can be forgotten while the seal still holds.
Without the salt, which goes with them, a digest cannot be compared with guessed texts."""


class DecidedValue(Record):
    """What was decided, and what it was based on."""

    value: str | tuple[ClaimValue, ...] | None
    claims: tuple[Claim, ...]
    ground: str | None = None
    undoes: str | None = None
    checked: bool = False
    answers: tuple[StepChoice, ...] = ()
    signoff: SignOff | None = None


def insert_decision(connection: Connection, decision: Decision) -> bool:
    """Add the decision to the log and return whether it was new.

    Refused when another decision already stands where this one would, when what it replaces is
    not there, and when its draft is of another dossier.
    """
    refuse_forgotten(connection, decision.dossier)
    if _is_known(connection, decision):
        return False
    seen = _require_draft(connection, decision)
    _require_place(connection, decision)
    append_row(connection, _render_row(decision), seen)
    return True


def append_row(connection: Connection, texts: Mapping[str, str | None], seen: str) -> None:
    """Add a row at the end of the chain, sealed with the hash of the draft it is about."""
    last = _select_last(connection)
    row = {
        "position": 1 if last is None else last["position"] + 1,
        "previous": NO_DECISIONS if last is None else last["hash"],
        "former": None,
        "salt": secrets.token_hex(32),
        **texts,
    }
    row["digest"] = digest_texts(row)
    connection.execute(insert(DECISION).values({**row, "hash": seal_row(row, seen)}))


def select_decisions(connection: Connection, dossier: str) -> tuple[Decision, ...]:
    """Return the decisions on the dossier in the order they were taken."""
    query = select(DECISION).where(DECISION.c.dossier == dossier, is_kept(DECISION.c.dossier))
    rows = connection.execute(query.order_by(DECISION.c.position))
    return tuple(read_decision(row) for row in rows.mappings())


def select_current(
    connection: Connection, dossier: str, whole: Sequence[str]
) -> tuple[Decision, ...]:
    """Return the decisions on the dossier that nothing replaces, in the order they were taken.

    Of the subjects in `whole` all are returned, replaced ones too.
    """
    own = (DECISION.c.dossier == dossier) & is_kept(DECISION.c.dossier)
    replaced = select(DECISION.c.replaces).where(own)
    counts = or_(DECISION.c.id.not_in(replaced), DECISION.c.subject.in_(whole))
    rows = connection.execute(select(DECISION).where(own, counts).order_by(DECISION.c.position))
    return tuple(read_decision(row) for row in rows.mappings())


def select_last(connection: Connection) -> dict[str, str]:
    """Return the id of the last decision on each dossier that has one."""
    kept = is_kept(DECISION.c.dossier)
    last = select(func.max(DECISION.c.position)).where(kept).group_by(DECISION.c.dossier)
    query = select(DECISION.c.dossier, DECISION.c.id).where(DECISION.c.position.in_(last))
    return {row.dossier: row.id for row in connection.execute(query)}


def select_head(connection: Connection) -> str:
    """Return the hash of the last decision: it names the whole log up to there."""
    last = _select_last(connection)
    return NO_DECISIONS if last is None else str(last["hash"])


def seal_row(row: RowMapping | Mapping[str, object], draft_sha256: str) -> str:
    """Return the hash of a decision's row and of the draft the reviewer saw."""
    sealed = [row[column] for column in SEALED]
    return hashlib.sha256(json.dumps([*sealed, draft_sha256]).encode()).hexdigest()


def digest_texts(row: RowMapping | Mapping[str, object]) -> str:
    """Return the salted hash of the texts in a decision's row."""
    return hashlib.sha256(json.dumps([row[each] for each in DIGESTED]).encode()).hexdigest()


def is_sound(row: RowMapping, draft_sha256: str) -> bool:
    """Return whether the row's digest fits its texts and its hash fits the row."""
    found = (digest_texts(row), seal_row(row, draft_sha256))
    return found == (row["digest"], row["hash"])


def is_emptied(row: RowMapping, draft_sha256: str) -> bool:
    """Return whether the row's texts and salt are gone, while its hash still fits the rest."""
    is_empty = (row["payload"], row["note"], row["salt"]) == ("", None, "")
    return is_empty and seal_row(row, draft_sha256) == row["hash"]


def read_decision(row: RowMapping) -> Decision:
    """Return the decision in the row; a damaged row is refused."""
    decided = parse_payload(DecidedValue, row["payload"])
    try:
        return Decision(
            id=row["id"],
            dossier=row["dossier"],
            draft=row["draft"],
            subject=row["subject"],
            action=row["action"],
            **dict(decided),
            replaces=row["replaces"] or None,
            reviewer=row["reviewer"],
            decided_at=row["decided_at"],
            note=row["note"],
        )
    except ValidationError:
        raise report_damage() from None


def _render_row(decision: Decision) -> dict[str, str | None]:
    decided = DecidedValue(**{name: getattr(decision, name) for name in DecidedValue.model_fields})
    return {
        **decision.model_dump(include={"id", "dossier", "draft", "subject", "action", "note"}),
        "payload": render_payload(decided),
        "replaces": decision.replaces or "",
        "reviewer": decision.reviewer,
        "decided_at": render_moment(decision.decided_at),
    }


def _is_known(connection: Connection, decision: Decision) -> bool:
    """Return whether this very decision is there; another with its id refuses it."""
    query = select(DECISION).where(DECISION.c.id == decision.id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return False
    if read_decision(row) != decision:
        message = f"er is al een andere keuze met nummer {decision.id}"
        hint = "Laad het concept opnieuw en kies dan nog eens."
        raise DecisionRefused(message, hint)
    return True


def _require_draft(connection: Connection, decision: Decision) -> str:
    """Return the hash of the decision's draft, which must be of the decision's dossier."""
    query = select(DRAFT.c.dossier, DRAFT.c.payload_sha256).where(DRAFT.c.id == decision.draft)
    draft = connection.execute(query).one_or_none()
    if draft is None:
        raise DraftNotFound(decision.draft, 0)
    if draft.dossier != decision.dossier:
        message = f"concept {decision.draft} hoort niet bij dit algoritmedossier"
        hint = "Bekijk de concepten met `bronvast drafts`."
        raise DecisionRefused(message, hint)
    return str(draft.payload_sha256)


def _require_place(connection: Connection, decision: Decision) -> None:
    """Refuse when the place is taken, or when what the decision replaces is not there."""
    same = (DECISION.c.dossier == decision.dossier) & (DECISION.c.subject == decision.subject)
    known = {
        row.id: row.replaces
        for row in connection.execute(select(DECISION.c.id, DECISION.c.replaces).where(same))
    }
    if (decision.replaces or "") in known.values():
        message = f"voor {decision.subject} is intussen al een andere keuze gemaakt"
        hint = "Laad het concept opnieuw, bekijk die keuze en kies dan nog eens."
        raise DecisionRefused(message, hint)
    if decision.replaces is not None and decision.replaces not in known:
        message = f"de keuze voor {decision.subject} die u wilt vervangen is er niet"
        hint = "Laad het concept opnieuw en kies dan nog eens."
        raise DecisionRefused(message, hint)


def _select_last(connection: Connection) -> RowMapping | None:
    query = select(DECISION.c.position, DECISION.c.hash).order_by(DECISION.c.position.desc())
    return connection.execute(query.limit(1)).mappings().one_or_none()
