"""A document that says there is no algorithm is believed; one that speaks of another is not."""

from __future__ import annotations

import tomllib

import pytest
from planted_screens import FOLDER

from extractor.documents.reading import read_document
from extractor.screening.screening import screen_readings

CASES = tomllib.loads((FOLDER / "denials.toml").read_text(encoding="utf-8"))["case"]
SEEN = [case for case in CASES if case["half"] == "seen"]
HELD_OUT = [case for case in CASES if case["half"] == "held_out"]
LEAST_DENIED = 6
"""Of the seven denials in the half that was set apart: as many at first count."""


def is_denied(text: str) -> bool:
    """Return whether the screen says that there is no algorithm."""
    reading = read_document(f"# Beschrijving\n\n## Werkwijze\n\n{text}\n".encode(), "stuk.md")
    first, *_ = screen_readings((), {reading.id: reading}).answers
    return first.answer == "no"


@pytest.mark.parametrize("case", SEEN, ids=lambda case: case["text"][:50])
def test_a_denial_is_told_from_what_looks_like_one(case: dict[str, object]) -> None:
    """Of a self-learning algorithm, of a use of data, in a condition: no denial."""
    assert is_denied(str(case["text"])) is case["denied"]


def test_denials_set_apart_are_mostly_told_and_no_lookalike_is_believed() -> None:
    """A denial believed wrongly costs a whole draft."""
    told = [case for case in HELD_OUT if is_denied(str(case["text"]))]

    assert all(case["denied"] for case in told)
    assert len(told) >= LEAST_DENIED
