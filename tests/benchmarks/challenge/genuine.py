"""Kinds of genuine quotes: what a careful drafter may do to the words it was shown."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from challenge.material import Material, Place
from challenge.setting import LIGATURE, LIGATURES
from extractor.models import Span

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"})
WIDE = {
    character: character + 0xFEE0 for character in range(0x30, 0x7B) if chr(character).isalnum()
}
LINE_END = re.compile(r"[\r\n\f]|\ufffe")
BROKEN = re.compile("(?:[-\u2010\u00ad][ \t]*[\r\n]|\ufffe)")
OWN_HYPHEN = re.compile(r"[^\W\d_]-[^\W\d_]")
FEWEST = 4
"""Words of a part of an elided quote."""


@dataclass(frozen=True)
class Asked:
    """A quote with the passage it should be found at, and the window the drafter was shown."""

    quote: str
    span: Span
    shown: Span | None = None
    exact: bool = False
    """Whether an identical passage elsewhere will not do."""


Ask = Callable[[Random, Material, Place], Asked | None]


def _ask_verbatim(_: Random, material: Material, place: Place) -> Asked | None:
    raw = place.span.of(material.reading.text)
    return Asked(place.text, place.span) if LINE_END.search(raw) else None


def _ask_half(random: Random, material: Material, place: Place) -> Asked | None:
    words = place.text.split()
    middle = len(words) // 2
    if random.random() < 0.5:
        return _ask_from(material, place, 0, words[:middle])
    count = sum(map(str.isalnum, "".join(words[:middle])))
    return _ask_from(material, place, count, words[middle:])


def _ask_from(material: Material, place: Place, first: int, words: list[str]) -> Asked | None:
    """Return words of a place, from its letter `first` on, as a quote; none where a sign leads."""
    quote = " ".join(words).rstrip(".,;:")
    if not (quote[:1].isalnum() and quote[-1].isalnum()):
        return None
    last = first + sum(map(str.isalnum, quote)) - 1
    end = place.letters[last] + 1
    while unicodedata.combining(material.reading.text[end]):
        end += 1
    # Words that stand elsewhere too are rightly found there: that is another kind.
    if material.count(quote) > 1:
        return None
    return Asked(quote, Span(start=place.letters[first], end=end))


def _ask_joined(_: Random, material: Material, place: Place) -> Asked | None:
    return _ask_broken(material, place, own=False)


def _ask_kept(_: Random, material: Material, place: Place) -> Asked | None:
    return _ask_broken(material, place, own=True)


def _ask_broken(material: Material, place: Place, *, own: bool) -> Asked | None:
    """Return a sentence with a word broken at its own hyphen, or at one of the line's."""
    for found in BROKEN.finditer(place.span.of(material.reading.text)):
        offset = place.span.start + found.start()
        letter = sum(letter < offset for letter in place.letters)
        before = _read_sign_after(place.text, letter)
        if (before == "-") is own and before in ("", "-"):
            return Asked(place.text, place.span)
    return None


def _read_sign_after(text: str, letters: int) -> str:
    """Return what stands in a text between so many letters and the next."""
    places = [place for place, character in enumerate(text) if character.isalnum()]
    return text[places[letters - 1] + 1 : places[letters]] if 0 < letters < len(places) else " "


def _ask_straight(_: Random, __: Material, place: Place) -> Asked | None:
    straight = place.text.translate(STRAIGHT)
    return Asked(straight, place.span) if straight != place.text else None


def _ask_over_page(_: Random, material: Material, place: Place) -> Asked | None:
    raw = place.span.of(material.reading.text)
    parted = "\f" in raw or material.list_within(place, "furniture")
    return Asked(place.text, place.span) if parted else None


def _ask_over_mark(_: Random, material: Material, place: Place) -> Asked | None:
    return Asked(place.text, place.span) if material.list_within(place, "footnote_mark") else None


def _ask_cells(_: Random, __: Material, place: Place) -> Asked | None:
    return Asked(place.text, place.span) if len(place.written.parts) > 1 else None


def _ask_other_case(random: Random, _: Material, place: Place) -> Asked:
    change = random.choice([str.upper, str.lower, str.swapcase])
    return Asked(change(place.text), place.span)


