"""Numbers that count or measure something, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise

from extractor.facts.number_words import find_number_words
from extractor.facts.words import join_words, load_words
from extractor.models import Span

_DIGITS = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![\w])"
)
_DUTCH = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_ENGLISH = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_SEEN = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Number:
    """A number with its unit; what is written in two ways has two readings."""

    readings: tuple[Fraction, ...]
    words: str
    span: Span
    unit: str = ""
    """`percent`, `euro`, a unit of time, or nothing."""
    stated: bool = True
    """Whether the sentence says the number: 'beide' carries two, but does not say it."""

    def equals(self, other: Number) -> bool:
        """Return whether both say the same amount; a number without unit may be of any.

        >>> hour, day = find_numbers("24 uur is een dag")
        >>> hour.equals(day)
        True
        """
        any_unit = not other.unit or (not self.unit and other.unit != "percent")
        if any_unit or self.unit == other.unit:
            alike = not set(self.readings).isdisjoint(other.readings)
            return alike or not _measure(self).isdisjoint(_measure(other))
        return not _measure(self).isdisjoint(_measure(other))


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers in the text in order, with their units; parts of names are none.

    >>> [str(found.readings[0]) for found in find_numbers("twaalf van de 1.250,50 (versie 2.1)")]
    ['12', '2501/2']
    """
    masked = mask(text, (match.span() for match in _find_references(text)))
    read = sorted(_read_all(masked), key=lambda number: (number.span.start, -number.span.end))
    apart = [number for at, number in enumerate(read) if not _is_inside(number, read[:at])]
    return tuple(_share_units(masked, apart))


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with what stands in the spans made blank, so that places stay the same."""
    for start, end in spans:
        text = text[:start] + _SEEN.sub("_", text[start:end]) + text[end:]
    return text


def _find_references(text: str) -> Iterator[re.Match[str]]:
    for pattern in _load_references():
        yield from pattern.finditer(text)


@cache
def _load_references() -> tuple[re.Pattern[str], ...]:
    patterns = load_words("references")["patterns"]
    return tuple(re.compile(each, re.IGNORECASE | re.MULTILINE) for each in patterns)


def _read_all(text: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        yield _read_unit(text, _read_digits(match[0]), match.span(), stated=True)
    yield from _read_often(text)
    for found in find_number_words(text):
        place = (found.span.start, found.span.end)
        yield _read_unit(text, found.readings, place, stated=found.stated)


def _read_often(text: str) -> Iterator[Number]:
    """Yield the numbers in words that say how often: 'halfjaarlijks' is six months."""
    for pattern, (unit, count) in load_words("often").items():
        for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            yield _make((Fraction(count),), text, match.span(), unit, stated=False)


def _read_digits(words: str) -> tuple[Fraction, ...]:
    """Return what the digits say as Dutch writes them, and as English does where that differs."""
    plain = re.sub(r"\s", "", words)
    readings = []
    if _DUTCH.fullmatch(plain):
        readings.append(Fraction(plain.replace(".", "").replace(",", ".")))
    if _ENGLISH.fullmatch(plain):
        readings.append(Fraction(plain.replace(",", "")))
    return tuple(dict.fromkeys(readings))


def _read_unit(
    text: str, readings: tuple[Fraction, ...], place: tuple[int, int], *, stated: bool
) -> Number:
    """Return the number with the thousands and the unit that stand beside it."""
    start, end = place
    if match := _load_beside("magnitudes").match(text, end):
        size = int(next(name for name, found in match.groupdict().items() if found)[1:])
        readings, end = tuple(each * size for each in readings), match.end()
    if euro := re.search(r"(?:€|\bEUR\b)\s*$", text[:start], re.IGNORECASE):
        return _make(readings, text, (euro.start(), end), "euro", stated=stated)
    if match := _load_beside("units").match(text, end):
        unit = next(name for name, found in match.groupdict().items() if found)[1:]
        return _make(readings, text, (start, match.end()), unit, stated=stated)
    return _make(readings, text, (start, end), "", stated=stated)


@cache
def _load_beside(table: str) -> re.Pattern[str]:
    """Return the pattern of what may stand behind a number, with a group a unit."""
    rows = load_words(table).items()
    groups = join_words(f"(?P<_{name}>{join_words(words)})" for name, words in rows)
    return re.compile(rf"\s*-?(?:{groups})(?!\w)", re.IGNORECASE)


def _make(
    readings: tuple[Fraction, ...], text: str, place: tuple[int, int], unit: str, *, stated: bool
) -> Number:
    span = Span(start=place[0], end=place[1])
    return Number(readings, " ".join(span.of(text).split()), span, unit, stated)


def _is_inside(number: Number, before: list[Number]) -> bool:
    return any(other.span.touches(number.span) for other in before)


def _share_units(text: str, numbers: list[Number]) -> Iterator[Number]:
    """Yield the numbers; in '5 tot 10 minuten' both are minutes."""
    joint = re.compile(load_words("ranges")["joints"], re.IGNORECASE)
    for number, after in pairwise([*numbers, None]):
        if number is None:
            continue
        between = text[number.span.end : after.span.start] if after else ""
        shared = after is not None and not number.unit and joint.fullmatch(between)
        yield replace(number, unit=after.unit) if after and shared else number


def _measure(number: Number) -> set[tuple[str, Fraction]]:
    """Return how much it is, in a unit that others share; nothing where there is none."""
    if number.unit == "percent":
        return {("part", each / 100) for each in number.readings}
    if number.unit in load_words("lengths"):
        kind, size = load_words("lengths")[number.unit]
        return {(kind, each * size) for each in number.readings}
    if not number.unit:
        return {("part", each) for each in number.readings}
    return {(number.unit, each) for each in number.readings}
