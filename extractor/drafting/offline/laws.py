"""Laws named where the legal basis is asked, with the link that the text or the table gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.links import list_urls
from extractor.drafting.offline.rules import Rules
from extractor.drafting.offline.rules.laws import LawRules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.facts.law_links import list_certain
from extractor.facts.law_table import LawRow, load_laws
from extractor.facts.laws import Law, find_named_laws, is_part_of_name, read_year
from extractor.models import Claim, LinkedTitle, Quote, Span

_POINTS_BACK = re.compile(r"(?:die|dat|deze|dit)\b")
"""How a clause begins that still speaks of the law before it."""


@dataclass(frozen=True)
class _Item:
    """A law as it may be proposed; the better its link is founded, the higher its rank."""

    title: str
    link: str | None
    quotes: tuple[Quote, ...]
    rank: int


def find_laws(rules: Rules, answers: Sequence[Answer]) -> list[Claim]:
    """Return the laws named where the legal basis is asked, each once by its official title.

    The register's titles name laws, not articles: those stand in the text on the legal basis. A
    link in the document that leads to the law goes before that of the table of laws.
    """
    found: dict[str, _Item] = {}
    for answer in answers:
        if answer.template or not _asks_basis(rules, answer):
            continue
        for item in _list_items(rules, answer, answers):
            key = item.title.lower()
            if key not in found or item.rank > found[key].rank:
                found[key] = item
    return [
        Claim(value=LinkedTitle(title=item.title, link=item.link), quotes=item.quotes)
        for item in found.values()
    ]


def _asks_basis(rules: Rules, answer: Answer) -> bool:
    if answer.feeds("lawful_basis_grouping", primary=True):
        return True
    sections = rules.text["lawful_basis"].sections
    return answer.question is None and any(matches_any(sections, h) for h in answer.headings)


def _list_items(rules: Rules, answer: Answer, answers: Sequence[Answer]) -> Iterator[_Item]:
    text = " ".join(answer.sentence.text.split())
    urls = [url for url in list_urls(text) if matches_any(rules.links.laws, url.split("/")[2])]
    laws = find_named_laws(text)
    denied = [law for law in laws if _is_denied(rules.laws, text, law.span)]
    named = [law for law in laws if law not in denied and not is_part_of_name(text, law.span)]
    alone = len({law.titles for law in laws}) == 1
    for law in named:
        quote = answer.quote_holding(law.words)
        rows = list_certain([law])
        told = () if rows or not law.listed else _spell_out(law, answer, answers)
        if rows or told:
            row = rows[0] if rows else told[0][0]
            quotes = (quote, *(each for _, each in told[:1]))
            yield _link_row(row, quotes, urls, answer)
        elif title := _read_title(rules.laws, text, law):
            yield _link_title(title, quote, urls if alone else [], answer)


def _spell_out(
    law: Law, answer: Answer, answers: Sequence[Answer]
) -> tuple[tuple[LawRow, Quote], ...]:
    """Return which law a name is of that may be of several, as its own document spells it out."""
    told: dict[str, tuple[LawRow, Quote]] = {}
    for other in answers:
        if other.reading != answer.reading or other.template:
            continue
        for near in find_named_laws(" ".join(other.sentence.text.split())):
            for row in list_certain([near]) if near.may_be(law) else ():
                told.setdefault(row.title, (row, other.quote_holding(near.words)))
    return tuple(told.values()) if len(told) == 1 else ()


def _link_row(row: LawRow, quotes: tuple[Quote, ...], urls: list[str], answer: Answer) -> _Item:
    """Return a law of the table with the link that stands beside it, or else the table's."""
    own = next((url for url in urls if row.stands_at(url)), None)
    if own:
        quotes = (*quotes, answer.quote_holding(own))
    return _Item(
        title=row.title,
        link=own or row.link,
        quotes=tuple(dict.fromkeys(quotes)),
        rank=2 if own else int(row.link is not None),
    )


def _link_title(title: str, quote: Quote, urls: list[str], answer: Answer) -> _Item:
    """Return another law, with the one link that stands beside it and is of no law of the table."""
    free = [url for url in urls if not any(row.stands_at(url) for row in load_laws().values())]
    own = free[0] if len(free) == 1 else None
    quotes = (quote, answer.quote_holding(own)) if own else (quote,)
    return _Item(title, own, tuple(dict.fromkeys(quotes)), 2 if own else 0)


def _read_title(rules: LawRules, text: str, law: Law) -> str | None:
    """Return the whole name of a law without a certain title; none where its end is not sure."""
    if law.listed:
        return law.words + read_year(text, law.span)
    for pattern in rules.names:
        match = pattern.match(text, law.span.start)
        name = _cut_name(rules, match, text) if match else None
        if name:
            return None if rules.general.match(name) else name
    return None


def _cut_name(rules: LawRules, match: re.Match[str], text: str) -> str | None:
    """Return the name that was read on from its beginning; none where its end is not sure."""
    name = match[0]
    begun = rules.beginnings.match(name)
    end = rules.ends.search(name, begun.end() if begun else 0)
    if end:
        name = name[: end.start()]
    elif not (name[-1].isdigit() or rules.after.match(text, match.end())):
        return name if _is_compound(name) else None
    # Names of ordinances run on with their subject and their place: they end with their year.
    ended = name[-1].isdigit() or "wet" in name.lower()
    whole = ended and " " in name and not rules.loose_ends.search(name)
    return name if whole or _is_compound(name) else None


def _is_compound(name: str) -> bool:
    """Return whether the name is one word that ends in what it is."""
    return " " not in name and name.endswith(("wet", "wetboek"))


def _is_denied(rules: LawRules, text: str, span: Span) -> bool:
    """Return whether the clause that names a law says it is no basis."""
    start = max((m.end() for m in rules.clauses.finditer(text, 0, span.start)), default=0)
    after = rules.clauses.search(text, span.end)
    # A clause that points back, or stands behind the law as behind a label, speaks of it still.
    label = after is not None and text[span.end : after.start() + 1] == ":"
    if after is not None and (label or _POINTS_BACK.match(text, after.end())):
        after = rules.clauses.search(text, after.end())
    return rules.denials.search(text, start, after.start() if after else len(text)) is not None
