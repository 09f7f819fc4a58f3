"""Laws by whatever name, with the articles that are named of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractor.facts.articles import Article, find_articles
from extractor.facts.law_table import fold_name, load_loose, load_names, load_short, load_titles
from extractor.models import Span

_UNLISTED = re.compile(
    r"\b(?:Wet(?!\s+van\b)|(?:Uitvoerings|Invoerings|Kader|Rijks)wet|Besluit|Regeling|Verordening|Richtlijn"
    r"|Beleidsregels?|Beleidsregeling|Subsidieregeling|Uitvoeringsbesluit|Uitvoeringsregeling"
    r"|Wetboek)(?:\s+(?:op|van|voor|over|inzake|tot|de|het|een|ter|[A-Z]{2,5}\b))*\s+[\w-]{4,}"
    r"|\b[A-Z][a-zà-ÿ]{3,}(?:wet|verordening|besluit|regeling)\b(?:\s+(?:19|20)\d\d)?"
    r"|\bAlgemene\s+(?:plaatselijke\s+|subsidie)verordening\b"
)
"""How a law that is not listed is named: with a capital."""
_BETWEEN = r"[\s,(]*(?:(?:van|uit|in|bij|of)\s+)?(?:(?:de|het|the)\s+)?"
"""Between an article and its law."""
_WITHIN_OTHER = re.compile(
    r"(?:\b(?:wijzigings|uitvoerings|invoerings|aanpassings|overgangs|verzamel)wet"
    r"|(?:verordening|besluit|regeling|beleidsregels?|leidraad))\s+$",
    re.IGNORECASE,
)
"""What stands before a law that is only part of the name of another, such as a decree under it."""
_LONGEST_BEFORE = 40
_ISLANDS = re.compile(r"\s+BES\b")
_YEAR = re.compile(r"\s+(?:19|20)\d\d\b")
"""What makes another law of a name."""


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
    certain: bool = True
    """Whether its name can mean no other law; of a law that is not listed its own words tell."""

    def may_be(self, other: Law) -> bool:
        """Return whether both may be of the same law."""
        return not self.titles.isdisjoint(other.titles)


def find_laws(text: str) -> tuple[Law, ...]:
    """Return the laws and articles in the text in order, articles with the law they are of.

    >>> first, second = find_laws("artikel 6 AVG en de GDPR")
    >>> first.may_be(second), first.article.number
    (True, '6')
    """
    laws = [*find_named_laws(text)]
    articles = [_join(text, article, laws) for article in find_articles(text)]
    alone = [law for law in laws if not _touches(law, articles)]
    return tuple(sorted((*alone, *articles), key=lambda law: law.span.start))


@lru_cache(maxsize=8192)
def find_named_laws(text: str) -> tuple[Law, ...]:
    """Return the laws that are named in the text in order, without articles."""
    laws = [*_find_listed(text)]
    laws += [law for law in _find_unlisted(text) if not _touches(law, laws)]
    return tuple(sorted(laws, key=lambda law: law.span.start))


def is_part_of_name(text: str, span: Span) -> bool:
    """Return whether the law named here only stands in the name of another, as of a decree."""
    before = text[max(0, span.start - _LONGEST_BEFORE) : span.start]
    return bool(_WITHIN_OTHER.search(before) or _ISLANDS.match(text, span.end))


def read_year(text: str, span: Span) -> str:
    """Return the year right behind a law's name, which makes it another law; blank without."""
    year = _YEAR.match(text, span.end)
    return f" {year[0].strip()}" if year else ""


def _join(text: str, article: Article, laws: Sequence[Law]) -> Law:
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
    return replace(law, words=_read_words(text, span), span=span, article=article)


def _read_words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _touches(law: Law, others: Sequence[Law]) -> bool:
    return any(other.span.touches(law.span) for other in others)


def _find_listed(text: str) -> Iterator[Law]:
    found: list[Law] = []
    for pattern in (load_names(), load_short()):
        for match in pattern.finditer(text):
            span = Span(start=match.start(), end=match.end())
            name = fold_name(match[0])
            titles = load_titles()[name]
            law = Law(titles, _read_words(text, span), span, certain=_is_certain(name, text, span))
            if not _touches(law, found):
                found.append(law)
                yield law


def _is_certain(name: str, text: str, span: Span) -> bool:
    other = is_part_of_name(text, span) or read_year(text, span)
    return name not in load_loose() and not other


def _find_unlisted(text: str) -> Iterator[Law]:
    for match in _UNLISTED.finditer(text):
        span = Span(start=match.start(), end=match.end())
        words = _read_words(text, span)
        yield Law(frozenset({words.lower()}), words, span, listed=False)
