"""How many planted versions are told to be versions, and how many other pairs are left apart."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markdown import make_table
from planted_families import list_pairs

from extractor.intake.families import find_families


def measure() -> dict[str, Any]:
    """Return per sort of pair how many there are, how many were told so, and what they are."""
    counts: dict[str, Counter[str]] = {}
    for pair in list_pairs():
        families = find_families(pair.documents)
        counted = counts.setdefault(pair.what, Counter())
        counted["pairs"] += 1
        counted["versions"] = int(pair.versions)
        counted["told_versions"] += bool(families.replaced or families.doubts)
    return {"pairs": {what: dict(counted) for what, counted in counts.items()}}


def describe(measured: dict[str, Any]) -> str:
    """Return a row a sort of pair, and the totals."""
    rows = []
    right = wrong = 0
    for what, counted in measured["pairs"].items():
        good = counted["told_versions"] if counted["versions"] else _count_apart(counted)
        right, wrong = right + good, wrong + counted["pairs"] - good
        truth = "versions" if counted["versions"] else "two documents"
        rows.append((what, truth, f"{good} of {counted['pairs']}"))
    rows.append(("**total**", "", f"{right} of {right + wrong}"))
    return make_table(("Pairs of documents", "Are", "Told right"), rows)


def _count_apart(counted: dict[str, int]) -> int:
    return counted["pairs"] - counted["told_versions"]