def _ask_ligatures(_: Random, __: Material, place: Place) -> Asked | None:
    quote = LIGATURE.sub(lambda found: LIGATURES[found[0]], place.text)
    return Asked(quote, place.span) if quote != place.text else None


def _ask_full_width(_: Random, __: Material, place: Place) -> Asked:
    return Asked(place.text.translate(WIDE), place.span)


def _ask_loose_accents(_: Random, __: Material, place: Place) -> Asked | None:
    quote = unicodedata.normalize("NFD", place.text)
    return Asked(quote, place.span) if quote != place.text else None


def _ask_other_spaces(random: Random, _: Material, place: Place) -> Asked:
    words = place.text.split()
    spaces = [random.choice(["  ", "\n", "\t", "\u00a0", " \u00a0 ", "\u3000"]) for _ in words]
    soft = [re.sub(r"(?<=[^\W\d_]{4})(?=[^\W\d_]{4})", "\u00ad", word) for word in words]
    quote = "".join(word + space for word, space in zip(soft, spaces, strict=True))
    return Asked(quote, place.span)


def _ask_elided(random: Random, material: Material, place: Place) -> Asked | None:
    edges = cut_edges(material, place)
    if edges is None:
        return None
    dots = random.choice([" … ", " ... ", " [...] ", " (…) "])
    return Asked(dots.join(edges), place.span)


def cut_edges(material: Material, place: Place) -> tuple[str, str] | None:
    """Return the first and the last words of a sentence, as few as stand nowhere else."""
    words = place.text.split()
    if len(place.written.parts) > 1:
        return None
    heads = [" ".join(words[:count]) for count in range(FEWEST, len(words) // 2)]
    tails = [" ".join(words[-count:]) for count in range(FEWEST, len(words) // 2)]
    head, tail = (
        next((edge for edge in edges if _is_address(material, edge)), None)
        for edges in (heads, tails)
    )
    return None if head is None or tail is None else (head, tail)


def _is_address(material: Material, words: str) -> bool:
    spelled = [word for word in words.split() if any(map(str.isalnum, word))]
    return len(spelled) >= FEWEST and material.count(words) == 1


def _ask_repeated(_: Random, material: Material, place: Place) -> Asked | None:
    if len(material.twins[place.text]) == 1:
        return None
    return Asked(place.text, place.span, _widen(material, place), exact=True)


def _ask_near_heading(_: Random, material: Material, place: Place) -> Asked | None:
    """Return a repeated sentence, where another paragraph of its section was shown."""
    if len(material.twins[place.text]) == 1:
        return None
    section = _find_section(material, place)
    within = (p for p in material.places if section.holds(p.span) and p.text != place.text)
    shown = next(within, None)
    return Asked(place.text, place.span, shown.span, exact=True) if shown else None


def _widen(material: Material, place: Place) -> Span:
    end = min(place.span.end + 300, len(material.reading.text))
    return Span(start=max(place.span.start - 300, 0), end=end)


def _find_section(material: Material, place: Place) -> Span:
    starts = [heading.start for heading in material.spans["heading"]]
    number = bisect_right(starts, place.span.start)
    edges = [0, *starts, len(material.reading.text)]
    return Span(start=edges[number], end=edges[number + 1])


GENUINE: Mapping[str, Ask] = {
    "verbatim, over lines": _ask_verbatim,
    "half a sentence": _ask_half,
    "line-end hyphen joined": _ask_joined,
    "line-end hyphen kept": _ask_kept,
    "straight quotes and dashes": _ask_straight,
    "over a page end": _ask_over_page,
    "over a footnote mark": _ask_over_mark,
    "cells of a row in order": _ask_cells,
    "other case": _ask_other_case,
    "ligatures": _ask_ligatures,
    "full-width forms": _ask_full_width,
    "loose accents": _ask_loose_accents,
    "other white space, soft hyphens": _ask_other_spaces,
    "elided, as an address": _ask_elided,
    "repeated, in the shown chunk": _ask_repeated,
    "repeated, nearest heading": _ask_near_heading,
}
"""By the name that stands in the results."""
