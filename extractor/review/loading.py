"""Drafts from the store, with all that is needed to judge them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from extractor.composing import FieldValue
from extractor.documents.profile import DocumentProfile, describe_reading
from extractor.errors import DraftNotFound
from extractor.intake.dossiers import make_slug
from extractor.locators import SameReading
from extractor.models import Answer, Decision, Draft
from extractor.review.description import Review, find_value, write_entry
from extractor.review.names import list_names
from extractor.review.standing import find_lapsed, find_standing, list_undecided
from extractor.review.still_cited import FindReading, StillCited
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
    is_cited = StillCited(draft, find)
    standing = find_standing(draft, decisions, earlier, is_cited)
    lapsed = find_lapsed(draft, decisions, earlier, is_cited)
    answers = store.list_answers(draft.dossier) if with_readings else ()
    paths = {each.reading: each.path for each in draft.documents} if with_readings else {}
    if with_readings:
        cited = (*_list_cited((*standing.values(), *lapsed.values())), *_list_answered(answers))
        paths |= {reading: "" for reading in cited if reading not in paths}
    loaded = (find(reading) for reading in paths)
    readings = {reading.id: reading for reading in loaded if reading is not None}
    return Review(
        name=dossier.name if dossier else draft.dossier,
        draft=draft,
        readings=readings,
        profiles={
            each.id: _describe(SameReading(each), paths[each.id] or each.source.name)
            for each in readings.values()
        },
        standing=standing,
        lapsed=lapsed,
        today=today,
        names=list_names(draft, dossier),
        answers=answers,
        decisions=decisions,
    )


def _list_cited(decisions: Iterable[Decision]) -> Iterator[str]:
    """Yield the readings that decisions rest on; of earlier drafts the draft lacks them."""
    for decision in decisions:
        for claim in decision.claims:
            yield from (citation.reading for citation in claim.citations)


def _list_answered(answers: Iterable[Answer]) -> Iterator[str]:
    return (answer.citation.reading for answer in answers)


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
