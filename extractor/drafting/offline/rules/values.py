"""What a sentence must say for a closed value to stand in it, as `values.toml` says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from extractor.drafting.offline.rules.patterns import compile_pattern, read_table


@dataclass(frozen=True)
class FactRule:
    """What a sentence or a row must say for a closed value to stand in it."""

    field: str
    pattern: re.Pattern[str] | None
    label: re.Pattern[str] | None
    answer: re.Pattern[str] | None
    avoid: re.Pattern[str] | None
    value: str | None
    month: bool
    question: frozenset[str]
    """The question, named as `IAMA:2.1.1.1`, of which the answer alone gives the value."""


@dataclass(frozen=True)
class DenialRule:
    """When a document says that no algorithm is used."""

    pattern: re.Pattern[str]
    avoid: re.Pattern[str]
    subject: re.Pattern[str]
    most: int
    """In so many sentences at most may the subject be named without being denied."""


@dataclass(frozen=True)
class ValueRules:
    """The rules of all closed values that a document can say or deny."""

    facts: tuple[FactRule, ...]
    absences: tuple[tuple[str, re.Pattern[str]], ...]
    denial: DenialRule


def read_value_rules() -> ValueRules:
    """Return the rules for closed values."""
    table = read_table("values.toml")
    denial = table["denial"]
    return ValueRules(
        facts=tuple(_read_fact_rule(rule) for rule in table["fact"]),
        absences=tuple(
            (rule["field"], compile_pattern(rule["pattern"])) for rule in table["absence"]
        ),
        denial=DenialRule(
            pattern=compile_pattern(denial["pattern"]),
            avoid=compile_pattern(denial["avoid"]),
            subject=compile_pattern(denial["subject"]),
            most=denial["most"],
        ),
    )


def _read_fact_rule(rule: dict[str, Any]) -> FactRule:
    # A name is told from other words by its capitals: those patterns heed case.
    named = "(?P<value>" in rule.get("pattern", "")
    return FactRule(
        field=rule["field"],
        pattern=compile_pattern(rule["pattern"], heed_case=named) if "pattern" in rule else None,
        label=compile_pattern(rule["label"]) if "label" in rule else None,
        answer=compile_pattern(rule["answer"]) if "answer" in rule else None,
        avoid=compile_pattern(rule["avoid"]) if "avoid" in rule else None,
        value=rule.get("value"),
        month=rule.get("month", False),
        question=frozenset((rule["question"],) if "question" in rule else ()),
    )
