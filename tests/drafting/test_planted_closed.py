"""Closed fields take from a passage what a person would, and nothing from what looks like it."""

from __future__ import annotations

import pytest
from planted_closed import HALVES, Judged, judge_closed

MENDED = ("building", "later")
"""What the rules were mended on."""
LEAST_RIGHT = 0.9
"""Of the values and silences of each of those."""
LEAST_RIGHT_UNSEEN = 0.75
MOST_WRONG_UNSEEN = 0.02
"""Of the half that was set apart: 73 right and 3 wrong of 114 before, 94 and 1 after."""
FEWEST = 150
"""Fields to judge that are planted in all."""


@pytest.fixture(params=MENDED, scope="module")
def judged(request: pytest.FixtureRequest) -> list[Judged]:
    """Return the verdicts on one of the sets."""
    return list(judge_closed(request.param))


def test_no_value_is_wrong(judged: list[Judged]) -> None:
    """A plan, a condition, a predecessor, another system or another party gives no value."""
    assert [each for each in judged if each.verdict == "wrong"] == []


def test_what_passages_say_is_mostly_found(judged: list[Judged]) -> None:
    """Silence is not bought with abstaining."""
    right = [each for each in judged if each.verdict == "right"]

    assert len(right) >= LEAST_RIGHT * len(judged)


def test_what_was_set_apart_is_hardly_misread() -> None:
    """A wrong value is worse than a missing one."""
    verdicts = [each.verdict for each in judge_closed("held_out")]

    assert verdicts.count("wrong") <= MOST_WRONG_UNSEEN * len(verdicts)
    assert verdicts.count("right") >= LEAST_RIGHT_UNSEEN * len(verdicts)


def test_what_was_set_apart_holds_nothing_that_the_others_hold() -> None:
    """The half that counts for unseen documents shares no case with those looked at."""
    names = {half: {each.case for each in judge_closed(half)} for half in HALVES}

    assert names["held_out"].isdisjoint(names["building"] | names["later"])
    assert sum(len(list(judge_closed(half))) for half in HALVES) >= FEWEST
