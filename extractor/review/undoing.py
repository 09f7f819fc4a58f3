"""Go back step by step: what stood before a decision, and before that."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.models import Decision


def list_steps(decisions: Iterable[Decision], subject: str) -> tuple[Decision, ...]:
    """Return the decisions on the subject that were not undone, in the order they were taken.

    What an undoing brought back is the decision from before, not the undoing.
    """
    steps: list[Decision] = []
    for decision in decisions:
        if decision.subject != subject:
            continue
        if decision.undoes is None:
            steps.append(decision)
        elif steps:
            steps.pop()
    return tuple(steps)
