"""List the candidates of all lists as they stand now, or stood at a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from extractor.candidates import Candidate, ListedCandidate, Outcome, OutcomeChoice
from extractor.inventory.columns import name_value
from extractor.inventory.deriving import Progress, ProgressFinder
from extractor.inventory.matching import Place, list_places, match_candidates
from extractor.store import Store

__all__ = ["ListedCandidate", "Outcome", "list_candidates", "list_current", "list_matched"]


def list_candidates(store: Store, at: datetime | None = None) -> tuple[ListedCandidate, ...]:
    """Return every candidate that its list still has, with its dossier and outcome.

    With a moment only what was added by then counts.
    """
    candidates = list_current(store, at)
    places = list_places(store.list_dossiers(at))
    certain = match_candidates(candidates, places, store.list_candidate_links(at))
    return list_matched(store, candidates, certain, ProgressFinder(store, at))


def list_matched(
    store: Store,
    candidates: Sequence[Candidate],
    certain: Mapping[str, Place],
    finder: ProgressFinder,
) -> tuple[ListedCandidate, ...]:
    """Return the candidates with the dossiers they were matched with, and their outcomes."""
    chosen = {choice.candidate: choice for choice in store.list_outcomes(finder.at)}
    return tuple(
        _list_one(each, certain.get(each.id), chosen.get(each.id), finder) for each in candidates
    )


def list_current(store: Store, at: datetime | None = None) -> tuple[Candidate, ...]:
    """Return the candidates that their lists still have, list by list, in the order of the rows."""
    kept = [each for each in store.list_candidates(at) if each.is_listed]
    order = list(dict.fromkeys(each.list for each in kept))
    return tuple(sorted(kept, key=lambda each: (order.index(each.list), each.row)))


def _list_one(
    candidate: Candidate,
    place: Place | None,
    choice: OutcomeChoice | None,
    finder: ProgressFinder,
) -> ListedCandidate:
    dossier = place.id if place else None
    progress = finder.find(dossier)
    return ListedCandidate(
        id=candidate.id,
        name=candidate.name,
        service=candidate.get("service"),
        process=candidate.get("process"),
        supplier=candidate.get("supplier"),
        status=name_value("status", candidate.get("status")),
        category=progress.category or name_value("category", candidate.get("category")),
        contact=candidate.get("contact"),
        dossier=dossier,
        outcome=_find_outcome(progress, choice),
    )


def _find_outcome(progress: Progress, choice: OutcomeChoice | None) -> Outcome:
    """Return what a person chose, else what the work says."""
    if choice is None or choice.kind is None:
        return Outcome(kind=progress.kind)
    return Outcome(
        kind=choice.kind,
        part_of=choice.part_of,
        ground=choice.ground,
        note=choice.note,
        reviewer=choice.reviewer,
        at=choice.at,
    )
