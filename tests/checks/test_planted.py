"""Facts that citations do not carry are reported, true claims are not spoken of."""

from __future__ import annotations

import pytest
from planted import Case, check_case, is_caught, list_cases, list_gold

SEEN = list(list_cases("seen"))
HELD_OUT = list(list_cases("held_out"))
LEAST_CAUGHT = 0.94
"""Of the planted facts in the half that the checks were not made with: 74 of 78 at first count."""
MOST_FALSE = 0.05


def name_case(case: Case) -> str:
    """Return the claim, to name its test."""
    return case.claim


@pytest.mark.parametrize("case", [case for case in SEEN if case.kind], ids=name_case)
def test_a_planted_fact_is_reported_and_named(case: Case) -> None:
    """By the rule of its kind, with the severity that was agreed beforehand."""
    assert is_caught(case, check_case(case))


@pytest.mark.parametrize("case", [case for case in SEEN if not case.kind], ids=name_case)
def test_a_true_claim_is_not_spoken_of(case: Case) -> None:
    """Other words for the same are no reason to speak."""
    assert check_case(case) == []


def test_facts_planted_apart_are_mostly_reported() -> None:
    """The half that was set apart before there were checks holds them to their word."""
    planted = [case for case in HELD_OUT if case.kind]

    assert sum(is_caught(c, check_case(c)) for c in planted) >= LEAST_CAUGHT * len(planted)


def test_true_claims_set_apart_are_seldom_spoken_of() -> None:
    """At most five of a hundred: who is warned for nothing stops reading."""
    true = [case for case in HELD_OUT if not case.kind]

    assert sum(bool(check_case(case)) for case in true) <= MOST_FALSE * len(true)


def test_gold_facts_are_seldom_spoken_of() -> None:
    """Where they are, their quotes are shorter than the fact: a number or a law is not in them."""
    facts = list(list_gold())

    assert len(facts) > 200
    assert sum(bool(check_case(case)) for case in facts) <= MOST_FALSE * len(facts)


def test_both_halves_are_large_enough() -> None:
    """Together at least 150 planted and 150 true claims."""
    cases = [*SEEN, *HELD_OUT]

    assert sum(case.kind is not None for case in cases) >= 150
    assert sum(case.kind is None for case in cases) >= 150
