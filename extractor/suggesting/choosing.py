"""The passages most worth reading for each field that a drafter left empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.checks.addresses import looks_personal
from extractor.drafting.offline.rules import load_rules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.facts import find_dates
from extractor.facts.addresses import find_addresses
from extractor.locators import cite_span
from extractor.models import Citation, Dossier, Proposal, Reading
from extractor.relevance import RelevanceIndex
from extractor.standard.catalogue import find_field
from extractor.suggesting.passages import Passage, list_passages

MOST = 5
_PRIMARY, _SUPPORTING = 1.0, 0.3
"""What the question above counts for, beside a relevance of at most 1."""
_SAME = 0.8
"""Of the words of two passages: from here on reading both is a waste."""


@dataclass(frozen=True)
class _Need:
    """What a passage must show before it is suggested for a kind of field."""

    shared: int = 2
    """Different words of the field, its heading's included, where no question above feeds it."""
    holds: Callable[[str], bool] = bool
    """What a value of the field is made of, whatever else the passage says."""


def _holds_web_address(text: str) -> bool:
    return any("@" not in address.place for address in find_addresses(text))


def _holds_open_address(text: str) -> bool:
    return any(not looks_personal(address.place) for address in find_addresses(text))


_NEEDS: Mapping[str, _Need] = {
    "month": _Need(holds=lambda text: bool(find_dates(text))),
    "contact": _Need(shared=1, holds=_holds_open_address),
    "link": _Need(shared=1, holds=_holds_web_address),
}
"""An address tells so much that one word beside it is enough."""


def add_suggestions(
    dossier: Dossier, proposals: Sequence[Proposal], readings: Mapping[str, Reading]
) -> tuple[Proposal, ...]:
    """Return the proposals, those without a value with at most five passages to read.

    Only what may be quoted is suggested, best first: the organisation's own words before those of
    others, then under a question that feeds the field, then by its words. Where a document says
    that there is no value, or no algorithm, nothing is.
    """
    if not any(map(_is_empty, proposals)):
        return tuple(proposals)
    passages = list_passages(dossier, readings)
    index = RelevanceIndex([passage.headed for passage in passages])
    return tuple(
        proposal.model_copy(update={"suggestions": _suggest(proposal.field, passages, index)})
        if _is_empty(proposal)
        else proposal
        for proposal in proposals
    )


def _is_empty(proposal: Proposal) -> bool:
    stated = proposal.absent is not None and proposal.absent.kind == "stated"
    given = proposal.claims or proposal.alternatives
    return not given and not stated and find_field(proposal.field).decided_by_person


def _suggest(
    field: str, passages: Sequence[Passage], index: RelevanceIndex
) -> tuple[Citation, ...]:
    need = _NEEDS.get(find_field(field).kind, _Need())
    scores, shared = index.rank(field), index.count_shared(field)
    most = max(scores, default=0.0) or 1.0
    found = [
        (not _is_told_by_others(passage), place + score / most, passage)
        for passage, score, words in zip(passages, scores, shared, strict=True)
        if words >= _count_needed(place := _weigh_place(field, passage), need)
        if need.holds(passage.text)
    ]
    # Sorting keeps reading order where nothing else tells two passages apart.
    best = sorted(found, key=lambda each: each[:2], reverse=True)
    return tuple(
        cite_span(passage.reading, passage.span)
        for passage in _take_different(each[2] for each in best)
    )


def _count_needed(place: float, need: _Need) -> int:
    """Return how many words of the field make a passage relevant: fewer in a fitting place."""
    if place == _PRIMARY:
        return 0
    return 1 if place else need.shared


def _is_told_by_others(passage: Passage) -> bool:
    """Return whether a supplier, an adviser or a policy says it, or is said to say it."""
    return not passage.is_own or matches_any(load_rules().fitness.others, passage.text)


def _weigh_place(field: str, passage: Passage) -> float:
    """Return what the questions above a passage count for."""
    if any(answer.feeds(field, primary=True) for answer in passage.answers):
        return _PRIMARY
    supports = any(answer.feeds(field, primary=False) for answer in passage.answers)
    return _SUPPORTING if supports else 0.0


def _take_different(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the first passages that each say something else."""
    taken: list[Passage] = []
    for passage in passages:
        if len(taken) == MOST:
            return
        if not any(_says_same(passage, other) for other in taken):
            taken.append(passage)
            yield passage


def _says_same(one: Passage, other: Passage) -> bool:
    return len(one.words & other.words) >= _SAME * len(one.words | other.words)
