"""How long reviewers were at an entry."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from extractor.models import Decision
from extractor.report.timing import measure_minutes, tell_range

NINE = datetime(2026, 5, 4, 9, tzinfo=UTC)


def decide(minute: float, reviewer: str = "A") -> Decision:
    """Return a decision so many minutes after nine."""
    return Decision(
        id=f"{reviewer}{minute}",
        dossier="d",
        draft="c",
        subject="goal",
        action="empty",
        reviewer=reviewer,
        decided_at=NINE + timedelta(minutes=minute),
    )


@pytest.mark.parametrize(
    ("minutes", "took"),
    [
        ([0, 3, 5], 5),
        ([0, 3, 14, 16], 5),
        ([0, 10], 10),
        ([0, 10.5], None),
        ([0, 0.5], 1),
        ([0, 0, 0], None),
        ([5], None),
        ([], None),
    ],
)
def test_long_gaps_are_left_out(minutes: list[float], took: int | None) -> None:
    """More than ten minutes is something else; one moment tells nothing."""
    assert measure_minutes(map(decide, minutes)) == took


def test_each_person_has_a_clock_of_their_own() -> None:
    """Two people at one dossier are both counted, and not each other's pauses."""
    assert measure_minutes([decide(0), decide(1, "B"), decide(4), decide(3, "B")]) == 6


def test_few_entries_tell_nothing() -> None:
    """From five on there is a middle half."""
    assert tell_range([10, 20, 30, 40]) is None
    taken = tell_range([10, 20, 30, 40, 50])
    assert taken is not None
    assert (taken.lower, taken.median, taken.upper) == (20, 30, 40)
