"""How long reviewers were at an entry, told from the moments of their decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import quantiles

from extractor.models import Decision, Record

LONGEST_GAP = timedelta(minutes=10)
"""Between two decisions; after a longer one somebody was at something else."""

FEWEST_ENTRIES = 5
"""So many confirmed entries tell what the next one takes."""


class WorkRange(Record):
    """What an entry takes, in minutes: the middle one, and the middle half of all."""

    lower: float
    median: float
    upper: float


def measure_minutes(decisions: Iterable[Decision]) -> int | None:
    """Return the minutes between successive decisions of one person, long gaps left out.

    None where no two decisions follow each other closely, so that nothing can be told.
    """
    moments: dict[str, list[datetime]] = {}
    for each in decisions:
        moments.setdefault(each.reviewer, []).append(each.decided_at)
    gaps = [
        later - earlier for each in moments.values() for earlier, later in pairwise(sorted(each))
    ]
    spent = sum((gap for gap in gaps if gap <= LONGEST_GAP), timedelta())
    return -(-spent // timedelta(minutes=1)) if spent else None


def tell_range(minutes: Sequence[int]) -> WorkRange | None:
    """Return what an entry takes; none with too few entries to tell."""
    if len(minutes) < FEWEST_ENTRIES:
        return None
    lower, median, upper = quantiles(minutes, n=4, method="inclusive")
    return WorkRange(lower=lower, median=median, upper=upper)
