"""How names are written, as `names.toml` says; case counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import read_table


@dataclass(frozen=True)
class NameRules:
    """How names are written; case counts."""

    title: re.Pattern[str]
    """A line of a title page with the kind of document and, as `name`, what it is about."""
    kind: re.Pattern[str]
    department: re.Pattern[str]
    organisation: re.Pattern[str]
    register: re.Pattern[str]
    not_source: re.Pattern[str]
    """A sentence or row that names a register which the system does not use."""
    supervisor: re.Pattern[str]
    """Bodies that every questionnaire names."""


def read_name_rules() -> NameRules:
    """Return the rules for names."""
    rule = read_table("names.toml")["names"]
    kind, label = rule["kinds"], rule["labels"]
    article = r"(?i:(?:van|voor)\s+)?(?i:(?:de|het|een)\s+)?"
    name = r"(?P<name>(?!(?i:versie|en|of|met|door)\b)[^\W_].{3,98})"
    return NameRules(
        title=re.compile(rf"(?:{kind}\s*[:–—-]?\s+{article}|{label}\s*:?\s+){name}$"),
        kind=re.compile(kind),
        department=re.compile(rule["departments"]),
        organisation=_compile_names(rule["organisations"]),
        register=_compile_names(rule["registers"]),
        not_source=re.compile(rule["not_sources"], re.IGNORECASE),
        supervisor=re.compile(rule["supervisors"]),
    )


def _compile_names(patterns: list[str]) -> re.Pattern[str]:
    joined = "|".join(patterns)
    return re.compile(rf"\b(?:{joined})")
