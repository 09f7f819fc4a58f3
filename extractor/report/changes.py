"""What is different between two reference dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.report.figures import Changes
from extractor.report.states import AlgorithmState

Before = Mapping[str, AlgorithmState]
"""The states at the earlier date, by id and by dossier."""


def count_changes(before: Before, states: Sequence[AlgorithmState]) -> Changes:
    """Return how many algorithms are new, changed, withdrawn or dropped since then."""
    pairs = [(_find(before, each), each) for each in states]
    return Changes(
        new=sum(was is None and now.left is None for was, now in pairs),
        changed=sum(_is_changed(was, now) for was, now in pairs),
        withdrawn=sum(_is_withdrawn(was, now) for was, now in pairs),
        dropped=sum(_is_dropped(was, now) for was, now in pairs),
    )


def _find(before: Before, now: AlgorithmState) -> AlgorithmState | None:
    return before.get(now.id) or before.get(now.dossier or "")


def _is_changed(before: AlgorithmState | None, now: AlgorithmState) -> bool:
    """Return whether an entry that was confirmed then is confirmed otherwise, or open again."""
    if before is None or before.left or now.left or "withdrawn" in {before.phase, now.phase}:
        return False
    return before.digest is not None and before.digest != now.digest


def _is_withdrawn(before: AlgorithmState | None, now: AlgorithmState) -> bool:
    return now.phase == "withdrawn" and (before is None or before.phase != "withdrawn")


def _is_dropped(before: AlgorithmState | None, now: AlgorithmState) -> bool:
    return now.left is not None and before is not None and before.left is None
