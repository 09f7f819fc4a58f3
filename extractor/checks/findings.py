"""Run the rules over one field of a draft."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from extractor.checks.addresses import looks_personal
from extractor.composing import FieldValue, compose_value
from extractor.models import NO_ALGORITHM, Proposal, Record
from extractor.standard.catalogue import Field
from extractor.standard.values import list_objections


class Finding(Record):
    """What one rule says of a field; `claim` is the claim it concerns, from 0."""

    rule: str
    severity: Literal["error", "warning"]
    claim: int | None = None
    message: str


def check_field(field: Field, proposal: Proposal, value: FieldValue, today: date) -> list[Finding]:
    """Return what a reviewer must notice about the value, chosen or proposed, of this field."""
    return [
        *_check_value(field, value),
        *_check_proposal(proposal, chosen=value != compose_value(field, proposal.claims)),
        *_check_meaning(field, proposal, value, today),
    ]


def _check_value(field: Field, value: FieldValue) -> Iterator[Finding]:
    if value is None and field.required:
        yield _find("required_empty")
    if value is not None:
        for objection in list_objections(field.key, value):
            yield _find("refused", objection=objection)


def _check_proposal(proposal: Proposal, *, chosen: bool) -> Iterator[Finding]:
    if proposal.alternatives and not chosen:
        yield _find("sources_differ", count=len(proposal.alternatives))
    if proposal.withheld:
        yield _find("withheld", count=len(proposal.withheld))


def _check_meaning(
    field: Field, proposal: Proposal, value: FieldValue, today: date
) -> Iterator[Finding]:
    if field.kind == "contact" and isinstance(value, str) and looks_personal(value):
        yield _find("personal_contact", claim=0 if proposal.claims else None)
    if field.key == "begin_date" and isinstance(value, str) and value > today.strftime("%Y-%m"):
        yield _find("begin_in_future")
    denied = proposal.absent is not None and proposal.absent.reason == NO_ALGORITHM
    if field.key == "publication_category" and denied:
        yield _find("no_algorithm")


@cache
def _load_rules() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))


def _find(rule: str, claim: int | None = None, **facts: str | int) -> Finding:
    row = _load_rules()[rule]
    message = row["message"].format(**facts)
    return Finding.model_validate(
        {"rule": rule, "severity": row["severity"], "claim": claim, "message": message}
    )
