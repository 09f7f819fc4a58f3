"""Find the facts of a statement that none of its passages carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.counts import Carried, carries_number, read_passages
from extractor.checks.statements import Statement
from extractor.facts import Facts, Law, Name, Number, StatedDate, find_facts, find_names
from extractor.facts.addresses import is_written_in
from extractor.facts.articles import Article, find_articles
from extractor.facts.law_links import is_table_link

_MOST_NAMED = 2
"""Facts of the passages that a message names beside the one that is not there."""
_CELL = re.compile(r"\d{1,4}[a-z]?(?:[.:]\d+)*(?!\w|%)")
"""How a cell begins that may name an article by its number alone."""


@dataclass(frozen=True)
class Uncarried:
    """A fact of a claim that is not in its passages, with what is there instead."""

    rule: str
    fact: str
    instead: tuple[str, ...] = ()


def find_uncarried(statement: Statement, names: Sequence[Name]) -> list[Uncarried]:
    """Return the facts of the statement that its passages do not carry, each once."""
    text = f"{statement.text}\n{statement.link}" if statement.link else statement.text
    said = find_facts(text)
    carried = read_passages(statement.passages)
    found = [
        *_find_numbers(text, said, carried),
        *_find_dates(said, carried),
        *_find_laws(said, carried),
        *_find_addresses(statement, said, carried),
        *_find_names(statement.text, names, carried),
    ]
    return list(dict.fromkeys(found))


def _find_numbers(text: str, said: Facts, carried: Carried) -> Iterator[Uncarried]:
    for number in said.numbers:
        doubtful = any(date.span.touches(number.span) for date in said.dates)
        if not number.stated or carries_number(number, text, carried):
            continue
        if doubtful and _carries_year(number, carried):
            continue
        alike = [n.words for n in carried.facts.numbers if n.stated and n.unit == number.unit]
        others = [n.words for n in carried.facts.numbers if n.stated]
        yield Uncarried("uncarried_number", number.words, _name_instead(alike or others))


def _carries_year(number: Number, carried: Carried) -> bool:
    return any(date.year in number.readings for date in carried.facts.dates)


def _find_dates(said: Facts, carried: Carried) -> Iterator[Uncarried]:
    for date in said.dates:
        if not date.certain or _carries_date(date, carried):
            continue
        others = [other.words for other in carried.facts.dates if other.certain]
        yield Uncarried("uncarried_date", date.words, _name_instead(others))


def _carries_date(date: StatedDate, carried: Carried) -> bool:
    """Return whether a passage has the date, or one has its day and month and one its year."""
    there = carried.facts.dates
    if any(other.lies_in(date) for other in there):
        return True
    yearless = [other for other in there if other.year is None]
    return (
        date.year is not None
        and date.month_and_day != (None, None, None)
        and any(other.month_and_day == date.month_and_day for other in yearless)
        and any(other.year == date.year for other in there)
    )


def _find_laws(said: Facts, carried: Carried) -> Iterator[Uncarried]:
    others = _name_instead([law.words for law in carried.facts.laws])
    for law in said.laws:
        known = not law.titles or _carries_title(law, carried)
        if not known or not _carries_article(law, carried):
            yield Uncarried("uncarried_law", law.words, others)


def _carries_title(law: Law, carried: Carried) -> bool:
    if any(law.may_be(other) for other in carried.facts.laws):
        return True
    if law.listed:
        return False
    words = re.findall(r"\w+", " ".join(law.titles))
    there = carried.text.lower()
    return all(re.search(rf"\b{re.escape(word)}", there) for word in words)


def _carries_article(law: Law, carried: Carried) -> bool:
    if law.article is None:
        return True
    return any(
        other.article is not None
        and other.article.lies_in(law.article)
        and (not law.titles or not other.titles or law.may_be(other))
        for other in carried.facts.laws
    ) or _has_in_cell(law.article, carried.text)


def _has_in_cell(article: Article, text: str) -> bool:
    """Return whether a cell of a row has the article, as in a column of that name."""
    rows = (line for line in text.splitlines() if "\t" in line)
    cells = (cell.strip() for row in rows for cell in row.split("\t"))
    listed = (each for cell in cells if _CELL.match(cell) for each in find_articles(f"art. {cell}"))
    return any(each.lies_in(article) for each in listed)


def _find_addresses(statement: Statement, said: Facts, carried: Carried) -> Iterator[Uncarried]:
    places = {address.place for address in carried.facts.addresses}
    for address in said.addresses:
        if address.place in places or is_written_in(address, carried.text):
            continue
        # The link of a law that a passage names may come from the table of laws.
        link = statement.link if statement.link and address.words in statement.link else None
        if link and is_table_link(statement.text, link, statement.passages):
            continue
        others = [other.words for other in carried.facts.addresses]
        yield Uncarried("uncarried_address", address.words, _name_instead(others))


def _find_names(text: str, names: Sequence[Name], carried: Carried) -> Iterator[Uncarried]:
    for name, words in find_names(text, names):
        if not name.stands_in(carried.text):
            yield Uncarried("uncarried_name", words)


def _name_instead(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:_MOST_NAMED]
