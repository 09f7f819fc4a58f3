"""The only door from decisions to an entry."""

from __future__ import annotations

from datetime import date

from extractor.composing import FieldValue, compose_value
from extractor.errors import ValueRefused
from extractor.models import Draft
from extractor.standard.catalogue import Field, load_fields
from extractor.standard.entry import RegisterEntry, list_date_objections
from extractor.standard.values import build_entry
from extractor.standing import Standing, find_proposal, require_complete


def confirm(name: str, draft: Draft, standing: Standing, today: date) -> RegisterEntry:
    """Return the entry that a person's decisions make; refuse while a field is undecided.

    Refused too is what cannot be true on this day, such as in use since a month still to come.
    """
    require_complete(name, draft, standing)
    entry = build_entry({field.key: _find_value(field, draft, standing) for field in load_fields()})
    for objection in list_date_objections(entry, today):
        raise ValueRefused(objection.field, [objection.message])
    return entry


def find_refusal(name: str, draft: Draft, standing: Standing, today: date) -> ValueRefused | None:
    """Return why the register would refuse the decided fields together; none where it may not."""
    try:
        confirm(name, draft, standing, today)
    except ValueRefused as refused:
        return refused
    return None


def _find_value(field: Field, draft: Draft, standing: Standing) -> FieldValue:
    if field.decided_by_person:
        return standing[field.key].value
    return compose_value(field, find_proposal(draft, field.key).claims)
