"""Replies as a scripted llm gives them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from extractor.standard.catalogue import load_fields

NOTHING = {"kind": "not_found", "reason": "Staat er niet in.", "quotes": []}


def write_answer(*answers: Mapping[str, Any]) -> str:
    """Return a reply with these answers, in the asked form."""
    return json.dumps({"answers": list(answers)})


def answer(key: str, *claims: Mapping[str, Any], absent: object = None) -> dict[str, Any]:
    """Return what is answered on one field."""
    return {"field": key, "claims": list(claims), "absent": absent}


def answer_all(*answers: Mapping[str, Any]) -> str:
    """Return a reply with these answers, in which nothing is found for any other field."""
    given = {each["field"] for each in answers}
    empty = (answer(f.key, absent=NOTHING) for f in load_fields() if f.key not in given)
    return write_answer(*answers, *empty)


def claim(value: str, *quotes: tuple[str, str], link: str | None = None) -> dict[str, Any]:
    """Return a claim; each quote with its passage's id."""
    return {
        "value": value,
        "link": link,
        "new_paragraph": False,
        "quotes": [{"passage": passage, "quote": quote} for passage, quote in quotes],
    }
