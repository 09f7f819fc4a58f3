"""Replies as a scripted llm gives them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def write_answer(*answers: Mapping[str, Any]) -> str:
    """Return a reply with these answers, in the asked form."""
    return json.dumps({"answers": list(answers)})


def answer(key: str, *claims: Mapping[str, Any], absent: object = None) -> dict[str, Any]:
    """Return what is answered on one field."""
    return {"field": key, "claims": list(claims), "absent": absent}


def claim(value: str, *quotes: tuple[str, str], link: str | None = None) -> dict[str, Any]:
    """Return a claim; each quote with its passage's id."""
    return {
        "value": value,
        "link": link,
        "new_paragraph": False,
        "quotes": [{"passage": passage, "quote": quote} for passage, quote in quotes],
    }
