"""The rules of the offline drafter: a table and the records read from it for each kind of field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor import facts
from extractor.checks import instructions
from extractor.drafting.offline.rules.assessments import (
    AssessmentRules,
    read_assessment_rules,
)
from extractor.drafting.offline.rules.fitness import (
    FitnessRules,
    ScopeRules,
    read_fitness_rules,
    read_scope_rules,
)
from extractor.drafting.offline.rules.laws import LawRules, read_law_rules
from extractor.drafting.offline.rules.links import LinkRules, read_link_rules
from extractor.drafting.offline.rules.names import NameRules, read_name_rules
from extractor.drafting.offline.rules.parties import PartyRules, read_party_rules
from extractor.drafting.offline.rules.text import (
    StyleRules,
    TextRule,
    read_style_rules,
    read_text_rules,
)
from extractor.drafting.offline.rules.themes import ThemeRules, read_theme_rules
from extractor.drafting.offline.rules.unused_data import UnusedRules, read_unused_rules
from extractor.drafting.offline.rules.usage import UsageRules, read_usage_rules
from extractor.drafting.offline.rules.values import ValueRules, read_value_rules
from extractor.drafting.room import hash_room

_FACTS = Path(facts.__file__).parent
"""The laws that are proposed are found there."""
_INSTRUCTIONS = Path(instructions.__file__).parent
"""What speaks to a model is told there, and not proposed."""


@dataclass(frozen=True)
class Rules:
    """All rules, with what tells this version of them apart."""

    fingerprint: str
    text: dict[str, TextRule]
    style: StyleRules
    fitness: FitnessRules
    scope: ScopeRules
    values: ValueRules
    usage: UsageRules
    laws: LawRules
    links: LinkRules
    names: NameRules
    parties: PartyRules
    assessments: AssessmentRules
    themes: ThemeRules
    unused_data: UnusedRules


@cache
def load_rules() -> Rules:
    """Return the rules the package holds."""
    return Rules(
        fingerprint=f"offline@{hash_room()}-{hash_room(_FACTS)}-{hash_room(_INSTRUCTIONS)}",
        text=read_text_rules(),
        style=read_style_rules(),
        fitness=read_fitness_rules(),
        scope=read_scope_rules(),
        values=read_value_rules(),
        usage=read_usage_rules(),
        laws=read_law_rules(),
        links=read_link_rules(),
        names=read_name_rules(),
        parties=read_party_rules(),
        assessments=read_assessment_rules(),
        themes=read_theme_rules(),
        unused_data=read_unused_rules(),
    )
