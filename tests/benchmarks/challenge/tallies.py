"""Count what became of quotes, and how long they took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

from challenge.asking import Question
from extractor.models import Span


@dataclass
class Tally:
    """What became of the quotes of one kind."""

    genuine: bool
    tried: int = 0
    accepted: int = 0
    whole: int = 0
    """Of genuine quotes: found at the right passage, from first to last character."""

    def count(self, question: Question, span: Span | None) -> None:
        """Add one answer."""
        self.tried += 1
        self.accepted += span is not None
        self.whole += question.genuine and question.is_right(span)

    def dump(self) -> dict[str, Any]:
        """Return the counts as JSON values."""
        return vars(self)


@dataclass
class Outcome:
    """The tallies and times of one checker."""

    kinds: dict[str, Tally] = field(default_factory=dict)
    took: dict[bool, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Milliseconds of CPU, of accepted and of refused quotes."""

    def count(self, question: Question, span: Span | None, took: float | None) -> None:
        """Add one answer, with its time where that is measured."""
        tally = self.kinds.setdefault(question.kind, Tally(question.genuine))
        tally.count(question, span)
        if took is not None:
            self.took[span is not None].append(took)

    def dump(self) -> dict[str, Any]:
        """Return all as JSON values."""
        return {
            "kinds": {kind: tally.dump() for kind, tally in self.kinds.items()},
            "milliseconds": {
                "accepted": summarise(self.took[True]),
                "refused": summarise(self.took[False]),
                "all": summarise(self.took[True] + self.took[False]),
            },
        }


def summarise(took: Sequence[float]) -> dict[str, float] | None:
    """Return the median and the 95th percentile; none of fewer than two."""
    if len(took) < 2:
        return None
    return {"median": round(median(took), 2), "p95": round(quantiles(took, n=20)[-1], 2)}
