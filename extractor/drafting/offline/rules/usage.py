"""How a document says that a system is used, and since or until when, as `usage.toml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import compile_pattern, read_table

Table = Mapping[str, re.Pattern[str]]
_HEED_CASE = {"named"}
"""Names are told by their capitals."""


@dataclass(frozen=True)
class UsageRules:
    """Patterns by the part of a statement that they tell."""

    clauses: Table
    subjects: Table
    moods: Table
    events: Table
    moments: Table
    questions: Table
    labels: Table


def read_usage_rules() -> UsageRules:
    """Return the rules for the use of a system."""
    table = read_table("usage.toml")
    return UsageRules(**{part: _compile(patterns) for part, patterns in table.items()})


def _compile(patterns: Mapping[str, str]) -> Table:
    return {
        name: compile_pattern(pattern, heed_case=name in _HEED_CASE)
        for name, pattern in patterns.items()
    }
