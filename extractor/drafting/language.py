"""Tell Dutch from English by the words that every sentence needs."""

from __future__ import annotations

import re

from extractor.drafting.words import load_words

_WORD = re.compile(r"[a-zà-ÿ]+")


def is_dutch(text: str, *, in_doubt: bool = True) -> bool:
    """Return whether the text reads as Dutch; `in_doubt` answers for texts that do not tell."""
    words = _WORD.findall(text.lower())
    dutch = sum(word in load_words("dutch") for word in words)
    english = sum(word in load_words("english") for word in words)
    return in_doubt if dutch == english else dutch > english
