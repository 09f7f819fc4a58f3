"""What is told of invented first pages, beside what a person said they are."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markdown import make_table
from planted_pages import ASPECTS, HALVES, Verdict, count_verdicts, load_pages

VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "not said")


def measure() -> dict[str, Any]:
    """Return per half and aspect how often it was told right, wrong or not at all."""
    return {
        half: {
            "pages": len(load_pages(half)),
            "counts": {
                aspect: {verdict: counted[verdict] for verdict in VERDICTS}
                for aspect, counted in count_verdicts(half).items()
            },
        }
        for half in HALVES
    }


def describe(measured: dict[str, Any]) -> str:
    """Return a row an aspect, with the counts of both halves together."""
    pages = sum(half["pages"] for half in measured.values())
    rows = []
    for aspect in ASPECTS:
        counts = Counter[str]()
        for half in measured.values():
            counts.update(half["counts"][aspect])
        rows.append((aspect, *(str(counts[verdict]) for verdict in VERDICTS)))
    return make_table((f"Told of {pages} first pages", *VERDICTS), rows)
