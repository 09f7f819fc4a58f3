"""Find the version and the date a document gives of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.profile.front import Front, is_label
from extractor.documents.profile.profiles import Place, Sign, Told
from extractor.documents.profile.signs import Signs
from extractor.documents.profile.statuses import HISTORY

VERSION = re.compile(
    r"\b(?:versie(?:nummer)?|version)[\s:.*|]{0,6}(?:(?:concept|nr\.?|draft)\s+)?"
    r"(\d{1,2}(?:\.\d{1,3}){0,3})\b(?![-/]\d|\.?[a-z]|\s+[^\W\d_]+\.?\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A day that follows the word is no version: Versie: 24 augustus 2020."""

SHORT_VERSION = re.compile(
    r"(?:^|[|·–(,] ?)v\.? ?(\d{1,2}(?:\.\d{1,3}){1,3})\b|\bv\.? ?(\d{1,2}(?:\.\d{1,3}){1,3})$",
    re.IGNORECASE,
)
"""Where it stands apart or ends a title, a letter is enough."""

NAMED_VERSION = re.compile(
    r"(?<![a-z])v(?:ersie)?[ .]{0,2}(\d{1,2}(?:\.\d{1,3}){0,3})(?!\.?\w)"
    r"|(?<![\d.,-])(\d{1,2}\.\d{1,2})(?![\d.-])",
    re.IGNORECASE,
)
"""In a file name a letter is enough, and so is a number with a point."""


def find_version(front: Front, signs: Signs) -> Told[str] | None:
    """Return the version a line gives, else the one in the name."""
    page, running, name = front.places()
    searched = (
        (VERSION, page),
        (VERSION, running),
        (SHORT_VERSION, page),
        (SHORT_VERSION, running),
        (NAMED_VERSION, name),
    )
    for pattern, (place, lines) in searched:
        for line in lines:
            if found := _search(pattern, line, signs):
                number = next(filter(None, found.groups()))
                return Told(number, Sign(found[0].strip(" |·–(,"), place))
    return None


def _search(pattern: re.Pattern[str], line: str, signs: Signs) -> re.Match[str] | None:
    """Return a version in the line that is the document's own."""
    plain = signs.instruments.sub("", line)
    if signs.voices.subjects.match(line):
        return None
    return next(
        (
            found
            for found in pattern.finditer(plain)
            if not signs.of_others.search(plain[: found.start()])
        ),
        None,
    )


def find_date(front: Front, signs: Signs) -> Told[str] | None:
    """Return the date a line gives as such, else of a line that is one, else of the name."""
    for place, line in _list_dated(front, signs):
        if found := signs.dates.find(line):
            return Told(found.iso, Sign(found.words, place))
    return None


def _list_dated(front: Front, signs: Signs) -> Iterator[tuple[Place, str]]:
    """Yield the lines that may give the date, the most telling first."""
    running = tuple(line for line in front.running if is_label(line))
    places: tuple[tuple[Place, tuple[str, ...]], ...] = (
        ("page", front.labels),
        ("header", running),
    )
    for place, lines in places:
        for line in lines:
            if (
                signs.dated.search(line)
                and not signs.not_dated.search(line)
                and not HISTORY.match(line)
            ):
                yield place, line
    for place, lines in places:
        for line in lines:
            bare = signs.placed.sub("", line)
            if re.fullmatch(signs.dates.pattern, bare, re.IGNORECASE):
                yield place, bare
            elif place == "header":
                yield from ((place, part) for part in re.split(r"\s*[|·–]\s*", line) if part)
    yield "name", front.name
