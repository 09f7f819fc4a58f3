"""Count the states of algorithms: from one record an algorithm to figures per service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from extractor.report.changes import count_changes
from extractor.report.figures import (
    Bandwidth,
    Figures,
    PerQuarter,
    QualityFigures,
    ServiceFigures,
    TrailFigures,
    drop_nothing,
)
from extractor.report.states import UNSTARTED, AlgorithmState, Category

Key = TypeVar("Key", bound=str)
States = Sequence[AlgorithmState]


def count_figures(
    as_of: date,
    states: States,
    targets: Mapping[str, PerQuarter],
    earlier: tuple[date, States] | None = None,
) -> Figures:
    """Return the figures at the reference date, beside those of an earlier one where given.

    A service with targets alone counts too.
    """
    since, before = earlier or (None, ())
    names = {each.service for each in (*states, *before)} | set(targets)
    known = {key: each for each in before for key in (each.id, each.dossier) if key}
    services = []
    for name in sorted(names):
        own = [each for each in states if each.service == name]
        counted = count_service(name, own)
        services.append(
            counted.model_copy(
                update={
                    "targets": _sort(targets.get(name, {})),
                    "before": _tally(
                        each.phase for each in before if each.service == name and not each.left
                    ),
                    "changes": count_changes(known, own) if since else None,
                }
            )
        )
    return Figures(as_of=as_of, since=since, services=tuple(services))


def count_service(name: str, states: States) -> ServiceFigures:
    """Return the counts of the algorithms of one service at the reference date."""
    included = [each for each in states if each.left is None]
    drafted = [each.trail.drafted_on for each in states if each.trail]
    return ServiceFigures(
        service=name,
        progress=_cross((each.category, each.phase) for each in included),
        left=_tally(each.left for each in states if each.left),
        grounds=_tally(each.ground for each in states if each.left and each.ground),
        partly=sum(bool(each.withheld) for each in included),
        withheld=_tally(ground for each in included for ground in each.withheld),
        proposed=_tally(e.proposed for e in included if e.category == "undetermined"),
        statuses=_tally(each.status for each in included),
        dpia=_tally(each.dpia for each in included),
        iama=_tally(each.iama for each in included),
        bandwidth=_span(included),
        quality=_count_quality(included),
        trail=_count_trails(states),
        drafted_from=min(drafted, default=None),
        drafted_until=max(drafted, default=None),
        minutes=tuple(sorted(e.minutes for e in included if e.minutes is not None)),
        published=_count_published(included),
    )


def _tally(keys: Iterable[Key]) -> dict[Key, int]:
    counted = Counter(keys)
    return drop_nothing((key, counted[key]) for key in sorted(counted))


def _sort(targets: PerQuarter) -> PerQuarter:
    return {quarter: dict(sorted(targets[quarter].items())) for quarter in sorted(targets)}


def _cross(pairs: Iterable[tuple[str, Key]]) -> dict[str, dict[Key, int]]:
    listed = list(pairs)
    return {
        first: _tally(second for each, second in listed if each == first)
        for first in sorted({each for each, _ in listed})
    }


def _count_published(states: States) -> dict[str, dict[Category, int]]:
    return _cross(
        (each.published_in, each.category)
        for each in states
        if each.published_in and each.phase == "published"
    )


def _span(states: States) -> Bandwidth:
    rest = [each for each in states if each.phase in UNSTARTED]
    states = [each for each in states if each.phase != "withdrawn"]
    return Bandwidth(
        waiting=sum(each.fewest != each.most for each in states),
        fewest=sum(each.fewest for each in states),
        most=sum(each.most for each in states),
        open_fewest=sum(each.fewest for each in rest),
        open_most=sum(each.most for each in rest),
    )


def _count_quality(states: States) -> QualityFigures:
    known = [each.quality for each in states if each.quality]
    return QualityFigures(
        entries=len(known),
        complete=sum(each.filled == each.shown for each in known),
        filled=sum(each.filled for each in known),
        shown=sum(each.shown for each in known),
        passed=sum(each.passed for each in known),
        asked=sum(each.asked for each in known),
    )


def _count_trails(states: States) -> TrailFigures:
    known = [each.trail for each in states if each.trail]
    return TrailFigures(
        drafts=len(known),
        unreviewed=sum(not each.reviewed for each in known),
        unread=sum(each.unread for each in known),
        pages_unread=sum(each.pages_unread for each in known),
        decisions=sum(each.decisions for each in known),
        unchecked=sum(each.unchecked for each in known),
    )
