"""The schemas describe what is written, and refuse what is not."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from jsonschema import Draft202012Validator

from extractor.exports.schemas import SCHEMAS
from extractor.models import Coverage, Decision, Draft
from extractor.standard.catalogue import load_fields
from extractor.standard.entry import RegisterEntry, to_body

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DRAFT = Draft(
    id="a1",
    dossier="d",
    documents=(),
    proposals=(),
    coverage=Coverage(pages_read=1),
    created_at=NOON,
)
DECISION = Decision(
    id="k1",
    dossier="d",
    draft="a1",
    subject="goal",
    action="edit",
    value="Doel.",
    reviewer="R. Lezer",
    decided_at=NOON,
)


def is_valid(name: str, value: object) -> bool:
    """Return whether the schema takes the value."""
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)
    return bool(Draft202012Validator(schema).is_valid(value))


def test_what_is_exported_is_valid(entry: RegisterEntry, least: RegisterEntry) -> None:
    """The full entry and the least one."""
    for each in (entry, least):
        assert is_valid("entry", json.loads(json.dumps(to_body(each))))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("status", "In productie"),
        ("name", "x" * 101),
        ("category", ["Verkeer en vervoer"]),
        ("lang", "nl"),
        ("verzonnen", "x"),
    ],
)
def test_what_the_standard_refuses_is_invalid(
    least: RegisterEntry, key: str, value: object
) -> None:
    """Choices, lengths and keys stand in the schema."""
    assert not is_valid("entry", {**to_body(least), key: value})


def test_every_field_is_explained() -> None:
    """With its official title and what belongs there."""
    properties = SCHEMAS["entry"]()["properties"]

    assert set(properties) == {field.key for field in load_fields()}
    assert all(properties[field.key]["title"] == field.title for field in load_fields())


def test_drafts_and_decisions_are_valid() -> None:
    """As they are kept."""
    assert is_valid("draft", DRAFT.model_dump(mode="json"))
    assert is_valid("decisions", [DECISION.model_dump(mode="json")])
    assert not is_valid("decisions", [{**DECISION.model_dump(mode="json"), "action": "besluit"}])
