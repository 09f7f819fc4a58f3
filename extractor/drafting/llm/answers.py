"""What the llm may answer: records of their own, apart from what the register takes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from pydantic.json_schema import SkipJsonSchema

from extractor.models import Record

SCHEMA_NAME = "answers"
_NOISE = frozenset({"title", "description"})
"""Keywords pydantic writes that say nothing of the form."""


class AnswerQuote(Record):
    """Words that should stand in a passage."""

    passage: str
    quote: str


class AnswerClaim(Record):
    """One sentence, value or list item; `link` belongs to items of a grouping."""

    value: str
    link: str | None
    new_paragraph: bool
    quotes: tuple[AnswerQuote, ...]


class AnswerAbsence(Record):
    """Why there is no value."""

    kind: Literal["stated", "not_found"]
    reason: str
    quotes: tuple[AnswerQuote, ...]


class FieldAnswer(Record):
    """What is answered for one field."""

    field: str
    claims: tuple[AnswerClaim, ...]
    absent: AnswerAbsence | None
    unread: SkipJsonSchema[int] = 0
    """How many parts could not be read; ours, and not asked for."""


class Answer(Record):
    """Everything answered to one question."""

    answers: tuple[FieldAnswer, ...]


@cache
def make_schema() -> dict[str, Any]:
    """Return the JSON schema of an answer, within the strict subset of structured output."""
    cleaned = _clean(Answer.model_json_schema())
    if not isinstance(cleaned, dict):
        raise TypeError
    return cleaned


def merge_answers(answers: Iterable[FieldAnswer]) -> dict[str, FieldAnswer]:
    """Return one answer a field; of a field answered more than once no claim is lost.

    Equal values bring their quotes together. That there is no value counts only without claims.
    """
    parts: dict[str, list[FieldAnswer]] = {}
    for answer in answers:
        parts.setdefault(answer.field, []).append(answer)
    return {field: _merge(given) for field, given in parts.items()}


def _merge(parts: list[FieldAnswer]) -> FieldAnswer:
    if len(parts) == 1:
        return parts[0]
    claims: dict[tuple[str, str], AnswerClaim] = {}
    for claim in (claim for part in parts for claim in part.claims):
        same = (claim.value.strip(), (claim.link or "").strip())
        quotes = (*claims[same].quotes, *claim.quotes) if same in claims else claim.quotes
        claims[same] = claims.get(same, claim).model_copy(update={"quotes": quotes})
    absences = [part.absent for part in parts if part.absent]
    stated = [absent for absent in absences if absent.kind == "stated"]
    absent = next(iter((*stated, *absences)), None)
    return parts[0].model_copy(
        update={
            "claims": tuple(claims.values()),
            "absent": None if claims else absent,
            "unread": sum(part.unread for part in parts),
        }
    )


def _clean(schema: object, *, names: bool = False) -> object:
    """Drop the noise; below `properties` and `$defs` the keys are names, not keywords."""
    if isinstance(schema, list):
        return [_clean(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _clean(part, names=key in {"properties", "$defs"} and not names)
        for key, part in schema.items()
        if names or key not in _NOISE
    }
