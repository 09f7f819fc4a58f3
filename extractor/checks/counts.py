"""Whether passages carry a number: by saying it, or by listing so many things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checks.words import is_same, load_words, stem
from extractor.facts import Facts, Number, find_facts

_MOST_LISTED = 20
"""Items of a list that are counted to carry a number."""
_FOLLOWING = 2
"""Words looked at behind a number for what it counts: an adjective may come first."""
_ITEM = r"[\w'’/-]+(?: [\w'’/-]+){0,3}"
_LIST = re.compile(rf"(?:{_ITEM}, )+{_ITEM},? (?:en|of|alsmede|and|or) \w")
"""Short items with commas between them, and a word before the last."""
_BULLET = re.compile(r"^\s*(?:[-•–*]|\d+[.)])\s", re.MULTILINE)
_NEXT = re.compile(r" ([^\W\d_]+(?:['’-][^\W\d_]+)*)")


@dataclass(frozen=True)
class Carried:
    """What the passages of a statement state together."""

    text: str
    facts: Facts
    passages: int
    lists: frozenset[int]
    """How many items the lists in the passages have."""


def read_passages(passages: Sequence[str]) -> Carried:
    """Return what the passages state together."""
    joined = "\n".join(passages)
    return Carried(joined, find_facts(joined), len(passages), _count_lists(joined))


def carries_number(number: Number, text: str, carried: Carried) -> bool:
    """Return whether the passages carry a number that this text states.

    As many items in a list carry it only where the passages do not count the same things
    otherwise: beside 'twee auto's' no list carries three cars.
    """
    numbers = carried.facts.numbers
    if any(number.equals(other) for other in numbers):
        return True
    if number.unit or not _is_listed(number, carried):
        return False
    counted = _find_counted(text, number)
    others = (_find_counted(carried.text, other) for other in numbers if other.stated)
    return not any(_shares(counted, things) for things in others)


def _find_counted(text: str, number: Number) -> list[str]:
    """Return the stems of the words right behind the number that say what it counts."""
    found: list[str] = []
    place = number.span.end
    while len(found) < _FOLLOWING and (match := _NEXT.match(text, place)):
        word = match[1].lower()
        if word in load_words("idle") or word in load_words("auxiliaries"):
            break
        found.append(stem(word))
        place = match.end()
    return found


def _shares(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(is_same(one, other) for one in some for other in others)


def _is_listed(number: Number, carried: Carried) -> bool:
    """Return whether the passages list so many items, or are so many themselves."""
    whole = number.readings[0]
    return whole in carried.lists or 1 < whole == carried.passages


def _count_lists(text: str) -> frozenset[int]:
    counts = [
        len(re.findall(", (?!en |of |and |or )", match[0])) + 2 for match in _LIST.finditer(text)
    ]
    bullets = len(_BULLET.findall(text))
    return frozenset(count for count in (*counts, bullets) if 1 < count <= _MOST_LISTED)
