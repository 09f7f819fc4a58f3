"""The themes that a proposal's own words point at, counted in the open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.themes import ThemeRules
from extractor.models import Claim, Quote

THEME = "category"
_MOST_CITED = 3
_DENIES = re.compile(r"\b(?:niet|geen|nooit)\b", re.IGNORECASE)
"""What is not done or used tells nothing of the theme."""


class _Hit(NamedTuple):
    """A claim with a word of the theme that no weightier claim holds."""

    weight: float
    claim: Claim


def find_themes(rules: ThemeRules, proposed: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    """Return the one or two themes that are clearly ahead, with the sentences that say so.

    `proposed` holds the claims by field. Each word counts once, where it weighs most.
    """
    hits = {theme: list(_list_hits(rules, theme, proposed)) for theme in rules.terms}
    counts = {theme: sum(hit.weight for hit in found) for theme, found in hits.items()}
    return [Claim(value=theme, quotes=_cite(hits[theme])) for theme in _choose(rules, counts)]


def find_named_themes(
    rules: ThemeRules, themes: Sequence[str], answers: Sequence[Answer]
) -> list[Claim]:
    """Return the themes that a row or `label: value` names as such."""
    found: dict[str, Claim] = {}
    for answer in answers:
        label, value = answer.split_label()
        if value and rules.label.search(label):
            named = (theme for theme in themes if theme.lower() in value.lower())
            found.update({theme: Claim(value=theme, quotes=answer.quotes) for theme in named})
    return list(found.values())


def _list_hits(
    rules: ThemeRules, theme: str, proposed: Mapping[str, Sequence[Claim]]
) -> Iterator[_Hit]:
    for term in rules.terms[theme]:
        found = [
            _Hit(weight, claim)
            for field, weight in rules.fields.items()
            for claim in proposed.get(field, ())
            if term.search(str(claim.value)) and not _DENIES.search(str(claim.value))
        ]
        if found:
            yield max(found, key=lambda hit: hit.weight)


def _choose(rules: ThemeRules, counts: Mapping[str, float]) -> list[str]:
    first, second, third = sorted(counts, key=lambda theme: -counts[theme])[:3]
    if counts[first] < rules.least:
        return []
    if counts[first] >= rules.ahead * counts[second]:
        return [first]
    both = counts[second] >= max(rules.least, rules.near * counts[first])
    return [first, second] if both and counts[second] >= rules.ahead * counts[third] else []


def _cite(hits: Sequence[_Hit]) -> tuple[Quote, ...]:
    best = sorted(hits, key=lambda hit: -hit.weight)
    quotes = (quote for hit in best for quote in hit.claim.quotes)
    return tuple(dict.fromkeys(quotes))[:_MOST_CITED]
