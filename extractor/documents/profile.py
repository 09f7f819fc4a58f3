"""Say what a document is: its kind, date, version and language, with the words that tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from extractor.documents.dates import DateFinder, FoundDate
from extractor.documents.language import tell_language
from extractor.models import INNER_KINDS, Reading

DocumentKind = Literal[
    "DPIA", "IAMA", "AIIA", "pre-scan", "system document", "advice", "policy", "other"
]

KINDS: tuple[DocumentKind, ...] = (
    "pre-scan",
    "advice",
    "IAMA",
    "AIIA",
    "DPIA",
    "policy",
    "system document",
)
"""In the order in which they are looked for."""

FRONT = 4000
"""Characters in which a document says what it is."""

TITLE = 600
"""Characters in which its title stands."""

LONGEST_LABEL = 80
"""Characters of a line that gives a date or a version; longer ones, and sentences, tell of them."""

SAMPLE = 20_000
"""Characters by which its language is told."""

VERSION = re.compile(
    r"\b(?:versie(?:nummer)?|version)[\s:.*|]{0,6}(?:(?:concept|nr\.?)\s+)?"
    r"(\d{1,2}(?:\.\d{1,3}){0,3})\b(?![-/]\d|\s+[^\W\d_]+\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A day that follows the word is no version: Versie: 24 augustus 2020."""

NAMED_VERSION = re.compile(
    r"(?<![a-z])v(?:ersie)?[ .]{0,2}(\d{1,2}(?:\.\d{1,3}){0,3})\b", re.IGNORECASE
)
"""In a file name a letter is enough."""

DATED = re.compile(r"\b(?:datum|date|update|versiedatum|d\.d\.)\b", re.IGNORECASE)


@dataclass(frozen=True)
class DocumentProfile:
    """What a document says it is; none where it does not say so."""

    kind: DocumentKind
    date: str | None
    """`2023-11-21`, or `2023-11`."""
    version: str | None
    language: Literal["nl", "en"] | None
    kind_words: str | None = None
    """The words the kind was told by."""
    date_words: str | None = None
    version_words: str | None = None


@dataclass(frozen=True)
class Signs:
    """What tells documents apart, from `profile.toml`."""

    kinds: tuple[tuple[DocumentKind, re.Pattern[str]], ...]
    dates: DateFinder


def describe_reading(reading: Reading, path: str) -> DocumentProfile:
    """Return what the document is by its name, else its first page, else the folder it is in.

    The path is the one inside the dossier's folder, with slashes.
    """
    signs = _load_signs()
    folder, _, name = path.rpartition("/")
    lines = list(_read_front(reading))
    labels = [line for line in lines if len(line) <= LONGEST_LABEL and not line.endswith(".")]
    kind, words = _find_kind(signs, (name, "\n".join(lines)[:TITLE], folder))
    date = _find_date(signs.dates, labels, name)
    version = _find_version(labels, name)
    return DocumentProfile(
        kind=kind,
        date=date.iso if date else None,
        version=version[1] if version else None,
        language=tell_language(reading.text[:SAMPLE]),
        kind_words=words,
        date_words=date.words if date else None,
        version_words=version[0] if version else None,
    )


def _read_front(reading: Reading) -> Iterator[str]:
    """Yield the blocks of the first pages, each on one line, and furniture line by line."""
    for block in reading.blocks:
        words = block.span.of(reading.text)[:FRONT]
        if block.kind == "furniture":
            yield from (" ".join(line.split()) for line in words.splitlines())
        elif block.kind not in {*INNER_KINDS, "contents"} and block.span.start <= FRONT:
            yield " ".join(words.split())


def _find_kind(signs: Signs, places: tuple[str, ...]) -> tuple[DocumentKind, str | None]:
    """Return the kind that the first telling place tells, with its words."""
    for place in places:
        plain = place.replace("_", " ")
        for kind, pattern in signs.kinds:
            if found := pattern.search(plain):
                return kind, found[0]
    return "other", None


def _find_date(dates: DateFinder, lines: list[str], name: str) -> FoundDate | None:
    """Return the date a line gives as such, else of a line that is one, else of the name."""
    labelled = [line for line in lines if DATED.search(line) or VERSION.search(line)]
    alone = [line for line in lines if re.fullmatch(dates.pattern, line, re.IGNORECASE)]
    for line in (*labelled, *alone, name):
        if found := dates.find(line):
            return found
    return None


def _find_version(lines: list[str], name: str) -> re.Match[str] | None:
    """Return the version a line gives, else the one in the name."""
    found = (VERSION.search(line) for line in lines)
    named = NAMED_VERSION.search(name.replace("_", " "))
    return next((matched for matched in found if matched), named)


@cache
def _load_signs() -> Signs:
    """Return what tells documents apart."""
    text = files("extractor.documents").joinpath("profile.toml").read_text(encoding="utf-8")
    loaded = tomllib.loads(text)
    kinds = tuple(
        (kind, re.compile("|".join(loaded["kinds"][kind]), re.IGNORECASE)) for kind in KINDS
    )
    return Signs(
        kinds=kinds,
        dates=DateFinder(months=loaded["months"]),
    )
