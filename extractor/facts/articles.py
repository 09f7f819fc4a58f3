"""Articles of laws, with paragraphs and letters, in the ways they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.models import Span

_ORDINALS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde"),
    *("zevende", "achtste", "negende", "tiende", "elfde", "twaalfde"),
)
_NUMBER = r"\d+[a-z]{0,2}(?:[.:]\d+)*[a-z]?"


@dataclass(frozen=True)
class Article:
    """An article; paragraphs and letters are those named of it, none where it is named whole."""

    number: str
    paragraphs: frozenset[str]
    letters: frozenset[str]
    span: Span

    def lies_in(self, other: Article) -> bool:
        """Return whether the other article, as far as it is named, is part of this one."""
        return (
            self.number == other.number
            and other.paragraphs <= self.paragraphs
            and other.letters <= self.letters
        )


def find_articles(text: str) -> Iterator[Article]:
    """Yield the articles in the text; of 'artikelen 225 en 234' each.

    >>> [found.number for found in find_articles("art. 6 lid 1 sub e, of artikelen 225 en 234")]
    ['6', '225', '234']
    """
    for match in _load_pattern().finditer(text):
        span = Span(start=match.start(), end=match.end())
        numbers = re.findall(_NUMBER, match["numbers"])
        for number in numbers:
            yield _read(number, match["parts"] or "", span)


@cache
def _load_pattern() -> re.Pattern[str]:
    joint = r"\s*(?:,|en|of|and|or|t/m|tot en met|[-–])\s*"
    ordinals = "|".join(_ORDINALS)
    letter = r"[a-z](?:°|º)?(?![\w'’])"
    part = rf"""(?:[\s,]*(?:en\s+)?(?:
        (?:{ordinals})(?:{joint}(?:{ordinals}))*\s+lid
        |(?:lid|leden|paragraph)\s*\d+(?:{joint}\d+(?!\w))*
        |\d+(?:e|de|ste)\s+lid
        |aanhef
        |(?:onder(?:deel|delen)?|sub|letter|point)\s*\(?{letter}\)?(?:{joint}(?:onder\s+)?{letter})*
        |\(\d+\)|\([a-z]\)
        ))*"""
    return re.compile(
        rf"""\b(?:artikel(?:en)?|artt?\.|art|articles?)\s*
        (?P<numbers>{_NUMBER}(?!\w)(?:{joint}(?:artikel\s+|art\.\s*)?{_NUMBER}(?![\w%]|\s+lid))*)
        (?P<parts>\.[a-z](?!\w)|{part})""",
        re.IGNORECASE | re.VERBOSE,
    )


def _read(number: str, parts: str, span: Span) -> Article:
    said = parts.lower()
    paragraphs = {
        str(_ORDINALS.index(word) + 1) for word in re.findall(r"[a-z]+", said) if word in _ORDINALS
    }
    paragraphs |= set(re.findall(r"\d+", said))
    letters = set(re.findall(r"(?<![\w.])([a-z])(?![\w])", said))
    if re.fullmatch(r"\.[a-z]", said):
        # The short form '6.1.e' names the first paragraph, letter e.
        number, _, paragraph = number.rpartition(".")
        return Article(number or paragraph, frozenset({paragraph}), frozenset(said[1]), span)
    return Article(number.lower(), frozenset(paragraphs), frozenset(letters), span)
