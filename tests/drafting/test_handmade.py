"""Hand-made documents are read as what they are, however their titles are printed."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from handmade_counts import Outcome, count_outcomes

HALVES = ("seen", "held_out", "later")


@cache
def count(half: str) -> tuple[Counter[str], Counter[str], list[Outcome]]:
    """Return what became of one set, counted once."""
    return count_outcomes(half)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", ["instrument", "never", "sent"])
def test_none_of_these_comes_out_wrong(half: str, kind: str) -> None:
    """The questionnaire is told, and nothing that is no answer is drafted or sent."""
    planted, _, wrong = count(half)

    assert planted[kind] > 10
    assert [each.where for each in wrong if each.kind == kind] == []


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize(("kind", "lost"), [("answer", 3), ("open", 2)])
def test_few_of_these_are_lost(half: str, kind: str, lost: int) -> None:
    """Answers keep their question; gaps are shown, but `<name>` is a tag in Markdown."""
    planted, right, wrong = count(half)

    assert planted[kind] > 10
    assert planted[kind] - right[kind] <= lost, [e.where for e in wrong if e.kind == kind]
