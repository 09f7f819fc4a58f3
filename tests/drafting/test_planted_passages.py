"""Planted passages stand in the fields they belong to; what may not be offered is not."""

from __future__ import annotations

import pytest
from planted_passages import PlantedCounts, count_planted

HALVES = ["seen", "held_out"]
LEAST_FOUND = 0.9
"""Of the places passages belong in: at first count 48 of 51, and 51 of 52 of the other half."""
MOST_MISPLACED = 0.05
"""Of the places passages were given: 2 of 62, and none of 57."""


@pytest.fixture(params=HALVES, scope="module")
def counts(request: pytest.FixtureRequest) -> PlantedCounts:
    """Return the counts of a half."""
    return count_planted(request.param)


def test_most_passages_stand_where_they_belong(counts: PlantedCounts) -> None:
    """Also in documents that follow no questionnaire."""
    assert counts.found >= LEAST_FOUND * counts.wanted, counts.missed


def test_few_passages_stand_elsewhere(counts: PlantedCounts) -> None:
    """A reviewer who meets strange sentences stops reading."""
    assert len(counts.misplaced) <= MOST_MISPLACED * counts.placed, counts.misplaced


def test_what_may_not_be_published_is_never_offered(counts: PlantedCounts) -> None:
    """Thresholds, ways of access, names, plans, other people's words and other systems."""
    assert counts.offered == ()


def test_enough_is_planted() -> None:
    """Together at least 120 passages."""
    assert sum(count_planted(half).passages for half in HALVES) >= 120
