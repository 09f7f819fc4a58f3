"""Drafts from the store, with all that is needed to judge them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from extractor.composing import FieldValue
from extractor.documents.profile import DocumentProfile, describe_reading
from extractor.errors import DraftNotFound
from extractor.intake.dossiers import make_slug
from extractor.locators import SameReading
from extractor.models import Draft, Reading
from extractor.review.description import Review, find_value, write_entry
from extractor.review.names import list_names
from extractor.review.standing import find_lapsed, find_standing, list_undecided
from extractor.standard.catalogue import find_field, list_decided_fields
from extractor.store import Store


@dataclass(frozen=True)
class DraftSummary:
    """How far the review of one draft is."""

    draft: str
    dossier: str
    category: str | None
    """The publication category, chosen or proposed."""
    decided: int
    undecided: int


FindReading = Callable[[str], Reading | None]
"""Returns the reading with this id, from the store or from memory."""


def load_review(
    store: Store,
    reference: str,
    today: date,
    *,
    with_readings: bool = True,
    find_reading: FindReading | None = None,
) -> Review:
    """Return the draft with this id, start of an id, or dossier's name, ready to be judged.

    Counting and confirming need no readings, which are the large part.
    """
    find = find_reading or store.get_reading
    draft = _find_draft(store, reference)
    decisions = store.list_decisions(draft.dossier)
    judged = {decision.draft for decision in decisions} - {draft.id}
    earlier = {each: store.get_draft(each) for each in judged}
    dossier = store.get_dossier(draft.dossier)
    documents = draft.documents if with_readings else ()
    loaded = (find(document.reading) for document in documents)
    readings = {reading.id: reading for reading in loaded if reading is not None}
    return Review(
        name=dossier.name if dossier else draft.dossier,
        draft=draft,
        readings=readings,
        profiles={
            each.reading: _describe(SameReading(readings[each.reading]), each.path)
            for each in documents
            if each.reading in readings
        },
        standing=find_standing(draft, decisions, earlier),
        lapsed=find_lapsed(draft, decisions, earlier),
        today=today,
        names=list_names(draft, dossier),
        answers=store.list_answers(draft.dossier) if with_readings else (),
    )


@lru_cache(maxsize=128)
def _describe(same: SameReading, path: str) -> DocumentProfile:
    """Return what a document is; a page that is open asks for the same ones all day."""
    return describe_reading(same.reading, path)


def load_among_others(store: Store, reference: str, today: date) -> Review:
    """Return the draft as `load_review` does, beside the texts of the workspace's other entries."""
    return set_among(load_review(store, reference, today), write_entries(store, today))


def write_entries(store: Store, today: date) -> dict[str, tuple[str, Mapping[str, str]]]:
    """Return the texts of every entry of the workspace, by its dossier's id, with its name."""
    return {
        each.draft.dossier: (each.name, write_entry(each)) for each in list_reviews(store, today)
    }


def set_among(review: Review, entries: Mapping[str, tuple[str, Mapping[str, str]]]) -> Review:
    """Return the review beside the texts of all entries but its own."""
    others = (entry for dossier, entry in entries.items() if dossier != review.draft.dossier)
    return replace(review, others=dict(others))


def list_reviews(store: Store, today: date) -> Iterator[Review]:
    """Yield the newest draft of each dossier, one at a time, without its readings."""
    for dossier in store.list_dossiers():
        draft = store.latest_draft(dossier.id)
        if draft is not None:
            yield load_review(store, draft.id, today, with_readings=False)


def summarise_drafts(store: Store, today: date) -> list[DraftSummary]:
    """Return the newest draft of each dossier, high-risk AI systems first, then by name."""
    choices = find_field("publication_category").choices
    rows = [_summarise(review) for review in list_reviews(store, today)]
    ranks = {choice: rank for rank, choice in enumerate(choices)}
    return sorted(rows, key=lambda row: (ranks.get(row.category or "", len(ranks)), row.dossier))


def _summarise(review: Review) -> DraftSummary:
    undecided = len(list_undecided(review.draft, review.standing))
    return DraftSummary(
        draft=review.draft.id,
        dossier=review.name,
        category=_read_category(review),
        decided=sum(field.key in review.standing for field in list_decided_fields()),
        undecided=undecided,
    )


def _read_category(review: Review) -> str | None:
    field = find_field("publication_category")
    proposal = next(p for p in review.draft.proposals if p.field == field.key)
    value: FieldValue = find_value(review, field, proposal)
    return value if isinstance(value, str) else None


def _find_draft(store: Store, reference: str) -> Draft:
    slug = make_slug(reference)
    named = [dossier for dossier in store.list_dossiers() if make_slug(dossier.name) == slug]
    if len(named) == 1 and (draft := store.latest_draft(named[0].id)) is not None:
        return draft
    if len(named) > 1:
        raise DraftNotFound(reference, len(named))
    return store.get_draft(reference)
