"""Confirmed entries out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractor.errors import NothingConfirmed, ReviewIncomplete, ValueRefused
from extractor.exports.annex_viii import list_questions
from extractor.exports.export import Export, Variant
from extractor.exports.publication_schema import list_losses
from extractor.review.backgrounds import describe_background
from extractor.review.confirming import confirm
from extractor.review.loading import list_reviews, load_review
from extractor.review.reviewed import Review
from extractor.standard.entry import RegisterEntry
from extractor.standing import list_undecided
from extractor.store import Store


def collect_export(
    store: Store,
    references: Sequence[str],
    today: date,
    *,
    variant: Variant = "extern",
    with_background: bool = False,
) -> Export:
    """Return the entries of these drafts, or of every dossier whose newest draft is decided.

    A named draft with an undecided field is refused; one refusal keeps all of them in. The head is
    read first: decisions taken meanwhile may be in the entries, those before it always are.
    """
    head = store.head()
    reviews = _list_confirmed(store, references, today)
    made = Export(tuple(_confirm(each, today) for each in reviews), head, variant=variant)
    if not with_background:
        return made
    loaded = (load_review(store, each.draft.id, today) for each in reviews)
    behind = tuple(describe_background(each, list_questions()) for each in loaded)
    return replace(made, backgrounds=behind)


def collect_named(
    store: Store, references: Sequence[str], today: date
) -> tuple[tuple[str, RegisterEntry], ...]:
    """Return the entries as `collect_export` does, each with the id of its dossier."""
    reviews = _list_confirmed(store, references, today)
    return tuple((each.draft.dossier, _confirm(each, today)) for each in reviews)


def list_schema_losses(review: Review) -> tuple[str, ...]:
    """Return what the standard's JSON Schema cannot hold of an entry; none before it is one."""
    try:
        entry = _confirm(review, review.today)
    except (ReviewIncomplete, ValueRefused):
        return ()
    return list_losses([entry])


def _list_confirmed(store: Store, references: Sequence[str], today: date) -> list[Review]:
    if references:
        reviews = [load_review(store, each, today, with_readings=False) for each in references]
    else:
        reviews = [
            each
            for each in list_reviews(store, today)
            if not list_undecided(each.draft, each.standing)
        ]
    if not reviews:
        raise NothingConfirmed
    return reviews


def _confirm(review: Review, today: date) -> RegisterEntry:
    return confirm(review.name, review.draft, review.standing, today)
