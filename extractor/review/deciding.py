"""Take a decision in the store, on one subject or on all absent fields at once."""

from __future__ import annotations

from extractor.errors import DecisionRefused
from extractor.models import Decision
from extractor.review.decisions import (
    Choice,
    Signature,
    decide,
    find_current,
    list_absent,
    list_undecided,
)
from extractor.review.description import Review
from extractor.review.loading import load_review
from extractor.store import Store

ABSENT = "absent"
"""Names all fields where nothing was found, to be left empty in one explicit act."""


def decide_subject(
    store: Store, reference: str, subject: str, choice: Choice, signature: Signature
) -> tuple[Decision, ...]:
    """Return the decisions this makes, added to the log; refuse what cannot be decided so."""
    review = load_review(store, reference, signature.at.date(), with_readings=False)
    current = find_current(store.list_decisions(review.draft.dossier))
    decisions = tuple(
        decide(review.draft, each, choice, current.get(each), signature)
        for each in _list_subjects(review, subject, choice)
    )
    for decision in decisions:
        store.add_decision(decision)
    return decisions


def count_undecided(store: Store, draft_id: str, signature: Signature) -> int:
    """Return how many subjects of the draft still await a person."""
    review = load_review(store, draft_id, signature.at.date(), with_readings=False)
    return len(list_undecided(review.draft, review.standing))


def _list_subjects(review: Review, subject: str, choice: Choice) -> tuple[str, ...]:
    if subject != ABSENT:
        return (subject,)
    if choice.action != "empty":
        raise DecisionRefused(
            "velden waar niets is gevonden kunt u samen alleen leeg laten",
            "Gebruik `bronvast decide CONCEPT absent --empty --reviewer NAAM`.",
        )
    return list_absent(review.draft, review.standing)
