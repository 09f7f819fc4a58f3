"""Dates as sentences write them, from a day to a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from extractor.facts.words import load_words
from extractor.models import Span

_MONTHS_IN_A_QUARTER = 3
_CENTURY = 2000
_LEAP_YEAR = 2000
"""Stands in where no year is given: a day in it may be the 29th of February."""


@dataclass(frozen=True)
class StatedDate:
    """A date with what is said of it: a day may lack its year, a year its months."""

    words: str
    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    stated_quarter: int | None = None
    certain: bool = True
    """Whether the words are a date for sure: four digits may be a count."""

    @property
    def quarter(self) -> int | None:
        """Return the quarter of the year it says or lies in, from 1."""
        if self.month is None:
            return self.stated_quarter
        return (self.month - 1) // _MONTHS_IN_A_QUARTER + 1

    @property
    def month_and_day(self) -> tuple[int | None, int | None, int | None]:
        """Return what it says without its year."""
        return self.stated_quarter, self.month, self.day

    def lies_in(self, other: StatedDate) -> bool:
        """Return whether all that the other date says is true of this one.

        The first of March 2024 lies in March 2024, in its first quarter and in 2024.
        """
        pairs = (
            (other.year, self.year),
            (other.stated_quarter, self.quarter),
            (other.month, self.month),
            (other.day, self.day),
        )
        return all(said is None or said == ours for said, ours in pairs)


def find_dates(text: str) -> tuple[StatedDate, ...]:
    """Return the dates in the text in order; what no calendar has is no date.

    >>> [(found.year, found.month) for found in find_dates("van 1 maart 2024 tot eind 2025")]
    [(2024, 3), (2025, None)]
    """
    found = (_read(match, text) for match in _load_pattern().finditer(text))
    return tuple(stated for several in found for stated in several)


@cache
def _load_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(load_words("months"), key=len, reverse=True))
    whole = load_words("whole_months")["names"]
    quarters = "|".join(load_words("quarters"))
    year = r"(?:(?:19|20)\d\d)"
    turn = r"(?:e|de|ste|st|nd|rd|th)?"
    joint = r"\s*(?:t/m|tot en met|tot|en|to|and|[-–])\s*"
    return re.compile(
        rf"""(?<![\w.,/€-])(?<!€\s)(?:
        (?P<iso>{year}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])
        |(?P<numeric>\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{year}|\d\d))(?![\d.,]*\d)
        |(?P<quarter>(?:Q(?P<q>[1-4])|(?:(?P<qn>[1-4]){turn}|(?P<qw>{quarters}))\s+(?:kwartaal|quarter))
            (?:,?\s+(?:(?:van|in|of)\s+)?(?P<qy>{year}))?)\b
        |(?:(?P<from>\d{{1,2}}){turn}{joint})?(?P<day>\d{{1,2}}){turn}\s+(?:of\s+)?
            (?P<month>{months})\b\.?(?:,?\s+(?P<year>{year}|['’]\d\d)\b)?
        |(?P<month2>{months})\b\.?\s+(?P<day2>\d{{1,2}}){turn},?\s+(?P<year2>{year})\b
        |(?P<month3>{months})\b\.?\s+(?P<year3>{year}|['’]\d\d)\b
        |(?P<month4>{whole})\b
        |(?P<years>{year})(?:\s?[-–/]\s?(?P<until>{year}|['’]?\d\d))?(?![\w.,-]*\d|\w|-\w)
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def _read(match: re.Match[str], text: str) -> Iterator[StatedDate]:
    words = " ".join(match[0].split())
    span = Span(start=match.start(), end=match.end())
    if match["iso"] or match["numeric"]:
        parts = [int(part) for part in re.findall(r"\d+", words)]
        year, month, day = (parts if match["iso"] else parts[::-1]) + [None] * (3 - len(parts))
        yield from _make(words, span, _complete(year), month, day)
    elif match["quarter"]:
        number = match["q"] or match["qn"] or load_words("quarters")[match["qw"].lower()]
        year = int(match["qy"]) if match["qy"] else None
        yield StatedDate(words, span, year=year, stated_quarter=int(number))
    elif match["years"]:
        certain = bool(match["until"]) or _is_year(text, match)
        for number in filter(None, (match["years"], match["until"])):
            yield StatedDate(words, span, year=_read_year(number), certain=certain)
    else:
        yield from _read_named(match, words, span)


def _read_named(match: re.Match[str], words: str, span: Span) -> Iterator[StatedDate]:
    name = next(filter(None, (match[f"month{each}"] for each in ("", "2", "3", "4"))))
    month = load_words("months")[name.lower()]
    year = _read_year(match["year"] or match["year2"] or match["year3"])
    for day in filter(None, (match["from"], match["day"] or match["day2"] or "0")):
        yield from _make(words, span, year, month, int(day) or None)


def _make(
    words: str, span: Span, year: int | None, month: int | None, day: int | None
) -> Iterator[StatedDate]:
    try:
        date(year or _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return
    yield StatedDate(words, span, year=year, month=month, day=day)


def _read_year(words: str | None) -> int | None:
    return _complete(int(words.lstrip("'’"))) if words else None


def _complete(year: int | None) -> int | None:
    """Return a year of four digits; of two digits one in this century is meant."""
    return year if year is None or year >= _CENTURY // 20 else year + _CENTURY


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Return whether four digits are a year by the words beside them."""
    cues = load_words("year_cues")["before"]
    before = re.search(
        rf"(?:\b(?:{cues})(?:\s+het jaar)?\s+|[(/]\s*)$", text[: match.start()], re.IGNORECASE
    )
    verbs = load_words("year_cues")["verbs"]
    counted = re.match(rf"\s+(?!(?:{verbs})\b)[a-zà-ÿ]{{3,}}(?:en|s|'s|’s)\b", text[match.end() :])
    ends = re.match(r"\s*(?:[.,;:)]|$)", text[match.end() :])
    return bool(before and not counted) or bool(ends)
