"""Which words point at which theme, as `themes.toml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import compile_pattern, read_table


@dataclass(frozen=True)
class ThemeRules:
    """The words of each theme, and what must be counted to propose one."""

    fields: Mapping[str, float]
    """What a word counts for in the proposal of a field."""
    terms: Mapping[str, tuple[re.Pattern[str], ...]]
    label: re.Pattern[str]
    """Behind which a document says the theme itself."""
    least: float
    ahead: float
    near: float


def read_theme_rules() -> ThemeRules:
    """Return the rules for themes."""
    table = read_table("themes.toml")
    return ThemeRules(
        fields=table["fields"],
        terms={
            theme: tuple(_compile(term) for term in terms)
            for theme, terms in table["terms"].items()
        },
        label=compile_pattern(table["label"]),
        least=table["least"],
        ahead=table["ahead"],
        near=table["near"],
    )


def _compile(term: str) -> re.Pattern[str]:
    start = r"\b\w{3,}" if term.startswith("*") else r"\b"
    end = r"\b" if term.endswith("$") else ""
    return re.compile(f"{start}{re.escape(term.strip('*$'))}{end}", re.IGNORECASE)
