"""The rules of deciding: what a person may choose, and the decision that makes."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Literal

from extractor.composing import FieldValue, compose_value, parse_value
from extractor.errors import DecisionRefused, ValueRefused
from extractor.models import Claim, Decision, Draft, Proposal, Record
from extractor.review.sides import choose_side, find_hidden
from extractor.review.standing import find_proposal
from extractor.standard.catalogue import Field, find_field
from extractor.standard.values import list_objections


class Seen(Record):
    """What a reviewer had before them: the last decision on the subject then, if any."""

    decision: str | None


class Choice(Record):
    """What a person wants to do with one field."""

    action: Literal["accept", "edit", "choose", "empty", "withdraw"]
    typed: str = ""
    """The value a person typed, with `edit`."""
    number: int = 0
    """Which alternative, from 1, with `choose`."""
    seen: Seen | None = None
    """Where it is told, another decision since then refuses this one."""


class Signature(Record):
    """Who decides, when, and what they remark."""

    reviewer: str
    at: datetime
    note: str | None = None


def decide(
    draft: Draft, subject: str, choice: Choice, current: Decision | None, signature: Signature
) -> Decision:
    """Return the decision a person takes on a subject; refuse what cannot be decided so."""
    if not signature.reviewer.strip():
        raise DecisionRefused("er staat niet wie kiest", "Geef uw naam met --reviewer.")
    value, claims = _settle(draft, subject, choice, current)
    facts = (draft.id, subject, choice.action, repr(value), signature.reviewer)
    stamp = signature.at.isoformat()
    replaces = current.id if current else None
    digest = hashlib.sha256("\n".join((*facts, stamp, replaces or "")).encode()).hexdigest()
    return Decision(
        id=digest[:16],
        dossier=draft.dossier,
        draft=draft.id,
        subject=subject,
        action=choice.action,
        value=value,
        claims=claims,
        replaces=replaces,
        reviewer=signature.reviewer.strip(),
        decided_at=signature.at,
        note=signature.note,
    )


def _settle(
    draft: Draft, subject: str, choice: Choice, current: Decision | None
) -> tuple[FieldValue, tuple[Claim, ...]]:
    if choice.action == "withdraw":
        if current is None or current.action == "withdraw":
            raise DecisionRefused(f"{subject} is nog niet bevestigd, er valt niets terug te nemen")
        return None, ()
    if subject == "unread":
        return _settle_unread(draft, choice)
    field = find_field(subject)
    if not field.decided_by_person:
        raise DecisionRefused(f"{subject} ligt vast en wordt niet gekozen", "Kies een ander veld.")
    value, claims = _settle_field(field, find_proposal(draft, subject), choice)
    objections = list_objections(subject, value) if value is not None else ()
    if objections:
        raise ValueRefused(subject, objections)
    return value, claims


def _settle_unread(draft: Draft, choice: Choice) -> tuple[None, tuple[Claim, ...]]:
    if not draft.coverage.pages_unread:
        raise DecisionRefused("alles is gelezen, hier valt niets te kiezen", "Kies een veld.")
    if choice.action != "accept":
        raise DecisionRefused(
            "ongelezen delen kunt u alleen overnemen of terugnemen",
            "Gebruik --accept als de beschrijving zonder die delen kan.",
        )
    return None, ()


def _settle_field(
    field: Field, proposal: Proposal, choice: Choice
) -> tuple[FieldValue, tuple[Claim, ...]]:
    if choice.action == "edit":
        return parse_value(field, choice.typed), (*proposal.claims, *proposal.alternatives)
    if choice.action == "choose":
        claims = choose_side(field, proposal, _pick(field, proposal, choice.number))
        return compose_value(field, claims), claims
    if choice.action == "empty":
        if field.required:
            raise DecisionRefused(
                f"{field.key} ({field.title}) is verplicht en mag niet leeg blijven",
                "Geef een waarde met --value.",
            )
        return None, ()
    if not proposal.claims:
        raise DecisionRefused(
            f"voor {field.key} ({field.title}) is er geen voorstel om over te nemen",
            "Geef een waarde met --value, kies met --choose, of laat leeg met --empty.",
        )
    if find_hidden(field, proposal):
        raise DecisionRefused(
            f"bij {field.key} ({field.title}) spreken de bronnen elkaar tegen, "
            "en de tekst noemt niet elke kant",
            "Kies een kant met --choose, of schrijf de tekst zelf met --value.",
        )
    return compose_value(field, proposal.claims), proposal.claims


def _pick(field: Field, proposal: Proposal, number: int) -> Claim:
    count = len(proposal.alternatives)
    if not 1 <= number <= count:
        raise DecisionRefused(
            f"{field.key} heeft {count} waarden om uit te kiezen, geen nummer {number}",
            "Bekijk ze met `bronvast show`.",
        )
    return proposal.alternatives[number - 1]
