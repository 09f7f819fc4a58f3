"""The words with which documents answer a field: its own, and its questions' titles."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from extractor.instruments.feeds import list_questions_for
from extractor.instruments.questions import load_instruments


@cache
def list_terms(field: str) -> tuple[str, ...]:
    """Return the terms of a register field; none for a field that no document answers."""
    own = _load_table().get(field, "").split()
    if not own:
        return ()
    titles = (
        question.title
        for instrument in load_instruments()
        for question in list_questions_for(field, instrument).primary
        # A title of a few words names its subject; a whole question asks in everyday words.
        if len(question.title.split()) <= _LONGEST_TITLE
    )
    return (*own, *dict.fromkeys(titles))


_LONGEST_TITLE = 6


@cache
def _load_table() -> dict[str, str]:
    text = Path(__file__).with_name("terms.toml").read_text(encoding="utf-8")
    table: dict[str, str] = tomllib.loads(text)["terms"]
    return table
