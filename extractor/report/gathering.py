"""From the store to one state an algorithm, at a moment that does not change afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from extractor.grounds import load_grounds
from extractor.models import Record
from extractor.organisation import OrganisationProfile
from extractor.report.dossiers import DatedDossier, load_dossier
from extractor.report.known import KnownAlgorithm
from extractor.report.periods import end_day
from extractor.report.quality import measure_quality, tell_impact_tests, tell_trail
from extractor.report.services import find_service
from extractor.report.states import LEFT, AlgorithmState, Category, Left, Phase, Status
from extractor.report.timing import measure_minutes
from extractor.standard.catalogue import find_field
from extractor.store import Store

_LEFT_BY_STEP: dict[tuple[str, ...], Left] = {
    ("algorithm",): "no algorithm",
    ("prohibited",): "prohibited practice",
}
_PASSED: tuple[Phase, ...] = ("delivered", "published", "withdrawn")
"""Phases that are told by the register, whatever was decided since."""


class Moment(Record):
    """A reference date, with what the organisation said of itself."""

    day: date
    profile: OrganisationProfile | None = None


def gather_states(
    store: Store, candidates: Sequence[KnownAlgorithm], moment: Moment
) -> tuple[AlgorithmState, ...]:
    """Return the state of each candidate at the end of the day.

    A system that several dossiers name beside their own widens the bandwidth once.
    """
    named = {_fold(each.name) for each in candidates}
    return tuple(_gather(store, candidates, moment, named))


def _gather(
    store: Store, candidates: Iterable[KnownAlgorithm], moment: Moment, named: set[str]
) -> Iterator[AlgorithmState]:
    for candidate in candidates:
        dossier = None
        if candidate.dossier:
            dossier = load_dossier(store, candidate.dossier, end_day(moment.day))
        state = _judge_listed(candidate, dossier, moment)
        if dossier is None:
            yield state
            continue
        others = _list_others(dossier, named)
        named |= others
        yield _judge_dossier(state, dossier, len(others))


def _judge_listed(
    candidate: KnownAlgorithm, dossier: DatedDossier | None, moment: Moment
) -> AlgorithmState:
    """Return what is known of a candidate without looking at its draft."""
    organization = dossier.find_decided("organization") if dossier else None
    said = organization if isinstance(organization, str) else None
    left = next((each for each in LEFT if each == candidate.outcome), None)
    return AlgorithmState(
        id=candidate.id,
        dossier=candidate.dossier,
        service=find_service(moment.profile, candidate, said, moment.day),
        phase=_tell_phase(candidate, dossier),
        left=left,
        ground=_tell_ground(candidate.ground) if left == "not published" else None,
        category=read_category(candidate.category),
        status=read_status(candidate.status),
    )


def _judge_dossier(state: AlgorithmState, dossier: DatedDossier, others: int) -> AlgorithmState:
    """Return the state with what the decisions on its draft say, which go before a list."""
    left = state.left or _LEFT_BY_STEP.get(dossier.find_outcome())
    fewest, most = _span(dossier, others)
    dpia, iama = tell_impact_tests(dossier)
    decided = read_category(dossier.find_decided("publication_category"))
    status = read_status(dossier.find_decided("status"))
    screen = dossier.draft.screen
    made = {}
    if dossier.confirmed:
        made = {
            "quality": measure_quality(dossier),
            "minutes": measure_minutes(dossier.decisions),
            "digest": dossier.digest_entry(),
        }
    return state.model_copy(
        update={
            **made,
            "left": left,
            "category": state.category if decided == "undetermined" else decided,
            "proposed": read_category(screen.category if screen else None),
            "status": state.status if status == "undetermined" else status,
            "fewest": fewest,
            "most": most,
            "withheld": _list_withheld(dossier),
            "dpia": dpia,
            "iama": iama,
            "trail": tell_trail(dossier),
        }
    )


def _tell_phase(candidate: KnownAlgorithm, dossier: DatedDossier | None) -> Phase:
    passed = next((each for each in _PASSED if each == candidate.outcome), None)
    if passed:
        return passed
    if dossier is not None:
        return "confirmed" if dossier.confirmed else "draft"
    if candidate.dossier is None and candidate.outcome in {"draft", "confirmed"}:
        return "draft" if candidate.outcome == "draft" else "confirmed"
    return "not started"


def _span(dossier: DatedDossier, others: int) -> tuple[int, int]:
    """Return how many entries it can be: what a person says, else what the documents leave open."""
    several = dossier.is_several()
    if several is False:
        return 1, 1
    if several:
        return 1, max(2, 1 + others)
    denied = any(each.is_denied for each in dossier.draft.proposals)
    unanswered = denied and not dossier.find_outcome() and not dossier.confirmed
    return (0 if unanswered else 1), 1 + others


def _list_others(dossier: DatedDossier, named: set[str]) -> set[str]:
    """Return the systems beside its own that no other candidate accounts for."""
    if dossier.draft.screen is None or dossier.is_several() is False:
        return set()
    return {_fold(each.name) for each in dossier.draft.screen.others} - named


def _list_withheld(dossier: DatedDossier) -> tuple[str, ...]:
    grounds = {each.ground for each in dossier.standing.values() if each.action == "withhold"}
    return tuple(sorted({_tell_ground(each) for each in grounds}))


def _tell_ground(said: str | None) -> str:
    """Return the key of a ground; what is none of them is another, and its words stay here."""
    return next((each.key for each in load_grounds() if said in {each.key, each.label}), "other")


def read_category(said: object) -> Category:
    """Return the category in the words of the register or as a letter."""
    letters: tuple[Category, ...] = ("A", "B", "C")
    names = dict(zip(find_field("publication_category").choices, letters, strict=True))
    letter = next((each for each in letters if each == said), None)
    return letter or names.get(str(said), "undetermined")


def read_status(said: object) -> Status:
    """Return the status in the words of the register."""
    known: tuple[Status, ...] = ("in development", "in use", "out of use")
    names = dict(zip(find_field("status").choices, known, strict=True))
    return names.get(str(said), "undetermined")


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()
