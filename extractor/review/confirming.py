"""The only door from decisions to an entry."""

from __future__ import annotations

from extractor.composing import FieldValue, compose_value
from extractor.errors import ValueRefused
from extractor.models import Draft
from extractor.review.standing import Standing, find_proposal, require_complete
from extractor.standard.catalogue import Field, load_fields
from extractor.standard.entry import RegisterEntry
from extractor.standard.values import build_entry


def confirm(name: str, draft: Draft, standing: Standing) -> RegisterEntry:
    """Return the entry that a person's decisions make; refuse while a field is undecided."""
    require_complete(name, draft, standing)
    return build_entry({field.key: _find_value(field, draft, standing) for field in load_fields()})


def find_refusal(name: str, draft: Draft, standing: Standing) -> ValueRefused | None:
    """Return why the register would refuse the decided fields together; none where it may not."""
    try:
        confirm(name, draft, standing)
    except ValueRefused as refused:
        return refused
    return None


def _find_value(field: Field, draft: Draft, standing: Standing) -> FieldValue:
    if field.decided_by_person:
        return standing[field.key].value
    return compose_value(field, find_proposal(draft, field.key).claims)
