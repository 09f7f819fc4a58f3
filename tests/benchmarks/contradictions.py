"""How many planted contradictions are reported, and how often lookalikes are, topic by topic."""

from __future__ import annotations

from typing import Any

from markdown import make_table
from planted_contradictions import PARTS, Pair, find_in, is_false, is_found, list_pairs

COLUMNS = (
    "Topic",
    "Found, while building",
    "Found, set apart, mended once",
    "Found, set apart",
    "False, while building",
    "False, set apart, mended once",
    "False, set apart",
)


def measure() -> dict[str, Any]:
    """Return per part and topic the planted contradictions found and the lookalikes reported."""
    return {part: count_part([*list_pairs(part)]) for part in PARTS}


def count_part(pairs: list[Pair]) -> dict[str, dict[str, int]]:
    """Return the counts of a part by topic."""
    counts: dict[str, dict[str, int]] = {}
    for pair in pairs:
        row = counts.setdefault(pair.topic, {"planted": 0, "found": 0, "lookalikes": 0, "false": 0})
        if pair.sides:
            row["planted"] += 1
            row["found"] += is_found(pair, find_in(pair))
        else:
            row["lookalikes"] += 1
            row["false"] += is_false(pair)
    return counts


def describe(measured: dict[str, Any]) -> str:
    """Return a row a topic and one for all."""
    topics = [*measured[PARTS[0]]]
    rows = [_make_row(topic, [topic], measured) for topic in topics]
    return make_table(COLUMNS, [*rows, _make_row("**all**", topics, measured)])


def _make_row(title: str, topics: list[str], measured: dict[str, Any]) -> list[str]:
    pairs = (("found", "planted"), ("false", "lookalikes"))
    cells = [
        f"{_add(measured[part], topics, count)} of {_add(measured[part], topics, total)}"
        for count, total in pairs
        for part in PARTS
    ]
    return [title, *cells]


def _add(part: dict[str, dict[str, int]], topics: list[str], name: str) -> int:
    return sum(part[topic][name] for topic in topics)
