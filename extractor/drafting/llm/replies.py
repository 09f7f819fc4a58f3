"""Replies into answers; of one that is not quite of the asked form, part by part what is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from extractor.drafting.llm.answers import (
    Answer,
    AnswerAbsence,
    AnswerClaim,
    AnswerQuote,
    FieldAnswer,
)

_THOUGHTS = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_CLOSED = ("}", "]")
_DEEPEST = 200
"""Brackets open at once; no answer has so many, and deeper ones overflow parsers."""


def read_answer(text: str) -> Answer | None:
    """Return the answer, without parts that cannot be read; these are counted with their field.

    None when there is no JSON to read, or when it breaks off: its last part would pass for a
    whole one.
    """
    with suppress(ValidationError):
        return Answer.model_validate_json(text)
    answers = _list_answers(text)
    return None if answers is None else Answer(answers=answers)


def _list_answers(text: str) -> tuple[FieldAnswer, ...] | None:
    said = _parse(_THOUGHTS.sub("", text))
    items = said.get("answers", said) if isinstance(said, dict) else said
    if isinstance(items, dict):
        items = [
            {"field": key, **part} if isinstance(part, dict) else None
            for key, part in items.items()
        ]
    if not isinstance(items, list):
        return None
    read = tuple(answer for item in items if (answer := _read_field(item)) is not None)
    return read if read or (isinstance(said, dict) and not items) else None


def _parse(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the JSON in a text, mended where its signs went wrong; none without any."""
    start = min((at for sign in "{[" if (at := text.find(sign)) >= 0), default=-1)
    end = max(text.rfind(sign) for sign in _CLOSED) + 1
    after = text[end:].strip().strip("`")
    if start < 0 or end <= start or _measure_depth(text) > _DEEPEST:
        return None
    if any(sign in after for sign in '":,'):  # it broke off behind the last bracket
        return None
    try:
        return json.loads(text[start:end])
    except ValueError:
        pass
    from json_repair import repair_json  # noqa: PLC0415 - loaded when an answer is odd

    body = text[start:end]
    # What has more opened than closed was cut off; mending would make up its end.
    if body.count("{") > body.count("}") or body.count("[") > body.count("]"):
        return None
    return repair_json(body, return_objects=True, skip_json_loads=True)


def _measure_depth(text: str) -> int:
    depth = deepest = 0
    for sign in text:
        depth += (sign in "{[") - (sign in "}]")
        deepest = max(deepest, depth)
    return deepest


def _read_field(item: object) -> FieldAnswer | None:
    if not isinstance(item, dict) or not isinstance(item.get("field"), str):
        return None
    said = _list_parts(item.get("claims"))
    claims = tuple(claim for part in said if (claim := _read_claim(part)) is not None)
    return FieldAnswer(
        field=item["field"].strip(" `"),
        claims=claims,
        absent=None if claims else _read_absence(item.get("absent")),
        unread=len(said) - len(claims),
    )


def _read_claim(part: object) -> AnswerClaim | None:
    if not isinstance(part, dict):
        return None
    value, link = part.get("value"), part.get("link")
    if not isinstance(value, str) or not value.strip():
        return None
    return AnswerClaim(
        value=value,
        link=link if isinstance(link, str) else None,
        new_paragraph=part.get("new_paragraph") is True,
        quotes=tuple(_read_quotes(part.get("quotes"))),
    )


def _read_absence(part: object) -> AnswerAbsence | None:
    if not isinstance(part, dict) or part.get("kind") not in ("stated", "not_found"):
        return None
    reason = part.get("reason")
    return AnswerAbsence(
        kind=part["kind"],
        reason=reason if isinstance(reason, str) else "",
        quotes=tuple(_read_quotes(part.get("quotes"))),
    )


def _read_quotes(parts: object) -> Iterator[AnswerQuote]:
    for part in _list_parts(parts):
        match part:
            case {"quote": str(quote), **rest} if quote.strip():
                passage = rest.get("passage")
                yield AnswerQuote(passage=passage if isinstance(passage, str) else "", quote=quote)
            case _:
                continue


def _list_parts(parts: object) -> list[object]:
    if isinstance(parts, list):
        return parts
    return [] if parts is None else [parts]
