"""No question is asked that would go over a limit, whoever else is asking at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from extractor.drafting.llm.spending import SPENT_COST, SPENT_TOKENS, Limits, Prices, Purse
from extractor.models import Tokens

EXPECTED = Tokens(prompt=80, completion=20)


def test_without_a_limit_everything_may_be_asked() -> None:
    """And it is counted."""
    purse = Purse()

    assert purse.reserve(EXPECTED) is None
    purse.settle(EXPECTED, Tokens(prompt=70, completion=10, cached=50))

    assert purse.spent == Tokens(prompt=70, completion=10, cached=50)


def test_what_is_in_flight_counts_until_it_is_settled() -> None:
    """A question that took less leaves room for another."""
    purse = Purse(Limits(tokens=250))

    assert purse.reserve(EXPECTED) is None
    purse.settle(EXPECTED, Tokens(prompt=20, completion=5))
    assert purse.reserve(EXPECTED) is None
    assert purse.reserve(EXPECTED) is None
    assert purse.reserve(EXPECTED) == SPENT_TOKENS


def test_a_limit_that_was_reached_stays_reached() -> None:
    """A smaller question does not slip through."""
    purse = Purse(Limits(cost=0.5), Prices(read=1000.0))

    assert purse.reserve(Tokens(prompt=600)) == SPENT_COST
    assert purse.reserve(Tokens(prompt=1)) == SPENT_COST
    assert purse.refusal == SPENT_COST


@given(st.integers(0, 2000), st.lists(st.integers(0, 100), max_size=40))
def test_many_at_once_never_go_over_the_limit(limit: int, sizes: list[int]) -> None:
    """Where no question takes more than expected."""
    purse = Purse(Limits(tokens=limit))

    def ask(size: int) -> None:
        held = Tokens(prompt=size)
        if purse.reserve(held) is None:
            purse.settle(held, held)

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(ask, sizes))

    assert purse.spent.prompt <= limit
