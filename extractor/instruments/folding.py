"""Reduce text to what a reader would call the same words, whatever the typesetting."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

WORD = re.compile(r"[^\W_]+")
_WEIGHTLESS = re.compile(r"['’‘`´\u00ad\u200b\u200c\u200d\ufeff\ufffe\uffff]")
_SMALL_WORDS = re.compile(r"aan|bij|de|den|der|des|een|en|het|of|op|te|van|voor")
SHORTEST_STEM = 4
"""Endings are cut only as long as this many letters remain."""
_PLURAL_IN_BRACKETS = re.compile(r"(?<=\w)\((\w{1,2})\)")
"""As in "betrokkene(n)", which is folded as the plural."""


def fold_letters(text: str) -> str:
    """Return the text in lower case without accents, ligatures, apostrophes and soft hyphens."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _WEIGHTLESS.sub("", text).lower()


def fold(text: str) -> str:
    """Return only the letters and digits of the text, folded, words parted by single spaces."""
    return " ".join(WORD.findall(fold_letters(_PLURAL_IN_BRACKETS.sub(r"\1", text))))


def list_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry a title's meaning, in order.

    >>> list_stems("Technieken en methoden van de gegevensverwerkingen")
    ('techniek', 'method', 'gegevensverwerking')
    """
    words = fold(text).split()
    return tuple(_cut_ending(word) for word in words if not _SMALL_WORDS.fullmatch(word))


def hash_letters(letters: str) -> str:
    """Return 16 hexadecimal digits that stand for the letters without giving them away."""
    return sha256(letters.encode()).hexdigest()[:16]


def _cut_ending(word: str) -> str:
    """Return the word without plural endings, so that both numbers give one stem."""
    while word.endswith(("e", "n", "s")) and len(word) > SHORTEST_STEM:
        word = word[:-1]
    return word
