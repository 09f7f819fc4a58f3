"""Screen the planted documents, and compare the answers with what a person said."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from extractor.documents.reading import read_document
from extractor.models import Reading, Screen
from extractor.screening.screening import screen_readings
from extractor.screening.steps import load_steps

FOLDER = Path(__file__).parents[1] / "screening/planted"
HALVES = ("seen", "held_out")
"""What the steps were made with, and what was set apart before they were."""

FRONT = "# Systeembeschrijving\n\n## Beoordeling\n\n"

Verdict = Literal["right", "wrong", "unknown"]


@dataclass(frozen=True)
class PlantedScreen:
    """A short document, and what a person answers to each step."""

    name: str
    reading: Reading
    expected: dict[str, str]

    def screen(self) -> Screen:
        """Return the quick screen of the document."""
        return screen_readings((), {self.reading.id: self.reading})


def load_screens(half: str) -> list[PlantedScreen]:
    """Return the documents of one half of the set."""
    table = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    return [_load_screen(row) for row in table["case"]]


def judge(planted: PlantedScreen) -> Iterator[tuple[str, Verdict, str, str]]:
    """Yield per step the verdict, the answer and the one expected.

    `unknown` is an answer that stands there and was not read; all else that differs is wrong.
    """
    for answer in planted.screen().answers:
        expected = planted.expected[answer.step]
        unread = answer.answer == "unknown"
        verdict: Verdict = (
            "right" if answer.answer == expected else "unknown" if unread else "wrong"
        )
        yield answer.step, verdict, answer.answer, expected


def count_verdicts(half: str) -> dict[str, Counter[str]]:
    """Return the verdicts per step, of answers that stand there and of those that do not."""
    counts: dict[str, Counter[str]] = {step.id: Counter() for step in load_steps().steps}
    for planted in load_screens(half):
        for step, verdict, _, expected in judge(planted):
            counts[step][f"{'not said' if expected == 'unknown' else 'said'}: {verdict}"] += 1
    return counts


def _load_screen(row: dict[str, Any]) -> PlantedScreen:
    if "answers" in row:
        content, name = _write_form(row["answers"]), row["file"]
    else:
        text = row["text"].lstrip("\n")
        content, name = (text if text.startswith("# ") else FRONT + text).encode(), "stuk.md"
    return PlantedScreen(
        name=row["name"],
        reading=read_document(content, name),
        expected={step.id: row.get(step.id, "unknown") for step in load_steps().steps},
    )


def _write_form(answers: list[list[str]]) -> bytes:
    """Return an export of the pre-scan with these answers."""
    wrapped = {key: {"value": value, "lastEditedAt": "2026"} for key, value in answers}
    form = {
        "metadata": {"urn": "urn:nl:prescan:2.0", "createdAt": "2026-02-18T10:02:33Z"},
        "answers": wrapped,
    }
    return json.dumps(form).encode()
