"""The word lists of `words.toml`, and when two words are one."""

from __future__ import annotations

import re
import threading
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer

_SHORTEST_PART = 5
"""Letters of a word that is looked for inside a longer, compound one."""
_LONGEST_STEM = 6
"""Letters compared of two stems: what comes after tells forms of one word apart."""
_STEMMING = threading.Lock()
"""The stemmer keeps the word it works on, and would mix those of two threads."""


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return a table of words, in its order."""
    text = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)[name]
    return table


@cache
def load_words(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(load_table(name)["words"].split())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what the forms of a word have in common.

    >>> stem("gecontroleerd") == stem("controles"), stem("controle") == stem("contract")
    (True, False)
    """
    bare = re.sub(r"^ge(?=[^aeiou]\w{3})", "", word.lower())
    with _STEMMING:
        plain = _load_stemmer().stemWord(bare)
    return str(plain)[:_LONGEST_STEM]


def is_same(one: str, other: str) -> bool:
    """Return whether two stems are of one word, or the one is part of the other, a compound."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_PART and short in long


@cache
def _load_stemmer() -> Any:  # noqa: ANN401 - the library has no types
    return snowballstemmer.stemmer("dutch")
