"""The only door from decisions to an entry."""

from __future__ import annotations

from extractor.composing import FieldValue, compose_value
from extractor.models import Draft
from extractor.review.decisions import Standing, find_proposal, require_complete
from extractor.standard.catalogue import Field, load_fields
from extractor.standard.entry import RegisterEntry
from extractor.standard.values import build_entry


def confirm(name: str, draft: Draft, standing: Standing) -> RegisterEntry:
    """Return the entry that a person's decisions make; refuse while a field is undecided."""
    require_complete(name, draft, standing)
    return build_entry({field.key: _find_value(field, draft, standing) for field in load_fields()})


def _find_value(field: Field, draft: Draft, standing: Standing) -> FieldValue:
    if field.decided_by_person:
        return standing[field.key].value
    return compose_value(field, find_proposal(draft, field.key).claims)
