"""The algorithms a report counts: what the organisation's lists name, and every other dossier."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import datetime
from typing import Literal

from extractor.candidates import ListedCandidate
from extractor.inventory.listing import list_candidates
from extractor.models import Record, Registration
from extractor.store import Store

KnownOutcome = Literal[
    "to do",
    "draft",
    "confirmed",
    "delivered",
    "published",
    "withdrawn",
    "no algorithm",
    "part of",
    "not published",
    "prohibited practice",
]
"""How far an algorithm is; what its dossier says of it may go further."""


_FROM_WORK: frozenset[KnownOutcome] = frozenset({"to do", "draft", "confirmed", "delivered"})
"""Outcomes that follow from the work, so that no person chose them."""


class KnownAlgorithm(Record):
    """An algorithm that somebody knows of, at the reference date."""

    id: str
    name: str
    service: str | None = None
    process: str | None = None
    status: str | None = None
    category: str | None = None
    dossier: str | None = None
    origin: str | None = None
    """The folder in which its dossier was found."""
    outcome: KnownOutcome = "to do"
    ground: str | None = None


def list_known(store: Store, until: datetime) -> tuple[KnownAlgorithm, ...]:
    """Return the algorithms that were known by then, of lists and of dossiers beside them."""
    listed = [_read_candidate(each) for each in list_candidates(store, until)]
    return join_dossiers(listed, list_dossier_algorithms(store, until))


def _read_candidate(candidate: ListedCandidate) -> KnownAlgorithm:
    return KnownAlgorithm(
        id=candidate.id,
        name=candidate.name,
        service=candidate.service,
        process=candidate.process,
        status=candidate.status,
        category=candidate.category,
        dossier=candidate.dossier,
        outcome=candidate.outcome.kind,
        ground=candidate.outcome.ground,
    )


def list_dossier_algorithms(store: Store, until: datetime) -> tuple[KnownAlgorithm, ...]:
    """Return one for each dossier that was there by then, as it was described then."""
    registered: dict[str, list[Registration]] = {}
    for each in store.list_registration_log():
        if each.at <= until:
            registered.setdefault(each.dossier, []).append(each)
    published = {each.entry.lars for each in store.list_publications(until)}
    return tuple(
        KnownAlgorithm(
            id=dossier.id,
            name=dossier.name,
            process=dossier.process,
            dossier=dossier.id,
            origin=dossier.origin,
            outcome=_tell_outcome(registered.get(dossier.id, ()), published),
        )
        for dossier in store.list_dossiers(until)
    )


def join_dossiers(
    listed: Sequence[KnownAlgorithm], dossiers: Sequence[KnownAlgorithm]
) -> tuple[KnownAlgorithm, ...]:
    """Return the algorithms of an inventory, and the dossiers that none of them is about.

    A listed one takes over where its dossier lies, and that its entry was withdrawn.
    """
    rest = {each.dossier: each for each in dossiers}
    joined = [_join(each, rest.get(each.dossier)) for each in listed]
    claimed = {each.dossier for each in listed}
    return (*joined, *(each for key, each in rest.items() if key not in claimed))


def _join(listed: KnownAlgorithm, dossier: KnownAlgorithm | None) -> KnownAlgorithm:
    if dossier is None:
        return listed
    withdrawn = dossier.outcome == "withdrawn" and listed.outcome in _FROM_WORK
    return listed.model_copy(
        update={
            "process": listed.process or dossier.process,
            "origin": dossier.origin,
            "outcome": dossier.outcome if withdrawn else listed.outcome,
        }
    )


def _tell_outcome(
    registrations: Sequence[Registration], published: Container[str | None]
) -> KnownOutcome:
    """Return whether the entry stands in the register; withdrawn once its code was taken away."""
    codes = [each.lars for each in registrations]
    if not any(codes):
        return "to do"
    if not codes[-1]:
        return "withdrawn"
    return "published" if codes[-1] in published else "delivered"


def find_published(
    listings: Sequence[tuple[str, Sequence[KnownAlgorithm]]],
) -> dict[str, str]:
    """Return by algorithm the quarter since which it has been published, of listings in order.

    Each listing is what was known at the end of its quarter. What was published in the first one
    already was so before, and has no quarter.
    """
    since: dict[str, str | None] = {}
    for place, (quarter, algorithms) in enumerate(listings):
        published = set(_list_published(algorithms))
        since = {each: since.get(each, quarter if place else None) for each in published}
    return {each: quarter for each, quarter in since.items() if quarter}


def _list_published(algorithms: Sequence[KnownAlgorithm]) -> Iterator[str]:
    return (each.id for each in algorithms if each.outcome == "published")
