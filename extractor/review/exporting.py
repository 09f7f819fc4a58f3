"""Confirmed entries out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractor.errors import NothingConfirmed
from extractor.review.confirming import confirm
from extractor.review.loading import list_reviews, load_review
from extractor.standard.entry import RegisterEntry
from extractor.standing import list_undecided
from extractor.store import Store


def collect_entries(
    store: Store, references: Sequence[str], today: date
) -> tuple[RegisterEntry, ...]:
    """Return the entries of these drafts, or of every dossier whose newest draft is decided.

    A named draft with an undecided field is refused; one refusal keeps all of them in.
    """
    return tuple(entry for _, entry in collect_named(store, references, today))


def collect_named(
    store: Store, references: Sequence[str], today: date
) -> tuple[tuple[str, RegisterEntry], ...]:
    """Return the entries as `collect_entries` does, each with the id of its dossier."""
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
    return tuple(
        (each.draft.dossier, confirm(each.name, each.draft, each.standing, today))
        for each in reviews
    )
