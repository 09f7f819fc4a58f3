"""Laws by whatever name, with the articles that are named of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
    """A law, an article, or an article of a law; equal laws have equal titles."""

    title: str | None
    """The citation title of a listed law, the words of another, none of an article alone."""
    words: str
    span: Span
    article: Article | None = None
    listed: bool = True


def find_laws(text: str) -> tuple[Law, ...]:
    """Return the laws and articles in the text in order, articles with the law they are of.

    >>> [found.title for found in find_laws("artikel 6 AVG en de GDPR")]
    ['Algemene verordening gegevensbescherming', 'Algemene verordening gegevensbescherming']
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
        if re.fullmatch(_BETWEEN, text[span.end : law.span.start], re.IGNORECASE) and (
            law.span.start >= span.end
        ):
            whole = Span(start=span.start, end=law.span.end)
            return Law(law.title, _read_words(text, whole), whole, article, law.listed)
    for law in laws:
        if law.span.end <= span.start and re.fullmatch(
            r"[\s,(:]*", text[law.span.end : span.start]
        ):
            whole = Span(start=law.span.start, end=span.end)
            return Law(law.title, _read_words(text, whole), whole, article, law.listed)
    return Law(None, _read_words(text, span), span, article)


def _read_words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _touches(law: Law, others: list[Law]) -> bool:
    return any(other.span.touches(law.span) for other in others)


def _find_listed(text: str) -> Iterator[Law]:
    found: list[Law] = []
    for pattern, titles in (_load_titles(), _load_short()):
        for match in pattern.finditer(text):
            span = Span(start=match.start(), end=match.end())
            words = " ".join(match[0].split())
            law = Law(titles[words.lower()], words, span)
            if not _touches(law, found):
                found.append(law)
                yield law


def _find_unlisted(text: str) -> Iterator[Law]:
    for match in _UNLISTED.finditer(text):
        span = Span(start=match.start(), end=match.end())
        words = " ".join(match[0].split())
        yield Law(words.lower(), words, span, listed=False)


@cache
def _load_laws() -> tuple[dict[str, list[str]], ...]:
    text = Path(__file__).with_name("laws.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["law"]
    return tuple(
        {"title": [row["title"]], "names": [row["title"], *row.get("also", ())]}
        | {"short": row.get("short", [])}
        for row in rows
    )


@cache
def _load_titles() -> tuple[re.Pattern[str], dict[str, str]]:
    titles = {name.lower(): law["title"][0] for law in _load_laws() for name in law["names"]}
    longest = sorted(titles, key=len, reverse=True)
    # A title may be broken over lines, and spaces in it written as hyphens.
    patterns = (re.escape(name).replace(r"\ ", r"[\s-]+") for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE), _Spaced(titles)


class _Spaced(dict[str, str]):
    """Titles by their lower-case words, however the words are joined."""

    def __missing__(self, words: str) -> str:
        joined = re.sub(r"[\s-]+", " ", words)
        return next(v for k, v in self.items() if re.sub(r"[\s-]+", " ", k) == joined)


@cache
def _load_short() -> tuple[re.Pattern[str], dict[str, str]]:
    shapes = {
        shape: law["title"][0]
        for law in _load_laws()
        for short in law["short"]
        for shape in ((short, short.upper()) if len(short) > _TINY else (short,))
    }
    longest = sorted(shapes, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    return pattern, {shape.lower(): title for shape, title in shapes.items()}
