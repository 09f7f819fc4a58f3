"""The rules of deciding: what stands, what is still open, and what makes an entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from extractor.composing import FieldValue, compose_value, parse_value
from extractor.errors import DecisionRefused, ReviewIncomplete, ValueRefused
from extractor.models import Claim, Decision, Draft, Proposal, Record
from extractor.standard.catalogue import Field, find_field, list_decided_fields
from extractor.standard.values import list_objections

Standing = Mapping[str, Decision]
"""The decision that counts now, per subject; none where a person still has to choose."""


class Choice(Record):
    """What a person wants to do with one field."""

    action: Literal["accept", "edit", "choose", "empty", "withdraw"]
    typed: str = ""
    """The value a person typed, with `edit`."""
    number: int = 0
    """Which alternative, from 1, with `choose`."""


class Signature(Record):
    """Who decides, when, and what they remark."""

    reviewer: str
    at: datetime
    note: str | None = None


def find_current(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the last decision per subject that nothing replaces, withdrawals included."""
    taken = list(decisions)
    replaced = {decision.replaces for decision in taken}
    return {decision.subject: decision for decision in taken if decision.id not in replaced}


def find_standing(
    draft: Draft, decisions: Iterable[Decision], earlier: Mapping[str, Draft]
) -> dict[str, Decision]:
    """Return the decisions that count for this draft.

    One taken on an earlier draft counts as long as the proposal it judged is still the same.
    """
    return {
        subject: decision
        for subject, decision in find_current(decisions).items()
        if decision.action != "withdraw" and _still_fits(decision, draft, earlier)
    }


def list_undecided(draft: Draft, standing: Standing) -> tuple[str, ...]:
    """Return the subjects a person still has to decide before the entry can leave."""
    fields = tuple(field.key for field in list_decided_fields() if field.key not in standing)
    unread = bool(draft.coverage.pages_unread) and "unread" not in standing
    return (*fields, "unread") if unread else fields


def list_absent(draft: Draft, standing: Standing) -> tuple[str, ...]:
    """Return the undecided fields where nothing was found and that may be left empty."""
    return tuple(
        proposal.field
        for proposal in draft.proposals
        if not (proposal.claims or proposal.alternatives or proposal.withheld)
        and proposal.field not in standing
        and not find_field(proposal.field).required
    )


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
        return parse_value(field, choice.typed), proposal.claims
    if choice.action == "choose":
        claim = _pick(field, proposal, choice.number)
        return compose_value(field, [claim]), (claim,)
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
    return compose_value(field, proposal.claims), proposal.claims


def _pick(field: Field, proposal: Proposal, number: int) -> Claim:
    count = len(proposal.alternatives)
    if not 1 <= number <= count:
        raise DecisionRefused(
            f"{field.key} heeft {count} waarden om uit te kiezen, geen nummer {number}",
            "Bekijk ze met `bronvast show`.",
        )
    return proposal.alternatives[number - 1]


def find_proposal(draft: Draft, field: str) -> Proposal:
    """Return what was proposed for this field."""
    return next(proposal for proposal in draft.proposals if proposal.field == field)


def require_complete(name: str, draft: Draft, standing: Standing) -> None:
    """Refuse a draft with subjects that a person still has to decide, naming them."""
    undecided = list_undecided(draft, standing)
    if undecided:
        raise ReviewIncomplete(name, draft.id, undecided)


def _still_fits(decision: Decision, draft: Draft, earlier: Mapping[str, Draft]) -> bool:
    if decision.draft == draft.id:
        return True
    judged = earlier.get(decision.draft)
    if judged is None:
        return False
    if decision.subject == "unread":
        return judged.coverage.pages_unread == draft.coverage.pages_unread
    old, new = (find_proposal(each, decision.subject) for each in (judged, draft))
    return _read_words(old) == _read_words(new)


def _read_words(proposal: Proposal) -> tuple[object, ...]:
    """Return what a person saw of a proposal: its values and the words cited for them."""
    claims = (*proposal.claims, *proposal.alternatives)
    return tuple((claim.value, tuple(c.quote for c in claim.citations)) for claim in claims)
