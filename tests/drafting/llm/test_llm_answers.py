"""The form an answer must have, and what it may be asked in."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.drafting.llm.answers import make_schema, read_answer

ALLOWED = {
    "$defs",
    "$ref",
    "additionalProperties",
    "anyOf",
    "enum",
    "items",
    "properties",
    "required",
    "type",
}
"""The keywords of the strict subset of structured output that this schema needs."""


def list_schemas(schema: object, *, names: bool = False) -> Iterator[dict[str, object]]:
    """Yield every schema in a schema; below `properties` and `$defs` keys are names."""
    if isinstance(schema, list):
        for part in schema:
            yield from list_schemas(part)
    if isinstance(schema, dict):
        if not names:
            yield schema
        for key, part in schema.items():
            yield from list_schemas(part, names=not names and key in {"properties", "$defs"})


def test_the_schema_stays_within_the_strict_subset() -> None:
    """Only listed keywords, so that every endpoint with structured output takes it."""
    used = {key for schema in list_schemas(make_schema()) for key in schema}

    assert used <= ALLOWED


def test_every_key_is_asked_for_and_no_other() -> None:
    """Strict structured output wants each property required and nothing besides."""
    objects = [s for s in list_schemas(make_schema()) if s.get("type") == "object"]

    assert len(objects) == 5
    for schema in objects:
        properties = schema["properties"]
        assert isinstance(properties, dict)
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(properties)


def test_an_answer_of_another_form_is_none() -> None:
    """Prose, truncated JSON and unknown keys are no answers."""
    assert read_answer("Natuurlijk! Hier is het antwoord.") is None
    assert read_answer('{"answers": [') is None
    assert read_answer('{"answers": [], "extra": 1}') is None
    assert read_answer('{"answers": []}') is not None
