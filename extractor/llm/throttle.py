"""How many requests are in flight at an endpoint: fewer when it says it is busy, slowly more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Throttle:
    """Lets so many through at a time; shared by the threads that ask one endpoint.

    Like TCP it halves on trouble and grows by one for each round that went well.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = max(1, most)
        self._limit = float(self._most)
        self._in_flight = 0
        self._open_at = 0.0
        self._clock = clock
        self._changed = threading.Condition()

    @property
    def limit(self) -> int:
        """Return how many may be in flight now."""
        return int(self._limit)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Wait for room, and give it back afterwards."""
        with self._changed:
            self._changed.wait_for(lambda: self._in_flight < int(self._limit))
            self._in_flight += 1
        try:
            yield
        finally:
            with self._changed:
                self._in_flight -= 1
                self._changed.notify_all()

    def slow_down(self, pause: float) -> None:
        """Let half as many through, and nobody for so many seconds."""
        with self._changed:
            self._limit = max(1.0, self._limit / 2)
            self._open_at = max(self._open_at, self._clock() + pause)

    def speed_up(self) -> None:
        """Let a little more through, up to the most."""
        with self._changed:
            self._limit = min(float(self._most), self._limit + 1 / self._limit)
            self._changed.notify_all()

    def measure_pause(self) -> float:
        """Return how many seconds nobody may ask yet."""
        with self._changed:
            return max(0.0, self._open_at - self._clock())
