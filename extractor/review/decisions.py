"""The rules of deciding: what a person may choose, and the decision that makes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from extractor.errors import DecisionRefused, ValueRefused
from extractor.models import Claim, Decision, Draft
from extractor.review.choices import Choice, Signature
from extractor.review.settling import Settled, settle_field
from extractor.review.undoing import list_steps
from extractor.standard.catalogue import find_field
from extractor.standard.repairs import offer_repair
from extractor.standard.values import list_objections
from extractor.standing import find_proposal


def decide(
    draft: Draft, subject: str, choice: Choice, current: Decision | None, signature: Signature
) -> Decision:
    """Return the decision a person takes on a subject; refuse what cannot be decided so."""
    if choice.action == "withdraw":
        if current is None or current.action == "withdraw":
            raise DecisionRefused(f"{subject} is nog niet bevestigd, er valt niets terug te nemen")
        settled: Settled = (None, ())
    elif choice.action == "carry":
        settled = _carry(draft, subject, current)
    elif subject == "unread":
        settled = _settle_unread(draft, choice)
    else:
        settled = _settle(draft, subject, choice)
    decision = Decision(
        id="",
        dossier=draft.dossier,
        draft=draft.id,
        subject=subject,
        action=choice.action,
        value=settled[0],
        claims=settled[1],
        ground=choice.ground or None,
        reviewer=signature.reviewer,
        decided_at=signature.at,
    )
    return sign_decision(decision, current, signature)


def undo(
    draft: Draft, subject: str, decisions: Sequence[Decision], signature: Signature
) -> Decision:
    """Return the decision that brings back what stood before the last one on the subject."""
    steps = list_steps(decisions, subject)
    if not steps:
        raise DecisionRefused(f"bij {subject} is geen keuze om ongedaan te maken")
    last = next(each for each in reversed(decisions) if each.subject == subject)
    before = steps[-2] if len(steps) > 1 else None
    brought = before or Decision(
        id="",
        dossier=draft.dossier,
        draft=draft.id,
        subject=subject,
        action="withdraw",
        reviewer=signature.reviewer,
        decided_at=signature.at,
    )
    return sign_decision(
        brought.model_copy(update={"undoes": steps[-1].id, "note": None}), last, signature
    )


def sign_decision(decision: Decision, current: Decision | None, signature: Signature) -> Decision:
    """Return the decision as this person's, in the place behind the current one.

    Refused where nobody says who decides.
    """
    if not signature.reviewer.strip():
        raise DecisionRefused("er staat niet wie kiest", "Geef uw naam met --reviewer.")
    signed = decision.model_copy(
        update={
            "replaces": current.id if current else None,
            "reviewer": signature.reviewer.strip(),
            "decided_at": signature.at,
            "note": signature.note,
            "checked": signature.checked,
        }
    )
    said = signed.model_dump_json(exclude={"id", "claims"})
    return signed.model_copy(update={"id": hashlib.sha256(said.encode()).hexdigest()[:16]})


def _settle(draft: Draft, subject: str, choice: Choice) -> Settled:
    field = find_field(subject)
    if not field.decided_by_person:
        raise DecisionRefused(f"{subject} ligt vast en wordt niet gekozen", "Kies een ander veld.")
    value, claims = settle_field(field, find_proposal(draft, subject), choice)
    objections = list_objections(subject, value) if value is not None else ()
    if objections:
        repair = offer_repair(subject, choice.typed) if choice.action == "edit" else None
        raise ValueRefused(subject, objections, repair.value if repair else None)
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


def _carry(draft: Draft, subject: str, current: Decision | None) -> Settled:
    """Return what was decided on an earlier draft, to stand on this one too."""
    if current is None or current.action == "withdraw" or current.draft == draft.id:
        raise DecisionRefused(f"bij {subject} is geen eerdere keuze om te houden")
    if subject == "unread" and not draft.coverage.pages_unread:
        raise DecisionRefused("alles is gelezen, hier valt niets te kiezen", "Kies een veld.")
    if subject != "unread" and current.value is not None:
        objections = list_objections(subject, current.value)
        if objections:
            raise ValueRefused(subject, objections)
    return current.value, current.claims
