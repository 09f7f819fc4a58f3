"""What asking costs, and where it stops: limits on tokens and money over all dossiers together."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from extractor.errors import DraftingStopped
from extractor.models import Tokens

_MILLION = 1_000_000
SPENT_TOKENS = "de grens van --max-tokens is bereikt"
SPENT_COST = "de grens van --max-cost is bereikt"


@dataclass(frozen=True)
class Prices:
    """What an endpoint asks for a million tokens, in its own currency."""

    read: float = 0.0
    written: float = 0.0

    def count(self, tokens: Tokens) -> float:
        """Return what these tokens cost; what was cached is counted in full."""
        return (tokens.prompt * self.read + tokens.completion * self.written) / _MILLION


@dataclass(frozen=True)
class Limits:
    """How much may be spent; no limit where there is none."""

    tokens: int | None = None
    cost: float | None = None


class Purse:
    """Keeps what was spent, and what the questions in flight may still take."""

    def __init__(
        self, limits: Limits | None = None, prices: Prices | None = None, most: int | None = None
    ) -> None:
        """Let at most so many questions be on their way at once, until their answers are kept."""
        self.prices = prices or Prices()
        self._places: AbstractContextManager[object] = (
            threading.BoundedSemaphore(most) if most else nullcontext()
        )
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._spent = Tokens()
        self._in_flight = Tokens()
        self._refusal: str | None = None
        self._is_stopped = False
        self._settled = 0

    @property
    def refusal(self) -> str | None:
        """Return which limit stopped a question; none as long as none did."""
        return self._refusal

    @property
    def spent(self) -> Tokens:
        """Return the tokens taken so far."""
        return self._spent

    @property
    def settled(self) -> int:
        """Return how many questions were asked and are done."""
        return self._settled

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Wait for a place among the questions on their way, and give it back afterwards."""
        with self._places:
            yield

    def stop(self) -> None:
        """Let no other question be asked: each raises `DraftingStopped`."""
        self._is_stopped = True

    def reserve(self, expected: Tokens) -> str | None:
        """Set aside what a question is expected to take; return why it may not be asked.

        Once a limit stopped one question it stops all that follow, also smaller ones.
        """
        if self._is_stopped:
            raise DraftingStopped
        with self._lock:
            whole = self._spent + self._in_flight + expected
            self._refusal = self._refusal or self._find_refusal(whole)
            if self._refusal is None:
                self._in_flight = self._in_flight + expected
            return self._refusal

    def settle(self, expected: Tokens, taken: Tokens) -> None:
        """Count what a question really took in the place of what was expected."""
        with self._lock:
            self._in_flight = Tokens(
                prompt=self._in_flight.prompt - expected.prompt,
                completion=self._in_flight.completion - expected.completion,
            )
            self._spent = self._spent + taken
            self._settled += 1

    def _find_refusal(self, whole: Tokens) -> str | None:
        tokens, cost = self._limits.tokens, self._limits.cost
        if tokens is not None and whole.prompt + whole.completion > tokens:
            return SPENT_TOKENS
        if cost is not None and self.prices.count(whole) > cost:
            return SPENT_COST
        return None
