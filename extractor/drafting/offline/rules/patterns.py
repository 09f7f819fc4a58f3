"""Patterns of the rules, compiled; tried without heed of case unless a rule says otherwise."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

Patterns = tuple[re.Pattern[str], ...]


def read_table(name: str) -> dict[str, Any]:
    """Return one of the tables of rules that lie beside this file."""
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def matches_any(patterns: Patterns, text: str) -> bool:
    """Return whether the text holds one of the patterns."""
    return any(pattern.search(text) for pattern in patterns)


def compile_pattern(pattern: str, *, heed_case: bool = False) -> re.Pattern[str]:
    """Return the pattern compiled."""
    return re.compile(pattern, 0 if heed_case else re.IGNORECASE)


def compile_all(patterns: list[str]) -> Patterns:
    """Return the patterns compiled, in their order."""
    return tuple(compile_pattern(pattern) for pattern in patterns)
