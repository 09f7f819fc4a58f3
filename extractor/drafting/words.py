"""The word lists of `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def load_words(name: str) -> tuple[str, ...]:
    """Return the words of a list, in its order."""
    text = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[name].split())
