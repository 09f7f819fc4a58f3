"""How many planted facts the checks catch, and how often they speak of a true claim."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markdown import make_table
from planted import HALVES, Case, check_case, is_caught, list_cases, list_gold

COLUMNS = ("Planted", "Caught, while building", "Caught, set apart")


def measure() -> dict[str, Any]:
    """Return per half the planted facts caught by kind, and the true claims spoken of.

    The facts of the gold files count as true claims with their own evidence as citations.
    """
    halves = {half: count_half([*list_cases(half)]) for half in HALVES}
    return {**halves, "gold": count_half([*list_gold()])}


def count_half(cases: list[Case]) -> dict[str, Any]:
    """Return the counts over these cases."""
    planted: Counter[str] = Counter(case.kind for case in cases if case.kind)
    caught = Counter(case.kind for case in cases if case.kind and is_caught(case, check_case(case)))
    true = [case for case in cases if case.kind is None]
    return {
        "planted": dict(planted),
        "caught": {kind: caught[kind] for kind in planted},
        "true": len(true),
        "false_alarms": sum(bool(check_case(case)) for case in true),
    }


def describe(measured: dict[str, Any]) -> str:
    """Return a row a kind of fact, and how many true claims were spoken of."""
    kinds = list(dict.fromkeys(kind for half in HALVES for kind in measured[half]["planted"]))
    rows = [
        [kind.replace("_", " "), *(write_caught(measured[h], [kind]) for h in HALVES)]
        for kind in kinds
    ]
    rows.append(["**all**", *(write_caught(measured[half], kinds) for half in HALVES)])
    rows.append(["false alarms on true claims", *(write_false(measured[half]) for half in HALVES)])
    spoken = write_false(measured["gold"])
    gold = f"Of the gold facts, held against their own evidence, {spoken} were spoken of."
    return f"{make_table(COLUMNS, rows)}\n\n{gold}"


def write_caught(counts: dict[str, Any], kinds: list[str]) -> str:
    """Return how many of the facts of these kinds were caught."""
    caught, planted = (
        sum(counts[name].get(kind, 0) for kind in kinds) for name in ("caught", "planted")
    )
    return f"{caught} of {planted}"


def write_false(counts: dict[str, Any]) -> str:
    """Return how many of the true claims were spoken of."""
    return f"{counts['false_alarms']} of {counts['true']}"
