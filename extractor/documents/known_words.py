"""Tell whether a word is a Dutch or English one, or two of them written together.

The words are kept as sorted hashes of 32 bits: looking one up needs no dictionary in memory. By
chance one unknown word in ten thousand counts as known.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).with_name("known_words.bin")
"""Made by a script from the dictionaries of pyspellchecker: loading those takes 0.2 s and 43 MB."""

SHORTEST_PART = 4
"""Letters of each word of a compound; shorter ones fit together into anything."""

REMEMBERED = 50_000
"""So many words are looked up once only; a long document has fewer different ones."""


@lru_cache(REMEMBERED)
def is_listed(word: str) -> bool:
    """Return whether a lower-case word is in the list by itself."""
    hashes, hashed = _load_hashes(), hash_word(word)
    at = bisect_left(hashes, hashed)
    return at < len(hashes) and hashes[at] == hashed


@lru_cache(REMEMBERED)
def is_compound(word: str) -> bool:
    """Return whether a lower-case word is two listed ones written together."""
    return any(all(map(is_listed, parts)) for parts in split_compound(word))


def split_compound(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to see a word as two, also with an s between them.

    >>> list(split_compound("stadsrand"))
    [('stad', 'srand'), ('stad', 'rand'), ('stads', 'rand')]
    """
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        yield word[:at], word[at:]
        if word[at] == "s" and len(word) - at > SHORTEST_PART:
            yield word[:at], word[at + 1 :]


def hash_word(word: str) -> int:
    """Return the number a word is kept as."""
    return zlib.crc32(word.encode())


@cache
def _load_hashes() -> array[int]:
    """Return the hashes of all words, sorted."""
    hashes = array("I", DATA.read_bytes())
    if sys.byteorder == "big":
        hashes.byteswap()
    return hashes
