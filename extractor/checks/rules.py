"""The table of rules, and what one of them says of a field."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from extractor.models import Record


class Finding(Record):
    """What one rule says of a field; `claim` is the claim it concerns, from 0."""

    rule: str
    severity: Literal["error", "warning", "note"]
    claim: int | None = None
    message: str


def make_finding(rule: str, claim: int | None = None, **facts: str | int) -> Finding:
    """Return the finding of a rule, in the words of the table with the facts filled in."""
    row = _load_rules()[rule]
    message = row["message"].format(**facts)
    return Finding.model_validate(
        {"rule": rule, "severity": row["severity"], "claim": claim, "message": message}
    )


@cache
def _load_rules() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
