"""From what a person typed to what the register takes, with the objections in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from extractor.errors import ValueRefused
from extractor.models import ClaimValue, LinkedTitle
from extractor.standard.catalogue import Field, find_field, load_fields
from extractor.standard.entry import Objection, RegisterEntry
from extractor.standard.objections import list_value_objections
from extractor.standard.rich_text import to_html

PlainValue = str | Sequence[ClaimValue] | None
"""Plain text or a choice, the chosen themes, titles with links, or nothing."""

ENGLISH = {
    "missing": "is verplicht: vul dit veld in",
    "model_type": "is geen beschrijving: geef een object met de velden van het register",
    "extra_forbidden": "is geen veld van het register: haal het weg",
}
"""Refusals that pydantic words itself."""


def list_objections(key: str, value: PlainValue) -> tuple[str, ...]:
    """Return in Dutch why the field may not get the value a person typed; none where it may.

    Rich text is typed as plain text and measured as the html it becomes. `None` leaves the
    field empty on purpose; blank text does not.
    """
    field = find_field(key)
    taken = _to_register(field, value)
    if value is not None and not taken and not field.required:
        return ("is leeg: vul het veld in, of kies ervoor om het leeg te laten",)
    return list_value_objections(field, taken)


def build_body(values: Mapping[str, PlainValue]) -> dict[str, object]:
    """Return the ingest body of plain values by field key; constants are filled in."""
    constants = {field.key: field.constant for field in load_fields() if field.constant}
    return {
        key: _to_register(find_field(key), value) for key, value in {**constants, **values}.items()
    }


def build_entry(values: Mapping[str, PlainValue]) -> RegisterEntry:
    """Return the entry of plain values by field key; refuse it at the first field in form order."""
    try:
        return RegisterEntry.model_validate(build_body(values))
    except ValidationError as error:
        objections = _translate(error)
    first = objections[0].field
    messages = [one.message for one in objections if one.field == first]
    raise ValueRefused(first, messages)


def list_entry_objections(body: object) -> tuple[Objection, ...]:
    """Return in Dutch why the ingest API should not get this body; none where it may."""
    try:
        RegisterEntry.model_validate(body)
    except ValidationError as error:
        return _translate(error)
    return ()


def _to_register(field: Field, value: PlainValue) -> object:
    if isinstance(value, str):
        return to_html(value) if field.rich else value
    if value is None:
        return None
    return [_to_item(field, item) for item in value]


def _to_item(field: Field, item: ClaimValue) -> object:
    if not isinstance(item, LinkedTitle):
        return item
    link = "" if item.link is None and field.link_required else item.link
    return {"title": item.title, "link": link}


def _translate(error: ValidationError) -> tuple[Objection, ...]:
    objections = []
    for one in error.errors(include_url=False, include_input=False):
        field = str(one["loc"][0]) if one["loc"] else one.get("ctx", {}).get("field", "")
        message = ENGLISH.get(one["type"], one["msg"])
        objections.append(Objection(field=field, message=message))
    return tuple(objections)
