"""The word lists of `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_words(name: str) -> dict[str, Any]:
    """Return a table of words, in its order."""
    tables: dict[str, dict[str, Any]] = _load_tables()
    return tables[name]


def join_words(words: Iterable[str]) -> str:
    """Return one regular expression of several, without groups."""
    return "|".join(words)


@cache
def _load_tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
