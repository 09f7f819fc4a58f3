"""Run the rules over one field of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractor.checks.addresses import looks_personal
from extractor.checks.rules import Finding, make_finding
from extractor.composing import FieldValue, compose_value
from extractor.models import Proposal
from extractor.standard.catalogue import Field
from extractor.standard.values import list_objections


def check_field(field: Field, proposal: Proposal, value: FieldValue, today: date) -> list[Finding]:
    """Return what a reviewer must notice about the value, chosen or proposed, of this field."""
    return [
        *_check_value(field, value, required=field.required and not proposal.is_denied),
        *_check_proposal(proposal, chosen=value != compose_value(field, proposal.claims)),
        *_check_meaning(field, proposal, value, today),
    ]


def _check_value(field: Field, value: FieldValue, *, required: bool) -> Iterator[Finding]:
    if value is None and required:
        yield make_finding("required_empty")
    if value is not None:
        for objection in list_objections(field.key, value):
            yield make_finding("refused", objection=objection)


def _check_proposal(proposal: Proposal, *, chosen: bool) -> Iterator[Finding]:
    if proposal.alternatives and not chosen:
        yield make_finding("sources_differ", count=len(proposal.alternatives))
    if proposal.withheld:
        yield make_finding("withheld", count=len(proposal.withheld))


def _check_meaning(
    field: Field, proposal: Proposal, value: FieldValue, today: date
) -> Iterator[Finding]:
    if field.kind == "contact" and isinstance(value, str) and looks_personal(value):
        yield make_finding("personal_contact", claim=0 if proposal.claims else None)
    if field.key == "begin_date" and isinstance(value, str) and value > today.strftime("%Y-%m"):
        yield make_finding("begin_in_future")
    if field.key == "publication_category" and proposal.is_denied:
        yield make_finding("no_algorithm")
