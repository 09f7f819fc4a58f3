"""The JSON Schemas of what Bronvast writes: an entry, a draft, a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from extractor.models import Decision, Draft
from extractor.standard.catalogue import Field, load_fields
from extractor.standard.entry import RegisterEntry

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def describe_entry() -> dict[str, Any]:
    """Return the schema of the ingest API's body, with the limits and choices of the standard.

    Lengths of rich text are counted without markup, which a schema cannot: they stand in words.
    """
    schema = RegisterEntry.model_json_schema()
    for field in load_fields():
        _add_limits(schema["properties"][field.key], field)
    return {"$schema": _DIALECT, **schema}


def _add_limits(shape: dict[str, Any], field: Field) -> None:
    shape["title"] = field.title
    shape["description"] = " ".join(field.guidance.split())
    text = next(
        (each for each in shape.get("anyOf", [shape]) if each.get("type") == "string"), None
    )
    if text is not None and field.max_length and not field.rich:
        text["maxLength"] = field.max_length
    if field.rich and field.max_length:
        shape["description"] += f" Hooguit {field.max_length} tekens, zonder opmaak geteld."
    if text is not None and field.choices:
        text["enum"] = list(field.choices)
    for each in shape.get("anyOf", []):
        if field.choices and each.get("type") == "array":
            each["items"]["enum"] = list(field.choices)


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "entry": describe_entry,
    "draft": lambda: {"$schema": _DIALECT, **Draft.model_json_schema()},
    "decisions": lambda: {
        "$schema": _DIALECT,
        "type": "array",
        "items": {"$ref": "#/$defs/Decision"},
        "$defs": _list_definitions(),
    },
}
"""What can be described, by the name the command gives it."""


def _list_definitions() -> dict[str, Any]:
    schema = Decision.model_json_schema()
    return {**schema.pop("$defs", {}), "Decision": schema}
