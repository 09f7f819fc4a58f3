"""Of what a sentence speaks: the words of its subject, without what names the dossier itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.checks.words import is_same, stem
from extractor.checks.words import load_words as load_checked
from extractor.contradictions.topics import load_stems, load_words

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LABEL = re.compile(r"^([^:\t]{2,60})[:\t]\s*\S")
_MOST_BEHIND = 4
"""Words behind the verb that are read for a subject."""
_DIRECTED = {"zonder"}
"""Prepositions that tell two things apart: photos with a hit from those without."""

_INDEFINITE = "een"


def read_subject(text: str, own: frozenset[str]) -> frozenset[str] | None:
    """Return the stems of the subject; empty when it is the dossier's own, none when not told.

    `own` holds the stems of the names of the dossier's system. A sentence on 'een systeem' is
    about systems in general, so its subject is not told.
    """
    label = _LABEL.match(text)
    words = [match[0].lower() for match in _WORD.finditer(label[1] if label else text)]
    phrase = words if label else _find_phrase(words)
    if phrase is None:
        return None
    stems = _list_stems(phrase, own) - load_stems("roles")
    return None if phrase[:1] == [_INDEFINITE] and not stems else stems


def is_same_subject(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both speak of the same: every word of the one is in the other."""
    return _lies_in(one, other) and _lies_in(other, one)


def count_shared(one: frozenset[str], other: frozenset[str]) -> int:
    """Return how many stems of the one are in the other, compounds included."""
    return sum(any(is_same(each, there) for there in other) for each in one)


def list_content(text: str, idle: frozenset[str], own: frozenset[str]) -> frozenset[str]:
    """Return the stems of what the text speaks of, without these and without digits."""
    words = (match[0].lower() for match in _WORD.finditer(text))
    return _list_stems((word for word in words if not word[0].isdigit()), own) - idle


def _list_stems(words: Iterable[str], own: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words that tell what is spoken of."""
    idle = load_checked("idle") | load_checked("auxiliaries") | load_checked("negations")
    told = (stem(word) for word in words if word in _DIRECTED or word not in idle)
    return frozenset(told) - own - load_stems("own")


def _lies_in(one: frozenset[str], other: frozenset[str]) -> bool:
    return count_shared(one, other) == len(one)


def _find_phrase(words: Sequence[str]) -> Sequence[str] | None:
    verb = next((at for at, word in enumerate(words) if word in load_words("verbs")), None)
    if verb is None:
        return None
    before = words[:verb]
    if before and before[0] not in load_words("inverting"):
        return before
    behind = []
    for word in words[verb + 1 : verb + 2 + _MOST_BEHIND]:
        if word in load_words("ending") or word[0].isdigit():
            break
        behind.append(word)
    return behind or None
