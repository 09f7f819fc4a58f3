"""The forms in which an endpoint can be held to a schema, the strictest first."""

from __future__ import annotations

from typing import Any

from extractor.fitness import AnswerForm
from extractor.llm.questions import Question

Form = AnswerForm
FORMS: tuple[Form, ...] = ("json_schema", "json_object", "text")
"""Structured output; any JSON; no more than our words for it."""


def write_request(question: Question, form: Form) -> dict[str, Any]:
    """Return the messages and the response format; where no schema goes along, words spell it."""
    system = question.system
    if form != "json_schema" and question.spelled_out:
        system = f"{system}\n\n{question.spelled_out}"
    request: dict[str, Any] = {
        "messages": [
            {"role": "system", "content": system},
            {"role": "user", "content": question.user},
        ]
    }
    if form == "json_schema":
        request["response_format"] = {
            "type": "json_schema",
            "json_schema": {
                "name": question.schema_name,
                "strict": True,
                "schema": dict(question.answer_schema),
            },
        }
    elif form == "json_object":
        request["response_format"] = {"type": "json_object"}
    return request


def find_looser(form: Form) -> Form | None:
    """Return the form to try when an endpoint refuses this one; none after the last."""
    place = FORMS.index(form) + 1
    return FORMS[place] if place < len(FORMS) else None
