"""How many planted texts each rule on text finds, and of how many lookalikes it speaks."""

from __future__ import annotations

from typing import Any

from markdown import make_table
from planted_texts import HALVES, is_found, list_found, list_texts


def measure() -> dict[str, Any]:
    """Return per rule and half how many texts were found, and how many lookalikes were too."""
    counts: dict[str, dict[str, dict[str, int]]] = {}
    for half in HALVES:
        for each in list_texts(half):
            empty = {"planted": 0, "found": 0, "lookalikes": 0, "false": 0}
            count = counts.setdefault(each.rule, {}).setdefault(half, empty)
            if each.words is None:
                count["lookalikes"] += 1
                count["false"] += bool(list_found(each))
            else:
                count["planted"] += 1
                count["found"] += is_found(each)
    return counts


def describe(measured: dict[str, Any]) -> str:
    """Return a row a rule, with both halves."""
    rows = [
        (
            f"`{rule}`",
            *(f"{half['found']} of {half['planted']}" for half in halves.values()),
            *(f"{half['false']} of {half['lookalikes']}" for half in halves.values()),
        )
        for rule, halves in measured.items()
    ]
    head = ("Rule", "Found", "Found, held out", "False", "False, held out")
    return make_table(head, rows)
