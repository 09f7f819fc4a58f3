"""Which sentences answer a text field, as `text.toml` says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from extractor.drafting.offline.rules.patterns import (
    Patterns,
    compile_all,
    compile_pattern,
    read_table,
)

_SPREAD = 0.3
ABOUT_DOCUMENTS = "impacttoetsen"
"""The text field that speaks of documents and of what is still to come."""
SUMMARY = "description_short"
"""The text that sums up, and that the form's own summary feeds (register.md 3.2)."""


@dataclass(frozen=True)
class TextRule:
    """Which sentences answer a text field, and how many are taken at most."""

    most: int
    spread: float
    cues: Patterns
    tells: Patterns
    needs: Patterns
    avoid: Patterns
    sections: Patterns
    columns: Patterns
    sure: frozenset[str]
    items: bool
    annexes: bool
    pairs: bool


@dataclass(frozen=True)
class StyleRules:
    """How sentences begin, and which sections do not speak for the organisation in public."""

    points_back: re.Pattern[str]
    names_subject: re.Pattern[str]
    closed: re.Pattern[str]


def read_text_rules() -> dict[str, TextRule]:
    """Return the rule of each text field by the field's key."""
    table = read_table("text.toml")
    everywhere = table["everywhere"]["avoid"]
    return {
        key: _read_rule(rule, [] if key == ABOUT_DOCUMENTS else everywhere)
        for key, rule in table["text"].items()
    }


def read_style_rules() -> StyleRules:
    """Return what holds for the sentences of every field."""
    table = read_table("text.toml")
    return StyleRules(
        points_back=compile_pattern(rf"(?:{table['style']['points_back']})\b"),
        names_subject=compile_pattern(rf"(?:{table['style']['names_subject']})\b"),
        closed=re.compile(table["voices"]["closed"]),
    )


def _read_rule(rule: dict[str, Any], everywhere: list[str]) -> TextRule:
    return TextRule(
        most=rule["most"],
        spread=rule.get("spread", _SPREAD),
        cues=compile_all(rule["cues"]),
        tells=compile_all(rule.get("tells", [])),
        needs=compile_all(rule.get("needs", [])),
        avoid=compile_all([*rule["avoid"], *everywhere]),
        sections=compile_all(rule["sections"]),
        columns=compile_all(rule.get("columns", [])),
        sure=frozenset(rule["sure"]),
        items=rule.get("items", False),
        annexes=rule.get("annexes", False),
        pairs=rule.get("pairs", False),
    )
