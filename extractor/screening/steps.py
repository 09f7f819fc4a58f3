"""The steps of the quick screen, as read from `steps.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.drafting.room import hash_room

Patterns = tuple[re.Pattern[str], ...]
_PLACES = ("behind", "before")
"""Where a name stands, seen from the word for a system."""


@dataclass(frozen=True)
class Step:
    """A question of the screen, and how a sentence or a row answers it."""

    id: str
    question: str
    terms: tuple[str, ...]
    """Words of which one must stand there, in small letters: most sentences hold none."""
    questions: frozenset[str]
    """Questions of a form, named as `Pre-scan DPIA:6.1.1`, of which ja or nee is the answer."""
    label: re.Pattern[str]
    yes: Patterns
    no: Patterns
    hedged: bool
    """Whether a sentence that leaves things open answers it too."""


@dataclass(frozen=True)
class Systems:
    """How other systems are named; case counts."""

    named: Patterns
    """Each finds, as `names`, one name or several in a row."""
    name: re.Pattern[str]
    column: re.Pattern[str]
    """The title of a column or row under which systems stand."""
    never: re.Pattern[str]
    most: int


@dataclass(frozen=True)
class Steps:
    """All steps in order, with what tells this version of the room apart."""

    fingerprint: str
    steps: tuple[Step, ...]
    open: Patterns
    yes: re.Pattern[str]
    no: re.Pattern[str]
    systems: Systems


@cache
def load_steps() -> Steps:
    """Return the steps the package holds."""
    table = tomllib.loads(Path(__file__).with_name("steps.toml").read_text(encoding="utf-8"))
    return Steps(
        fingerprint=f"screen@{hash_room(Path(__file__).parent)}",
        steps=tuple(_read_step(row, table["words"]) for row in table["step"]),
        open=tuple(_compile(each, {}) for each in table["open"]["patterns"]),
        yes=_compile(table["replies"]["yes"], {}),
        no=_compile(table["replies"]["no"], {}),
        systems=_read_systems(table["systems"]),
    )


def find_question(step: str) -> str:
    """Return what a step asks; KeyError for a step that is not there."""
    return {each.id: each.question for each in load_steps().steps}[step]


def _read_step(row: dict[str, Any], words: Mapping[str, str]) -> Step:
    return Step(
        id=row["id"],
        question=row["question"],
        terms=tuple(row["terms"]),
        questions=frozenset(row.get("questions", ())),
        label=_compile(row["label"], words),
        yes=tuple(_compile(each, words) for each in row["yes"]),
        no=tuple(_compile(each, words) for each in row["no"]),
        hedged=row.get("hedged", False),
    )


def _read_systems(table: Mapping[str, Any]) -> Systems:
    kind, name = table["kind"], table["name"]
    named = (table[each].replace("{KIND}", kind).replace("{NAME}", name) for each in _PLACES)
    return Systems(
        named=tuple(re.compile(pattern) for pattern in named),
        name=re.compile(name),
        column=re.compile(table["column"], re.IGNORECASE),
        never=re.compile(table["never"]),
        most=table["most"],
    )


def _compile(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    for name, stands_for in words.items():
        pattern = pattern.replace(f"{{{name}}}", stands_for)
    return re.compile(pattern, re.IGNORECASE)
