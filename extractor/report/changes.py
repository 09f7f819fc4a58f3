"""What is different between two reference dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.report.figures import Changes
from extractor.report.states import AlgorithmState

Before = Mapping[str, AlgorithmState]


def count_changes(before: Before, states: Sequence[AlgorithmState]) -> Changes:
    """Return how many algorithms are new, changed, withdrawn or dropped since then."""
    return Changes(
        new=sum(each.id not in before and each.left is None for each in states),
        changed=sum(_is_changed(before.get(each.id), each) for each in states),
        withdrawn=sum(_is_withdrawn(before.get(each.id), each) for each in states),
        dropped=sum(_is_dropped(before.get(each.id), each) for each in states),
    )


def _is_changed(before: AlgorithmState | None, now: AlgorithmState) -> bool:
    """Return whether an entry that was confirmed then is confirmed otherwise, or open again."""
    if before is None or before.left or now.left or "withdrawn" in {before.phase, now.phase}:
        return False
    return before.digest is not None and before.digest != now.digest


def _is_withdrawn(before: AlgorithmState | None, now: AlgorithmState) -> bool:
    return now.phase == "withdrawn" and (before is None or before.phase != "withdrawn")


def _is_dropped(before: AlgorithmState | None, now: AlgorithmState) -> bool:
    return now.left is not None and before is not None and before.left is None
