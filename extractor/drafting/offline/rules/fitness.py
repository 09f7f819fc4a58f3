"""What may never be offered for a text field, as `fitness.toml` says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import (
    Patterns,
    compile_all,
    compile_pattern,
    read_table,
)


@dataclass(frozen=True)
class FitnessRules:
    """What keeps a passage out: secrets, other people's words, plans, other systems."""

    secrets: Patterns
    marked: re.Pattern[str]
    """Says of what it names that it stays inside."""
    cuts: Patterns
    cut_exempt: re.Pattern[str]
    others: Patterns
    plans: Patterns
    about: re.Pattern[str]
    documents: re.Pattern[str]
    headings: re.Pattern[str]
    assessment: re.Pattern[str]
    to_come: re.Pattern[str]
    open_columns: re.Pattern[str]
    open_values: re.Pattern[str]


@dataclass(frozen=True)
class ScopeRules:
    """How a document says that it speaks of another system."""

    named: re.Pattern[str]
    """Holds the group `name`; minds capitals."""
    elsewhere: re.Pattern[str]
    headings: re.Pattern[str]


def read_fitness_rules() -> FitnessRules:
    """Return what keeps a passage out of every text field."""
    table = read_table("fitness.toml")
    hidden, plans = table["hidden"], table["plans"]
    return FitnessRules(
        secrets=compile_all([hidden["marked"], hidden["security"], hidden["prices"]]),
        marked=compile_pattern(hidden["marked"]),
        cuts=compile_all(hidden["cuts"]),
        cut_exempt=compile_pattern(hidden["cut_exempt"]),
        others=compile_all([table["others"]["claims"], table["others"]["advice"]]),
        plans=compile_all(plans["patterns"]),
        about=compile_pattern(table["about"]["patterns"]),
        documents=compile_pattern(table["about"]["documents"]),
        headings=compile_pattern(plans["headings"]),
        assessment=compile_pattern(plans["assessment"]),
        to_come=compile_pattern(plans["to_come"]),
        open_columns=compile_pattern(plans["open_columns"]),
        open_values=compile_pattern(plans["open_values"]),
    )


def read_scope_rules() -> ScopeRules:
    """Return how other systems are told."""
    table = read_table("fitness.toml")["scope"]
    kinds, name = table["kinds"], r"[A-Z][a-z]*[A-Z]?[\w&-]*[a-z0-9]"
    # Behind a preposition a system is where data come from or go to, not what is spoken of.
    place = (
        r"(?<!uit het )(?<!uit de )(?<!naar het )(?<!naar de )(?<!in het )(?<!in de )(?<!via de )"
    )
    called = rf"(?!(?:{table['no_names']})\b)(?P<behind>{name})"
    before = rf"{place}(?i:\b(?:{kinds})) (?P<before>{name})\b(?! (?:B\.?V|N\.?V))"
    at = "".join(f"(?<![{word[0].upper()}{word[0]}]{word[1:]} )" for word in table["at"].split())
    behind = rf"{at}\b{called}(?:,| is) (?i:een|het|de) (?:\w+ )?(?i:\w*(?:{kinds}))\b"
    return ScopeRules(
        named=re.compile(f"{before}|{behind}"),
        elsewhere=compile_pattern(table["elsewhere"]),
        headings=compile_pattern(table["headings"]),
    )
