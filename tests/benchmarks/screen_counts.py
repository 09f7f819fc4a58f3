"""What the quick screen answers on planted documents, beside what a person said."""

from __future__ import annotations

from typing import Any

from markdown import make_table
from planted_screens import HALVES, count_verdicts, load_screens
from planted_systems import count_systems, load_systems

from extractor.screening.steps import find_question

COLUMNS = ("Step", "Answers read", "Not read", "Read wrong or where nothing is said")


def measure() -> dict[str, Any]:
    """Return per half and step how often an answer was read, was not, or was wrong."""
    return {
        half: {
            "documents": len(load_screens(half)),
            "steps": {step: dict(counts) for step, counts in count_verdicts(half).items()},
            "systems": {"documents": len(load_systems(half)), **count_systems(half)},
        }
        for half in HALVES
    }


def describe(measured: dict[str, Any]) -> str:
    """Return a row a step over the half that was set apart, and the totals of both."""
    apart = measured["held_out"]["steps"]
    rows = [[find_question(step), *write_counts([counts])] for step, counts in apart.items()]
    for half, name in zip(HALVES, ("while building", "set apart"), strict=True):
        counted = write_counts([*measured[half]["steps"].values()])
        rows.append([f"**all, {name}** ({measured[half]['documents']} documents)", *counted])
    rows += [
        [f"other systems by name, {name} ({each['documents']} documents)", *write_systems(each)]
        for half, name in zip(HALVES, ("while building", "set apart"), strict=True)
        if (each := measured[half].get("systems"))
    ]
    return make_table(COLUMNS, rows)


def write_systems(counts: dict[str, int]) -> list[str]:
    """Return what was listed, what was not, and what was listed wrongly."""
    there = counts["right"] + counts["missed"]
    listed = counts["right"] + counts["wrong"]
    return [
        f"{counts['right']} of {there}",
        str(counts["missed"]),
        f"{counts['wrong']} of {listed}",
    ]


def write_counts(counts: list[dict[str, int]]) -> list[str]:
    """Return what was read, what was not, and what was wrong."""
    right, unread, wrong = (add(counts, f"said: {each}") for each in ("right", "unknown", "wrong"))
    silent, invented = (add(counts, f"not said: {each}") for each in ("right", "wrong"))
    said = right + unread + wrong
    return [f"{right} of {said}", str(unread), f"{wrong + invented} of {said + silent + invented}"]


def add(counts: list[dict[str, int]], verdict: str) -> int:
    """Return how often this verdict was given."""
    return sum(each.get(verdict, 0) for each in counts)
