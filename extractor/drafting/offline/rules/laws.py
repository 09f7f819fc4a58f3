"""How the names of laws run on, as `laws.toml` says; case counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import Patterns, read_table


@dataclass(frozen=True)
class LawRules:
    """How far the name of a law runs that the table of laws has not."""

    names: Patterns
    ends: re.Pattern[str]
    beginnings: re.Pattern[str]
    loose_ends: re.Pattern[str]
    after: re.Pattern[str]
    general: re.Pattern[str]
    denials: re.Pattern[str]
    clauses: re.Pattern[str]


def read_law_rules() -> LawRules:
    """Return the rules for names of laws."""
    rule = read_table("laws.toml")["laws"]
    return LawRules(
        names=tuple(re.compile(name) for name in rule["names"]),
        ends=re.compile(rule["ends"]),
        beginnings=re.compile(rule["beginnings"]),
        loose_ends=re.compile(rule["loose_ends"]),
        after=re.compile(rule["after"]),
        general=re.compile(rule["general"]),
        denials=re.compile(rule["denials"], re.IGNORECASE),
        clauses=re.compile(rule["clauses"]),
    )
