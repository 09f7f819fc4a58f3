"""Tell how much of a text stands word for word in a document that is not public."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from extractor.checks.rules import Finding, make_finding

LEAST_WORDS = 8
"""Words in a row below which a text says the same by chance: a law, a name, a title."""

_PUBLIC = re.compile(r"(?<!niet )\bopenba(?:ar|re)\b|TLP ?: ?(?:CLEAR|WHITE)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def is_secret(marking: str | None) -> bool:
    """Return whether a document with this marking is not public; without one nothing is said.

    >>> is_secret("Dep. VERTROUWELIJK"), is_secret("openbaar"), is_secret("niet openbaar")
    (True, False, True)
    """
    return marking is not None and not _PUBLIC.search(marking)


def check_secrecy(text: str, marked: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Yield per marking how many words the text repeats from passages of documents with it."""
    words = _list_words(text)
    for marking, passages in marked.items():
        repeated = {
            place for passage in passages for place in _find_repeated(words, _list_words(passage))
        }
        if repeated:
            yield make_finding("non_public_words", count=len(repeated), fact=marking)


def _find_repeated(words: Sequence[str], others: Sequence[str]) -> Iterator[int]:
    """Yield the places of words that stand in a long enough row in both."""
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= LEAST_WORDS:
            yield from range(block.a, block.a + block.size)


def _list_words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
