"""Ask for what a good entry says of a field, where no word of it is there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractor.checks.rules import Finding, make_finding
from extractor.standard.catalogue import Field


def check_content(field: Field, text: str) -> Iterator[Finding]:
    """Yield the question that the text leaves open; none where a single word may answer it."""
    asked = _load_questions().get(field.key)
    if asked and not any(pattern.search(text) for pattern in asked[1]):
        yield make_finding(asked[0])


def list_asked_fields() -> tuple[str, ...]:
    """Return the fields of which a question is asked."""
    return tuple(_load_questions())


@cache
def _load_questions() -> dict[str, tuple[str, tuple[re.Pattern[str], ...]]]:
    """Return by field the rule that asks and the words that answer."""
    text = Path(__file__).with_name("content.toml").read_text(encoding="utf-8")
    return {
        key: (row["rule"], tuple(re.compile(each, re.IGNORECASE) for each in row["patterns"]))
        for key, row in tomllib.loads(text).items()
    }
