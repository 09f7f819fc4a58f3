"""How a document says that an assessment was carried out, as `assessments.toml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import compile_pattern, read_table


@dataclass(frozen=True)
class AssessmentRules:
    """Kinds of assessment, and sentences that tell one was carried out."""

    done: Mapping[str, re.Pattern[str]]
    """By kind."""
    avoid: re.Pattern[str]


def read_assessment_rules() -> AssessmentRules:
    """Return the rules for assessments that are mentioned."""
    table = read_table("assessments.toml")["assessments"]
    told = table["told"]
    return AssessmentRules(
        done={
            kind: compile_pattern(told["done"].replace("{NAME}", name))
            for kind, name in table["names"].items()
        },
        avoid=compile_pattern(told["avoid"]),
    )
