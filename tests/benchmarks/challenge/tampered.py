"""Kinds of false quotes: what a careless or dishonest drafter does to the words it was shown.

Each way returns none where a passage has nothing to change.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from challenge.genuine import cut_edges
from challenge.material import Material, Place

HERE = Path(__file__).parent
NEGATION = re.compile(r"(?<=\w )(?:niet|geen) ")
VERB = re.compile(r"\b(?:wordt|worden|mag|kan|is|heeft|bleek|bewaart|meet|geeft|bedragen) ")
NUMBER = re.compile(r"(?<![\w.,-])\d{2}(?![\d.,])(?!-)")
THOUSANDS = re.compile(r"(?<=\.)(\d)(\d)(?=\d\b)")
PERCENT = re.compile(r"(?<=\d)%")
MINUS = re.compile(r"(?<= )-(?=\d)")
SUPERSCRIPT = re.compile("[²³]")
COMPARISON = re.compile("[<>≤≥]")
FLIPPED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
DATE = re.compile(r"\b(\d\d)-(\d\d)-(?=\d{4}\b)")
Tamper = Callable[[Random, Material, Place], str | None]


@lru_cache(maxsize=1)
def read_tampering() -> dict[str, Any]:
    """Return the words that are changed, and into what."""
    return tomllib.loads((HERE / "tampering.toml").read_text(encoding="utf-8"))


def _sub(
    pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str], text: str
) -> str | None:
    changed, count = pattern.subn(new, text, count=1)
    return changed if count else None


def _drop_negation(_: Random, __: Material, place: Place) -> str | None:
    return _sub(NEGATION, "", place.text)


def _add_negation(_: Random, __: Material, place: Place) -> str | None:
    return None if NEGATION.search(place.text) else _sub(VERB, r"\g<0>niet ", place.text)


def _change_number(random: Random, _: Material, place: Place) -> str | None:
    step = random.randint(1, 8)
    return _sub(NUMBER, lambda n: f"{(int(n[0][0]) - 1 + step) % 9 + 1}{n[0][1]}", place.text)


def _transpose_digits(_: Random, __: Material, place: Place) -> str | None:
    changed = _sub(THOUSANDS, r"\2\1", place.text)
    return None if changed == place.text else changed


def _change_date(_: Random, __: Material, place: Place) -> str | None:
    changed = _sub(DATE, r"\2-\1-", place.text)
    return None if changed == place.text else changed


def _lose_percent(_: Random, __: Material, place: Place) -> str | None:
    return _sub(PERCENT, "", place.text)


def _lose_minus(_: Random, __: Material, place: Place) -> str | None:
    return _sub(MINUS, "", place.text)


def _flatten_superscript(_: Random, __: Material, place: Place) -> str | None:
    return _sub(SUPERSCRIPT, lambda found: {"²": "2", "³": "3"}[found[0]], place.text)


def _flip_comparison(_: Random, __: Material, place: Place) -> str | None:
    return _sub(COMPARISON, lambda found: FLIPPED[found[0]], place.text)


def _cut_comparison(_: Random, __: Material, place: Place) -> str | None:
    """Return what follows a comparison, from its number on."""
    found = COMPARISON.search(place.text)
    return place.text[found.end() :].lstrip() if found else None


def _swap_word(random: Random, _: Material, place: Place) -> str | None:
    return _exchange(random, place, read_tampering()["swaps"])


def _change_unit(random: Random, _: Material, place: Place) -> str | None:
    return _exchange(random, place, read_tampering()["units"])


def _exchange(random: Random, place: Place, words: Mapping[str, str]) -> str | None:
    present = [word for word in words if re.search(rf"\b{word}\b", place.text)]
    if not present:
        return None
    word = random.choice(present)
    return re.sub(rf"\b{word}\b", words[word], place.text, count=1)


def _drop_word(random: Random, _: Material, place: Place) -> str:
    words = place.text.split()
    del words[random.randrange(1, len(words) - 1)]
    return " ".join(words)


def _swap_order(random: Random, _: Material, place: Place) -> str | None:
    words = place.text.split()
    at = random.randrange(1, len(words) - 2)
    if words[at].lower() == words[at + 1].lower():
        return None
    words[at : at + 2] = reversed(words[at : at + 2])
    return " ".join(words)


def _invent_tail(random: Random, _: Material, place: Place) -> str:
    words = place.text.split()
    tail = random.choice(read_tampering()["invented"]["tails"])
    return f"{' '.join(words[: len(words) // 2])} {tail}"


def _invent_head(random: Random, _: Material, place: Place) -> str:
    words = place.text.split()
    head = random.choice(read_tampering()["invented"]["heads"])
    return f"{head} {' '.join(words[len(words) // 2 :])}"


def _stitch(random: Random, material: Material, place: Place) -> str:
    words = place.text.split()
    others = random.choice(material.places).text.split()
    return " ".join(words[: len(words) // 2] + others[len(others) // 2 :])


def _take_foreign(random: Random, material: Material, _: Place) -> str:
    return random.choice(material.foreign)


def _reverse_elided(_: Random, material: Material, place: Place) -> str | None:
    edges = cut_edges(material, place)
    return f"{edges[1]} … {edges[0]}" if edges else None


def _elide_too_far(random: Random, material: Material, place: Place) -> str | None:
    """Return the head of a sentence and the tail of one far after it."""
    starts = [other.span.start for other in material.places]
    far = material.places[bisect_left(starts, place.span.end + 1000) :]
    edges = cut_edges(material, place)
    if edges is None:
        return None
    tried = (cut_edges(material, other) for other in random.sample(far, min(len(far), 10)))
    tail = next((other[1] for other in tried if other), None)
    return f"{edges[0]} … {tail}" if tail else None


def _swap_cells(_: Random, __: Material, place: Place) -> str | None:
    parts = place.written.parts
    return " ".join((parts[1], parts[0], *parts[2:])) if len(parts) > 1 else None


TAMPERED: Mapping[str, Tamper] = {
    "negation dropped": _drop_negation,
    "negation added": _add_negation,
    "number changed": _change_number,
    "digits of a thousand swapped": _transpose_digits,
    "day and month swapped": _change_date,
    "percent sign lost": _lose_percent,
    "minus lost": _lose_minus,
    "superscript made plain": _flatten_superscript,
    "comparison flipped": _flip_comparison,
    "comparison cut off": _cut_comparison,
    "content word swapped": _swap_word,
    "unit changed": _change_unit,
    "word dropped": _drop_word,
    "word order swapped": _swap_order,
    "true head, invented tail": _invent_tail,
    "invented head, true tail": _invent_head,
    "stitched from two places": _stitch,
    "from another document": _take_foreign,
    "elided, reversed": _reverse_elided,
    "elided, too far apart": _elide_too_far,
    "order of cells swapped": _swap_cells,
}
"""By the name that stands in the results."""

MAY_STAND = frozenset({"comparison cut off"})
"""Kinds whose words do stand in the document, and are false without the sign before them."""
