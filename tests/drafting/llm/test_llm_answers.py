"""The form an answer must have, and what it may be asked in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.drafting.llm.answers import (
    AnswerAbsence,
    AnswerClaim,
    AnswerQuote,
    FieldAnswer,
    make_schema,
    merge_answers,
)
from extractor.drafting.llm.replies import read_answer

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
    assert read_answer('{"answers": [{"claims": []}]}') is None
    assert read_answer('{"answers": []}') is not None


NOT_FOUND = AnswerAbsence(kind="not_found", reason="", quotes=())
STATED = AnswerAbsence(
    kind="stated", reason="geen", quotes=(AnswerQuote(passage="p1", quote="Die is er niet."),)
)


def say(*values: str, absent: AnswerAbsence | None = None, quote: str = "w") -> FieldAnswer:
    """Return an answer for one field with these values."""
    quotes = (AnswerQuote(passage="p1", quote=quote),)
    claims = [AnswerClaim(value=v, link=None, new_paragraph=False, quotes=quotes) for v in values]
    return FieldAnswer(field="status", claims=tuple(claims), absent=absent)


@pytest.mark.parametrize(
    "parts",
    [
        (say("In gebruik"), say(absent=NOT_FOUND)),
        (say(absent=NOT_FOUND), say("In gebruik")),
        (say(absent=STATED), say("In gebruik")),
        (say("In gebruik", absent=NOT_FOUND), say()),
    ],
)
def test_an_empty_answer_takes_no_claim_away(parts: tuple[FieldAnswer, ...]) -> None:
    """A field that is answered twice keeps its claim, whichever answer comes last."""
    merged = merge_answers(parts)["status"]

    assert [claim.value for claim in merged.claims] == ["In gebruik"]
    assert merged.absent is None


def test_two_answers_for_a_field_are_both_kept() -> None:
    """In their order; the person chooses."""
    merged = merge_answers([say("In gebruik"), say("Buiten gebruik")])["status"]

    assert [claim.value for claim in merged.claims] == ["In gebruik", "Buiten gebruik"]


def test_the_same_value_twice_is_one_claim_with_both_quotes() -> None:
    """A repeated answer is no contradiction."""
    merged = merge_answers([say("In gebruik", quote="een"), say("In gebruik ", quote="twee")])

    (claim,) = merged["status"].claims
    assert [quote.quote for quote in claim.quotes] == ["een", "twee"]


@pytest.mark.parametrize(
    "parts", [(say(absent=NOT_FOUND), say(absent=STATED)), (say(absent=STATED), say())]
)
def test_a_stated_absence_goes_before_not_found(parts: tuple[FieldAnswer, ...]) -> None:
    """It brings words that can be checked."""
    assert merge_answers(parts)["status"].absent == STATED


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c"]), max_size=3), max_size=4))
def test_no_value_is_lost(values: list[list[str]]) -> None:
    """However the values are spread over answers."""
    merged = merge_answers([say(*given, absent=NOT_FOUND) for given in values])

    kept = {claim.value for answer in merged.values() for claim in answer.claims}
    assert kept == {value for given in values for value in given}
