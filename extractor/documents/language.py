"""Tell Dutch from English by the small words that every sentence needs."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

_WORD = re.compile(r"[a-zà-ÿ]+")


def tell_language(text: str) -> Literal["nl", "en"] | None:
    """Return the language whose small words are most frequent, or none where that tells nothing."""
    words = _WORD.findall(text.lower())
    dutch, english = (sum(word in _load_words(name) for word in words) for name in ("nl", "en"))
    if dutch == english:
        return None
    return "nl" if dutch > english else "en"


@cache
def _load_words(language: str) -> frozenset[str]:
    """Return small words of one language that the other does not have."""
    path = Path(__file__).with_name("language.toml")
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))[language].split())
