"""All that a report counts, out of the store: the states, the targets, and what was before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from extractor.models import Record
from extractor.report.counting import count_figures
from extractor.report.figures import Figures, PerQuarter
from extractor.report.gathering import Moment, gather_states
from extractor.report.known import KnownAlgorithm, find_published
from extractor.report.periods import end_day, find_last_day, list_quarters, name_quarter
from extractor.report.states import AlgorithmState
from extractor.store import Store

ListKnown = Callable[[datetime], Sequence[KnownAlgorithm]]
"""Returns the algorithms that were known at a moment, each as far as it was then."""

FEWEST_QUARTERS, MOST_QUARTERS = 8, 40
"""For so many quarters it is counted what was published in each."""


class Question(Record):
    """Which figures are asked for."""

    as_of: date
    since: date | None = None
    targets: Mapping[str, PerQuarter] = {}


def collect_figures(store: Store, list_at: ListKnown, asked: Question) -> Figures:
    """Return the figures at the reference date; what is added afterwards changes none of them."""
    published = _date_publications(list_at, asked)
    states = [
        each.model_copy(update={"published_in": published.get(each.id)})
        for each in _gather(store, list_at, asked.as_of)
    ]
    if asked.since is None:
        return count_figures(asked.as_of, states, asked.targets)
    before = _gather(store, list_at, asked.since)
    return count_figures(asked.as_of, states, asked.targets, (asked.since, before))


def _gather(store: Store, list_at: ListKnown, day: date) -> tuple[AlgorithmState, ...]:
    moment = Moment(day=day, profile=store.get_profile_until(end_day(day)))
    return gather_states(store, list_at(end_day(day)), moment)


def _date_publications(list_at: ListKnown, asked: Question) -> dict[str, str]:
    """Return by candidate the quarter since which it has been published."""
    quarters = list_quarters(asked.as_of, _count_quarters(asked))
    ends = (min(find_last_day(each), asked.as_of) for each in quarters)
    listings = [(each, list_at(end_day(end))) for each, end in zip(quarters, ends, strict=True)]
    return find_published(listings)


def _count_quarters(asked: Question) -> int:
    """Return how many quarters to look back, the one before the first target included."""
    planned = [each for quarters in asked.targets.values() for each in quarters]
    first = min(planned, default=name_quarter(asked.as_of))
    back = (asked.as_of.year - int(first[:4])) * 4 + 5
    return min(max(FEWEST_QUARTERS, back), MOST_QUARTERS)
