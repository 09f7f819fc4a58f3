"""Names that stand in the documents: the algorithm's, the organisation's and registers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.clauses import split_clauses, uses_system
from extractor.drafting.offline.rules.names import NameRules
from extractor.drafting.offline.rules.patterns import Patterns, matches_any
from extractor.drafting.offline.rules.usage import UsageRules
from extractor.instruments.sections import recognise_section
from extractor.instruments.template import is_about_document
from extractor.models import Block, Claim, LinkedTitle, Quote, Reading, Span
from extractor.presenting import present

_LONGEST_NAME = 100
_FRONT = 12
"""Blocks: a title page."""
_CLEARLY = 2
"""So many times more often than any other must a body be named."""
_SECOND = re.compile(r" en (?:de|het) ")
"""Where the name of another body begins."""
_LOOSE_END = re.compile(r"(?: (?:aan|den|de|en|op|van|het|voor|’t))+$")
"""Small words that may stand inside a name but do not end it."""


def find_titles(rules: NameRules, readings: Sequence[Reading]) -> list[Claim]:
    """Return what the title of the first document that names the algorithm says it is.

    Documents name one algorithm in different ways; that is no contradiction.
    """
    named = (_read_name(rules, reading) for reading in readings)
    return [name for name in named if name][:1]


def _read_name(rules: NameRules, reading: Reading) -> Claim | None:
    """Return what the title page names, on the line of the kind of document or on the next."""
    # A form's own parts, such as "DPIA dossier", and what it says of itself name no algorithm.
    front = [
        (block, text)
        for block, text in _list_lines(reading)
        if recognise_section(text) is None and not is_about_document(text)
    ]
    named = [
        (block, match.group("name")) for block, text in front if (match := rules.title.match(text))
    ]
    below = [
        pair
        for (_, title), pair in pairwise(front)
        if rules.kind.fullmatch(title)
        and pair[0].kind != "row"
        and not rules.department.search(pair[1])
    ]
    for block, text in [*named, *below]:
        name = text.strip(" .:–-")
        if len(name) <= _LONGEST_NAME:
            return Claim(
                value=name, quotes=(Quote(reading=reading.id, text=name, chunk=block.span),)
            )
    return None


def find_organisations(rules: NameRules, readings: Sequence[Reading]) -> list[Claim]:
    """Return the public body the documents name most often, where one stands out.

    A name on the title page counts double; one that stands there once in passing is none.
    """
    counts: Counter[str] = Counter()
    first: dict[str, Quote] = {}
    for reading in readings:
        titles = " ".join(text for _, text in _list_lines(reading) if not text.endswith("."))
        for match in rules.organisation.finditer(reading.text):
            name = _name_body(match.group())
            if rules.supervisor.match(name):
                continue
            counts[name] += 1 + (name.lower() in titles.lower())
            place = Span(start=match.start(), end=match.end())
            first.setdefault(name, Quote(reading=reading.id, text=name, chunk=place))
    ranked = counts.most_common(2)
    rival = ranked[1][1] if ranked[1:] else 0
    if not ranked or ranked[0][1] < max(_CLEARLY, _CLEARLY * rival):
        return []
    name = ranked[0][0]
    return [Claim(value=name, quotes=(first[name],))]


def find_users(
    rules: NameRules, usage: UsageRules, answers: Sequence[Answer], own: frozenset[str]
) -> list[Claim]:
    """Return the public bodies that are said to use the system."""
    found: dict[str, Claim] = {}
    for answer in answers:
        for name in _list_users(rules, usage, answer, own):
            earlier = found[name].quotes if name in found else ()
            found[name] = Claim(value=name, quotes=(*earlier, *answer.quotes))
    return list(found.values())


def _list_users(
    rules: NameRules, usage: UsageRules, answer: Answer, own: frozenset[str]
) -> Iterator[str]:
    if answer.kind == "row":
        return
    for clause in split_clauses(usage, answer.sentence.text, own, "own"):
        if clause.conditional or usage.moods["plan"].search(clause.text):
            continue
        match = None
        if clause.subject == "users" and uses_system(usage, clause.text, own):
            match = rules.organisation.search(clause.phrase)
        elif clause.subject == "own" and (by := usage.subjects["used_by"].search(clause.text)):
            match = rules.organisation.match(clause.text, by.end())
        if match:
            yield _name_body(match.group())


def _name_body(words: str) -> str:
    """Return the name of one body, without what it runs on to, with a capital."""
    name = _LOOSE_END.sub("", _SECOND.split(" ".join(words.split()))[0])
    return name[0].upper() + name[1:]


def find_registers(rules: NameRules, sections: Patterns, answers: Sequence[Answer]) -> list[Claim]:
    """Return the registers named where the data is described, each once by its fullest name.

    `sections` are the headings of documents that follow no questionnaire.
    """
    found: dict[str, Claim] = {}
    unused = {
        part
        for answer in answers
        if rules.not_source.search(answer.sentence.text)
        for name in _list_names(rules.register, answer)
        for part in _split_name(name)
    }
    for answer in answers:
        if answer.template or answer.unused or not _describes_data(sections, answer):
            continue
        for title in _list_names(rules.register, answer):
            if not unused.isdisjoint(_split_name(title)):
                continue
            item = LinkedTitle(title=title[0].upper() + title[1:])
            claim = Claim(value=item, quotes=(answer.quote_holding(title),))
            found.setdefault(item.title.lower(), claim)
    return [
        claim
        for key, claim in found.items()
        if not any(key != name and key in _split_name(name) for name in found)
    ]


def _split_name(name: str) -> frozenset[str]:
    """Return a register's name and its abbreviation, which stands in brackets behind it."""
    title, _, short = name.lower().rstrip(")").partition(" (")
    return frozenset(filter(None, (title, short)))


def _describes_data(sections: Patterns, answer: Answer) -> bool:
    if answer.question is None:
        return any(matches_any(sections, heading) for heading in answer.headings)
    return any(answer.feeds("source_data", primary=primary) for primary in (True, False))


def _list_lines(reading: Reading) -> Iterator[tuple[Block, str]]:
    """Yield the lines at the very front of a document, where its title is."""
    outer = [b for b in reading.blocks if b.kind in ("heading", "paragraph", "row")]
    for block in outer[:_FRONT]:
        start = block.span.start
        for line in block.span.of(reading.text).splitlines(keepends=True):
            shown = present(reading, Span(start=start, end=start + len(line))).text
            start += len(line)
            if shown.strip():
                yield block, " ".join(shown.split())


def _list_names(pattern: re.Pattern[str], answer: Answer) -> list[str]:
    return [" ".join(match.group().split()) for match in pattern.finditer(answer.sentence.text)]
