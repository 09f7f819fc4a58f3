"""Take a decision in the store, on one subject or on all absent fields at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.errors import ChangedMeanwhile, DecisionRefused
from extractor.models import Decision, Record
from extractor.review.confirming import find_refusal
from extractor.review.decisions import Choice, Seen, Signature, decide
from extractor.review.description import Review, find_checks
from extractor.review.loading import load_review
from extractor.review.standing import find_current, list_absent, list_undecided
from extractor.standard.catalogue import find_field
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
    review = load_review(store, reference, signature.at.date(), with_readings=False)
    current = find_current(store.list_decisions(review.draft.dossier))
    _require_unchanged(choice.seen, subject, current.get(subject))
    decisions = tuple(
        decide(review.draft, each, choice, current.get(each), signature)
        for each in _list_subjects(review, subject, choice)
    )
    for decision in decisions:
        store.add_decision(decision)
    return decisions


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
        refusal = find_refusal(review.name, review.draft, review.standing)
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
