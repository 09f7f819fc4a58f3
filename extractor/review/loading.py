"""Drafts from the store, with all that is needed to judge them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extractor.documents.profile import describe_reading
from extractor.errors import DraftNotFound
from extractor.intake.dossiers import make_slug
from extractor.models import Answer, Decision, Draft, Registration
from extractor.review.names import list_names
from extractor.review.reviewed import Review, find_value, write_entry
from extractor.review.siblings import find_siblings
from extractor.review.signing import SIGNOFF, find_signoffs
from extractor.standard.catalogue import find_field, list_decided_fields
from extractor.standing import find_lapsed, find_proposal, find_standing, list_undecided
from extractor.still_cited import FindReading, StillCited
from extractor.store import Store

DraftState = Literal["draft", "reviewing", "confirmed", "signed", "registered"]


@dataclass(frozen=True)
class DraftSummary:
    """How far the review of one draft is."""

    draft: str
    dossier: str
    category: str | None
    """The publication category, chosen or proposed."""
    decided: int
    undecided: int
    organization: str | None
    state: DraftState
    contradictions: int
    """Fields on which sources disagree and nobody chose yet."""
    problems: int
    """Claims that were withheld, and questions to a language model that failed."""
    unread: int
    """Documents and pages that the draft does not rest on."""
    lars: str | None
    """The code under which the entry stands in the register, where somebody noted it."""


def load_review(
    store: Store,
    reference: str,
    today: date,
    *,
    with_readings: bool = True,
    find_reading: FindReading | None = None,
) -> Review:
    """Return the draft with this id, start of an id, or dossier's name, ready to be judged.

    Counting and confirming need no readings, which are the large part, and no decisions that were
    replaced, but for sign-offs, of which several may count.
    """
    find = find_reading or store.get_reading
    draft = _find_draft(store, reference)
    return _load_draft(store, draft, today, find, with_readings=with_readings)


def _load_draft(
    store: Store, draft: Draft, today: date, find: FindReading, *, with_readings: bool
) -> Review:
    if with_readings:
        decisions = store.list_decisions(draft.dossier)
    else:
        decisions = store.list_current_decisions(draft.dossier, (SIGNOFF,))
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
            each.id: describe_reading(each, paths[each.id] or each.source.name)
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


def load_among_others(store: Store, reference: str, today: date) -> Review:
    """Return the draft as `load_review` does, beside the texts of the workspace's other entries."""
    review = load_review(store, reference, today)
    return set_among(
        review, write_entries(store, today), find_siblings(store, review.draft.dossier)
    )


def write_entries(store: Store, today: date) -> dict[str, tuple[str, Mapping[str, str]]]:
    """Return the texts of every entry of the workspace, by its dossier's id, with its name."""
    return {
        each.draft.dossier: (each.name, write_entry(each)) for each in list_reviews(store, today)
    }


def set_among(
    review: Review,
    entries: Mapping[str, tuple[str, Mapping[str, str]]],
    kin: Collection[str],
) -> Review:
    """Return the review beside the texts of all entries but its own; `kin` are siblings' ids."""
    own = review.draft.dossier
    others = (entry for each, entry in entries.items() if each != own and each not in kin)
    siblings = (entry for each, entry in entries.items() if each != own and each in kin)
    return replace(review, others=dict(others), siblings=dict(siblings))


def list_reviews(store: Store, today: date, *, with_readings: bool = False) -> Iterator[Review]:
    """Yield the newest draft of each dossier, one at a time, without readings unless asked for."""
    newest = {row.dossier: row.id for row in store.list_drafts()}
    for dossier in store.list_dossiers():
        if dossier.id in newest:
            yield load_newest(store, newest[dossier.id], today, with_readings=with_readings)


def load_newest(store: Store, draft_id: str, today: date, *, with_readings: bool = False) -> Review:
    """Return the draft with exactly this id, without its readings unless they are asked for."""
    draft = store.get_draft(draft_id)
    return _load_draft(store, draft, today, store.get_reading, with_readings=with_readings)


def summarise_drafts(store: Store, today: date) -> list[DraftSummary]:
    """Return the newest draft of each dossier, high-risk AI systems first, then by name."""
    return sort_summaries(
        [
            summarise(review, store.find_registration(review.draft.dossier))
            for review in list_reviews(store, today)
        ]
    )


def sort_summaries(rows: Iterable[DraftSummary]) -> list[DraftSummary]:
    """Return the rows, high-risk AI systems first, then by name."""
    choices = find_field("publication_category").choices
    ranks = {choice: rank for rank, choice in enumerate(choices)}
    return sorted(rows, key=lambda row: (ranks.get(row.category or "", len(ranks)), row.dossier))


def summarise(review: Review, registered: Registration | None) -> DraftSummary:
    """Return how far the review of a draft is."""
    undecided = len(list_undecided(review.draft, review.standing))
    decided = sum(field.key in review.standing for field in list_decided_fields())
    open_fields = [p for p in review.draft.proposals if p.field not in review.standing]
    coverage = review.draft.coverage
    return DraftSummary(
        draft=review.draft.id,
        dossier=review.name,
        category=_read_value(review, "publication_category"),
        decided=decided,
        undecided=undecided,
        organization=_read_value(review, "organization"),
        state=_tell_state(review, undecided, decided, registered),
        contradictions=sum(bool(proposal.alternatives) for proposal in open_fields),
        problems=sum(len(p.withheld) for p in open_fields) + coverage.calls_failed,
        unread=sum(len(part.pages) or 1 for part in coverage.pages_unread),
        lars=registered.lars if registered else None,
    )


def _tell_state(
    review: Review, undecided: int, decided: int, registered: Registration | None
) -> DraftState:
    if registered and registered.lars:
        return "registered"
    if undecided:
        return "reviewing" if decided else "draft"
    return "signed" if find_signoffs(review.decisions, review.standing) else "confirmed"


def _read_value(review: Review, key: str) -> str | None:
    """Return what counts now for a field of one value."""
    value = find_value(review, find_field(key), find_proposal(review.draft, key))
    return value if isinstance(value, str) else None


def _find_draft(store: Store, reference: str) -> Draft:
    slug = make_slug(reference)
    named = [dossier for dossier in store.list_dossiers() if make_slug(dossier.name) == slug]
    if len(named) == 1 and (draft := store.latest_draft(named[0].id)) is not None:
        return draft
    if len(named) > 1:
        raise DraftNotFound(reference, len(named))
    return store.get_draft(reference)
