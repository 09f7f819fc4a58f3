"""The rules of the offline drafter, as read from `rules.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.drafting.room import hash_room

_SPREAD = 0.3
_ABOUT_DOCUMENTS = "impacttoetsen"
Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class TextRule:
    """Which sentences answer a text field, and how many are taken at most."""

    most: int
    spread: float
    cues: Patterns
    needs: Patterns
    avoid: Patterns
    sections: Patterns
    columns: Patterns
    sure: frozenset[str]
    items: bool
    annexes: bool


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
    """So often at most may the subject be named."""


@dataclass(frozen=True)
class LinkRule:
    """What a sentence must speak of, and where its address must lead."""

    cues: Patterns
    avoid: Patterns
    hosts: Patterns


@dataclass(frozen=True)
class NameRules:
    """How names are written; case counts."""

    title: re.Pattern[str]
    """A line of a title page with the kind of document and, as `name`, what it is about."""
    kind: re.Pattern[str]
    department: re.Pattern[str]
    organisation: re.Pattern[str]
    law: re.Pattern[str]
    law_end: re.Pattern[str]
    register: re.Pattern[str]


@dataclass(frozen=True)
class VoiceRules:
    """What tells the sections that do not speak for the organisation in public."""

    closed: re.Pattern[str]


@dataclass(frozen=True)
class Rules:
    """All rules, with what tells this version of them apart."""

    fingerprint: str
    text: dict[str, TextRule]
    facts: tuple[FactRule, ...]
    absences: tuple[tuple[str, re.Pattern[str]], ...]
    denial: DenialRule
    links: dict[str, LinkRule]
    internal: Patterns
    laws: Patterns
    names: NameRules
    voices: VoiceRules
    points_back: re.Pattern[str]
    names_subject: re.Pattern[str]


@cache
def load_rules() -> Rules:
    """Return the rules the package holds."""
    table = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    return Rules(
        fingerprint=f"offline@{hash_room()}",
        text={
            key: _read_text_rule(
                rule, [] if key == _ABOUT_DOCUMENTS else table["everywhere"]["avoid"]
            )
            for key, rule in table["text"].items()
        },
        facts=tuple(_read_fact_rule(rule) for rule in table["fact"]),
        absences=tuple((rule["field"], _compile(rule["pattern"])) for rule in table["absence"]),
        links={
            key: LinkRule(
                cues=_compile_all(rule["cues"]),
                avoid=_compile_all(rule.get("avoid", [])),
                hosts=_compile_all(rule["hosts"]),
            )
            for key, rule in table["link"].items()
        },
        denial=DenialRule(
            pattern=_compile(table["denial"]["pattern"]),
            avoid=_compile(table["denial"]["avoid"]),
            subject=_compile(table["denial"]["subject"]),
            most=table["denial"]["most"],
        ),
        internal=_compile_all(table["links"]["internal"]),
        laws=_compile_all(table["links"]["laws"]),
        names=_read_name_rules(table["names"]),
        voices=VoiceRules(closed=re.compile(table["voices"]["closed"])),
        points_back=_compile(rf"(?:{table['style']['points_back']})\b"),
        names_subject=_compile(rf"(?:{table['style']['names_subject']})\b"),
    )


def matches_any(patterns: Patterns, text: str) -> bool:
    """Return whether the text holds one of the patterns."""
    return any(pattern.search(text) for pattern in patterns)


def _read_text_rule(rule: dict[str, Any], everywhere: list[str]) -> TextRule:
    return TextRule(
        most=rule["most"],
        spread=rule.get("spread", _SPREAD),
        cues=_compile_all(rule["cues"]),
        needs=_compile_all(rule.get("needs", [])),
        avoid=_compile_all([*rule["avoid"], *everywhere]),
        sections=_compile_all(rule["sections"]),
        columns=_compile_all(rule.get("columns", [])),
        sure=frozenset(rule["sure"]),
        items=rule.get("items", False),
        annexes=rule.get("annexes", False),
    )


def _read_fact_rule(rule: dict[str, Any]) -> FactRule:
    # A name is told from other words by its capitals: those patterns heed case.
    named = "(?P<value>" in rule.get("pattern", "")
    return FactRule(
        field=rule["field"],
        pattern=_compile(rule["pattern"], heed_case=named) if "pattern" in rule else None,
        label=_compile(rule["label"]) if "label" in rule else None,
        answer=_compile(rule["answer"]) if "answer" in rule else None,
        avoid=_compile(rule["avoid"]) if "avoid" in rule else None,
        value=rule.get("value"),
        month=rule.get("month", False),
        question=frozenset((rule["question"],) if "question" in rule else ()),
    )


def _read_name_rules(rule: dict[str, Any]) -> NameRules:
    kind, label = rule["kinds"], rule["labels"]
    article = r"(?i:(?:van|voor)\s+)?(?i:(?:de|het|een)\s+)?"
    name = r"(?P<name>(?!(?i:versie)\b)[^\W_].{3,98})"
    return NameRules(
        title=re.compile(rf"(?:{kind}\s*[:–—-]?\s+{article}|{label}\s*:?\s+){name}$"),
        kind=re.compile(kind),
        department=re.compile(rule["departments"]),
        organisation=_compile_names(rule["organisations"]),
        law=_compile_names(rule["laws"]),
        law_end=re.compile(rule["law_ends"]),
        register=_compile_names(rule["registers"]),
    )


def _compile_names(patterns: list[str]) -> re.Pattern[str]:
    joined = "|".join(patterns)
    return re.compile(rf"\b(?:{joined})")


def _compile(pattern: str, *, heed_case: bool = False) -> re.Pattern[str]:
    return re.compile(pattern, 0 if heed_case else re.IGNORECASE)


def _compile_all(patterns: list[str]) -> Patterns:
    return tuple(_compile(pattern) for pattern in patterns)
