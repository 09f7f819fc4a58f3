"""What the closed fields take from planted passages, beside what a person took from them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markdown import make_table
from planted_closed import HALVES, count_closed

from extractor.standard.catalogue import load_fields

HALF_NAMES = ("while building", "written later, mended once", "set apart")
COLUMNS = ("Field", *(f"Right / wrong / missing, {name}" for name in HALF_NAMES))
VERDICTS = ("right", "wrong", "missing")


def measure() -> dict[str, Any]:
    """Return per half and field how often all values were right, one was wrong, one was missing."""
    return {
        half: {field: dict(counts) for field, counts in count_closed(half).items()}
        for half in HALVES
    }


def describe(measured: dict[str, Any]) -> str:
    """Return a row a field, in the order of the register, and the totals."""
    planted = {field for half in HALVES for field in measured[half]}
    fields = [field.key for field in load_fields() if field.key in planted]
    rows = [
        [f"`{field}`", *(write_counts([measured[half].get(field, {})]) for half in HALVES)]
        for field in fields
    ]
    totals = [write_counts([*measured[half].values()]) for half in HALVES]
    return make_table(COLUMNS, [*rows, ["**all**", *totals]])


def write_counts(counts: list[dict[str, int]]) -> str:
    """Return the verdicts over these fields."""
    total = sum((Counter(each) for each in counts), Counter[str]())
    return " / ".join(str(total[verdict]) for verdict in VERDICTS) if total else "–"
