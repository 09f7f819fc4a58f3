"""How a document says that an assessment was carried out, as `assessments.toml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import compile_pattern, read_table


@dataclass(frozen=True)
class AssessmentRules:
    """Kinds of assessment, and sentences that tell one was carried out."""

    names: Mapping[str, re.Pattern[str]]
    """By kind."""
    done: Mapping[str, re.Pattern[str]]
    labels: Mapping[str, re.Pattern[str]]
    """A cell or a label with the assessment alone, by kind."""
    items: Mapping[str, re.Pattern[str]]
    """An item of a list that says it was carried out, by kind."""
    deed: re.Pattern[str]
    avoid: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    listing: re.Pattern[str]


def read_assessment_rules() -> AssessmentRules:
    """Return the rules for assessments that are mentioned."""
    table = read_table("assessments.toml")["assessments"]
    told, names = table["told"], table["names"]
    done = told["done"].replace("{DEED}", told["deed"])
    return AssessmentRules(
        names={kind: compile_pattern(name) for kind, name in names.items()},
        done={kind: compile_pattern(done.replace("{NAME}", n)) for kind, n in names.items()},
        labels={
            kind: compile_pattern(told["label"].replace("{NAME}", n)) for kind, n in names.items()
        },
        items={
            kind: compile_pattern(told["item"].replace("{NAME}", n)) for kind, n in names.items()
        },
        **{key: compile_pattern(told[key]) for key in ("deed", "avoid", "yes", "no", "listing")},
    )
