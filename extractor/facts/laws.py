"""Laws by whatever name, with the articles that are named of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.facts.articles import Article, find_articles
from extractor.models import Span

_UNLISTED = re.compile(
    r"\b(?:Wet|(?:Uitvoerings|Invoerings|Kader|Rijks)wet|Besluit|Regeling|Verordening|Richtlijn"
    r"|Beleidsregels?|Beleidsregeling|Subsidieregeling|Uitvoeringsbesluit|Uitvoeringsregeling"
    r"|Wetboek)(?:\s+(?:op|van|voor|over|inzake|tot|de|het|een|ter|[A-Z]{2,5}\b))*\s+[\w-]{4,}"
    r"|\b[A-Z][a-zà-ÿ]{3,}(?:wet|verordening|besluit|regeling)\b(?:\s+(?:19|20)\d\d)?"
)
"""How a law that is not listed is named: with a capital."""
_BETWEEN = r"[\s,(]*(?:(?:van|uit|in|bij|of)\s+)?(?:(?:de|het|the)\s+)?"
"""Between an article and its law."""
_TINY = 2
"""Letters of an abbreviation that in capitals may be anything."""


@dataclass(frozen=True)
class Law:
    """A law, an article, or an article of a law."""

    titles: frozenset[str]
    """The citation title of a listed law, the words of another, none of an article alone.

    Some abbreviations are of two laws: which of them is meant, other sentences tell.
    """
    words: str
    span: Span
    article: Article | None = None
    listed: bool = True

    def may_be(self, other: Law) -> bool:
        """Return whether both may be of the same law."""
        return not self.titles.isdisjoint(other.titles)


def find_laws(text: str) -> tuple[Law, ...]:
    """Return the laws and articles in the text in order, articles with the law they are of.

    >>> first, second = find_laws("artikel 6 AVG en de GDPR")
    >>> first.may_be(second), first.article.number
    (True, '6')
    """
    laws = [*_find_listed(text)]
    laws += [law for law in _find_unlisted(text) if not _touches(law, laws)]
    articles = [_join(text, article, laws) for article in find_articles(text)]
    alone = [law for law in laws if not _touches(law, articles)]
    return tuple(sorted((*alone, *articles), key=lambda law: law.span.start))


def _join(text: str, article: Article, laws: list[Law]) -> Law:
    """Return the article with the law named right behind it, or else right before it."""
    span = article.span
    for law in laws:
        between = text[span.end : law.span.start]
        if law.span.start >= span.end and re.fullmatch(_BETWEEN, between, re.IGNORECASE):
            return _name(text, law, article, Span(start=span.start, end=law.span.end))
    for law in laws:
        between = text[law.span.end : span.start]
        if law.span.end <= span.start and re.fullmatch(r"[\s,(:]*", between):
            return _name(text, law, article, Span(start=law.span.start, end=span.end))
    return Law(frozenset(), _read_words(text, span), span, article)


def _name(text: str, law: Law, article: Article, span: Span) -> Law:
    return Law(law.titles, _read_words(text, span), span, article, law.listed)


def _read_words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _touches(law: Law, others: list[Law]) -> bool:
    return any(other.span.touches(law.span) for other in others)


def _find_listed(text: str) -> Iterator[Law]:
    found: list[Law] = []
    for pattern in (_load_names(), _load_short()):
        for match in pattern.finditer(text):
            span = Span(start=match.start(), end=match.end())
            law = Law(_load_titles()[_fold(match[0])], _read_words(text, span), span)
            if not _touches(law, found):
                found.append(law)
                yield law


def _find_unlisted(text: str) -> Iterator[Law]:
    for match in _UNLISTED.finditer(text):
        span = Span(start=match.start(), end=match.end())
        words = _read_words(text, span)
        yield Law(frozenset({words.lower()}), words, span, listed=False)


def _fold(name: str) -> str:
    """Return a name as it is known: over lines or with hyphens in it, it is the same."""
    return re.sub(r"[\s-]+", " ", name.lower())


@cache
def _load_rows() -> list[dict[str, Any]]:
    text = Path(__file__).with_name("laws.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["law"]
    return rows


@cache
def _load_titles() -> dict[str, frozenset[str]]:
    """Return the citation titles of the laws by all their names."""
    titles: dict[str, frozenset[str]] = {}
    for row in _load_rows():
        for name in (row["title"], *row.get("also", ()), *row.get("short", ())):
            titles[_fold(name)] = titles.get(_fold(name), frozenset()) | {row["title"]}
    return titles


@cache
def _load_names() -> re.Pattern[str]:
    names = [name for row in _load_rows() for name in (row["title"], *row.get("also", ()))]
    longest = sorted(names, key=len, reverse=True)
    spaced = (re.escape(name).replace(r"\ ", r"[\s-]+") for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


@cache
def _load_short() -> re.Pattern[str]:
    """Return the pattern of abbreviations, as they are written or in capitals."""
    listed = [short for row in _load_rows() for short in row.get("short", ())]
    shapes = {*listed, *(short.upper() for short in listed if len(short) > _TINY)}
    longest = sorted(shapes, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
