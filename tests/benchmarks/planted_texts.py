"""Texts of entries with planted names, numbers, places and gaps, beside lookalikes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from pathlib import Path

from extractor.checks.copies import check_copies
from extractor.checks.instructions import find_instructions
from extractor.checks.texts import check_text
from extractor.standard.catalogue import find_field

FOLDER = Path(__file__).parents[1] / "checks/planted_texts"
HALVES = ("seen", "held_out")
"""What the rules were made with, and what was set apart before they were."""


@dataclass(frozen=True)
class PlantedText:
    """A text with the words that its rule must name; none in a lookalike."""

    rule: str
    field: str
    text: str
    words: str | None
    others: Mapping[str, str] = attribute(default_factory=dict, hash=False)
    """The texts of other entries by their name, for a rule that compares."""


def list_texts(half: str) -> Iterator[PlantedText]:
    """Yield the planted texts and the lookalikes of one half."""
    rows = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    for rule, row in rows.items():
        for words, text in [*row["found"], *((None, text) for text in row["free"])]:
            yield PlantedText(rule, row["field"], text, words, row.get("others", {}))


def list_found(planted: PlantedText) -> list[str]:
    """Return what its rule says of the text: messages, or words that speak to a model."""
    if planted.rule == "instruction":
        return [span.of(planted.text) for span in find_instructions(planted.text)]
    field = find_field(planted.field)
    found = [
        *check_text(field, planted.text, (), {field.key: planted.text}),
        *check_copies(planted.text, planted.others),
    ]
    return [each.message for each in found if each.rule == planted.rule]


def is_found(planted: PlantedText) -> bool:
    """Return whether the rule speaks of the text and names the planted words."""
    return any((planted.words or "") in each for each in list_found(planted))
