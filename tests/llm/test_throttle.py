"""Fewer requests in flight when an endpoint is busy, and slowly more when it answers."""

from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from extractor.llm.throttle import Throttle


def test_trouble_halves_and_rounds_that_go_well_add_one() -> None:
    """From eight to four; four answers later five."""
    throttle = Throttle(8, clock=lambda: 0.0)

    throttle.slow_down(3.0)
    assert (throttle.limit, throttle.measure_pause()) == (4, 3.0)
    for _ in range(5):
        throttle.speed_up()

    assert throttle.limit == 5


@given(st.lists(st.booleans(), max_size=200), st.integers(min_value=-3, max_value=64))
def test_the_limit_stays_between_one_and_the_most(outcomes: list[bool], most: int) -> None:
    """Whatever happens, somebody may ask and never too many."""
    throttle = Throttle(most)
    for good in outcomes:
        if good:
            throttle.speed_up()
        else:
            throttle.slow_down(0.0)

        assert 1 <= throttle.limit <= max(1, most)


def test_no_more_are_in_flight_than_the_limit() -> None:
    """A third waits until one of two is done."""
    throttle = Throttle(2)
    inside, go_on = threading.Semaphore(0), threading.Event()

    def ask() -> None:
        with throttle.hold():
            inside.release()
            go_on.wait(10)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert inside.acquire(timeout=10)
    assert inside.acquire(timeout=10)
    assert not inside.acquire(timeout=0.1)
    go_on.set()

    assert inside.acquire(timeout=10)
    for thread in threads:
        thread.join(10)
