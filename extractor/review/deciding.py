"""Take a decision in the store, on one subject or on all absent fields at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.errors import ChangedMeanwhile, DecisionRefused, ReasonNeeded
from extractor.models import Decision, Record
from extractor.review.choices import Choice, Seen, Signature
from extractor.review.confirming import find_refusal
from extractor.review.decisions import decide, undo
from extractor.review.loading import load_review
from extractor.review.reviewed import Review, find_checks
from extractor.review.screen_deciding import SCREEN, ScreenForm, decide_screen
from extractor.review.signing import SignOffForm, sign_off
from extractor.standard.catalogue import find_field
from extractor.standing import (
    find_current,
    find_proposal,
    list_absent,
    list_undecided,
)
from extractor.store import Store

ABSENT = "absent"
"""Names all fields where nothing was found, to be left empty in one explicit act."""


class ChoiceOutcome(Record):
    """What is left after deciding, and what to look at again."""

    undecided: int
    """How many subjects of the draft still await a person."""
    warnings: tuple[str, ...]
    """What `show` would remark on the fields just decided, as "field: message"."""


def decide_subject(
    store: Store, reference: str, subject: str, choice: Choice, signature: Signature
) -> tuple[Decision, ...]:
    """Return the decisions this makes, added to the log; refuse what cannot be decided so.

    Where it is told what the reviewer had seen, another decision since then refuses this one.
    """
    review = load_review(store, reference, signature.at.date())
    return decide_reviewed(store, review, subject, choice, signature)


def decide_reviewed(
    store: Store, review: Review, subject: str, choice: Choice, signature: Signature
) -> tuple[Decision, ...]:
    """Return the decisions this makes on a draft that is loaded, as `decide_subject` does."""
    log = store.list_decisions(review.draft.dossier)
    current = find_current(log)
    _require_unchanged(choice.seen, subject, current.get(subject))
    if choice.action == "undo":
        decisions: tuple[Decision, ...] = (undo(review.draft, subject, log, signature),)
    else:
        decisions = tuple(
            decide(review.draft, each, choice, current.get(each), signature)
            for each in _list_subjects(review, subject, choice)
        )
        for decision in decisions:
            require_reason(review, decision)
    for decision in decisions:
        store.add_decision(decision)
    return decisions


def sign_reviewed(
    store: Store, review: Review, form: SignOffForm, signature: Signature
) -> Decision:
    """Return the sign-off of a draft that is loaded, added to the log."""
    log = store.list_decisions(review.draft.dossier)
    decision = sign_off((review.name, review.draft), log, review.standing, form, signature)
    store.add_decision(decision)
    return decision


def screen_reviewed(
    store: Store, review: Review, form: ScreenForm, signature: Signature
) -> Decision:
    """Return the answers to the quick screen of a draft that is loaded, added to the log."""
    current = find_current(store.list_decisions(review.draft.dossier)).get(SCREEN)
    _require_unchanged(form.seen, SCREEN, current)
    decision = decide_screen(review.draft, form, current, signature)
    store.add_decision(decision)
    return decision


def require_reason(review: Review, decision: Decision) -> None:
    """Refuse a value that its sources do not carry, or the register does not take, without a note.

    What is carried over was explained when it was decided.
    """
    if decision.value is None or decision.note or decision.action == "carry":
        return
    tried = replace(review, standing={**review.standing, decision.subject: decision})
    proposal = find_proposal(review.draft, decision.subject)
    for finding in find_checks(tried, find_field(decision.subject), proposal):
        if finding.severity == "error":
            raise ReasonNeeded(decision.subject, finding.message)


def _require_unchanged(seen: Seen | None, subject: str, current: Decision | None) -> None:
    if seen is not None and seen.decision != (current.id if current else None):
        raise ChangedMeanwhile(subject, current.reviewer if current else None)


def review_choice(
    store: Store, draft_id: str, decisions: Sequence[Decision], signature: Signature
) -> ChoiceOutcome:
    """Return what these decisions, just taken on the draft, leave open or make remarkable."""
    review = load_review(store, draft_id, signature.at.date())
    return ChoiceOutcome(
        undecided=len(list_undecided(review.draft, review.standing)),
        warnings=tuple(_list_warnings(review, {decision.subject for decision in decisions})),
    )


def _list_warnings(review: Review, decided: set[str]) -> Iterator[str]:
    for proposal in review.draft.proposals:
        if proposal.field in decided & review.standing.keys():
            for finding in find_checks(review, find_field(proposal.field), proposal):
                yield f"{proposal.field}: {finding.message}"
    if not list_undecided(review.draft, review.standing):
        refusal = find_refusal(review.name, review.draft, review.standing, review.today)
        if refusal:
            yield str(refusal)


def _list_subjects(review: Review, subject: str, choice: Choice) -> tuple[str, ...]:
    if subject != ABSENT:
        return (subject,)
    if choice.action != "empty":
        raise DecisionRefused(
            "velden waar niets is gevonden kunt u samen alleen leeg laten",
            "Gebruik `bronvast decide CONCEPT absent --empty --reviewer NAAM`.",
        )
    return list_absent(review.draft, review.standing)
