"""Find the questions that a title names by questionnaire and number, as mixed forms do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.instruments.matching import match_title
from extractor.instruments.numbering import split_heading, unify_number
from extractor.instruments.questions import (
    Instrument,
    InstrumentKind,
    Question,
    list_ancestors,
    load_instruments,
)
from extractor.instruments.titles import find_numbered, find_titled

LONGEST = 160
"""Characters of a title that names questions."""
FEWEST_NAMED = 3
"""So many questions must titles name in all before a document is of questionnaires for it."""
FEWEST_OF_KIND = 2
"""Of each questionnaire they must name at least so many."""
_KINDS: dict[str, InstrumentKind] = {
    "dpia": "DPIA",
    "geb": "DPIA",
    "iama": "IAMA",
    "aiia": "AIIA",
    "prescan": "Pre-scan DPIA",
    "prescandpia": "Pre-scan DPIA",
}
_KIND = r"(?:DPIA|GEB|IAMA|AIIA|pre-?scan(?:\sDPIA)?)"
_NUMBER = r"\d{1,2}[A-C]?(?:\.(?!0\b)\d{1,2}[A-C]?){0,3}\b"
_JOINT = r"(?:\s*(?:[,;/&+|]|\ben\b)\s*)"
_NAMED = (
    rf"{_KIND}[\s:-]{{1,2}}(?:(?:vra(?:ag|gen)|para?gra(?:af|fen)|par\.?|§+|onderdeel|onderdelen"
    rf"|hoofdstuk|punt|nr\.?)\s?)?{_NUMBER}(?:{_JOINT}{_NUMBER})*"
)
_ALL = rf"{_NAMED}(?:{_JOINT}{_NAMED})*"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?P<named>{_ALL})",
        rf"(?P<title>.*\S)\s*[(\[](?P<named>{_ALL})[)\]]",
        rf"[(\[]?(?P<named>{_ALL})[)\]]?\s*(?:[–—:|]|\s-\s)\s*(?P<title>\S.*)",
        rf"(?P<title>.*\S)\s*(?:[–—|]|\s-)\s+(?P<named>{_ALL})",
    )
)
_ONE = re.compile(_NAMED, re.IGNORECASE)
_PARTS = re.compile(rf"(?P<kind>{_KIND})|(?P<number>{_NUMBER})", re.IGNORECASE)
_MENTION = re.compile(rf"\b{_KIND}\b.{{0,14}}?\d", re.IGNORECASE | re.DOTALL)
_POINTS = re.compile(r"\W*(?:zie|vgl|vergelijk|bron|uit)\b", re.IGNORECASE)
"""Before what is a pointer, and no title."""


class Named(NamedTuple):
    """A title without the questions that it names, and these by kind and number."""

    title: str
    references: tuple[tuple[InstrumentKind, str], ...]


def may_name_questions(text: str) -> bool:
    """Return whether a text holds a questionnaire's name and a figure: quick, and often true."""
    return _MENTION.search(text) is not None


def split_named(text: str) -> Named | None:
    """Return a title apart from the questions it names; none when it names none.

    >>> split_named("Doel (DPIA 5, IAMA 1.1)")
    Named(title='Doel', references=(('DPIA', '5'), ('IAMA', '1.1')))
    """
    bare = text.strip(" \t\r\n\f\v\xa0#*_:")
    if len(bare) > LONGEST or not may_name_questions(bare) or _POINTS.match(bare):
        return None
    for shape in _SHAPES:
        if found := shape.fullmatch(bare):
            groups = found.groupdict()
            return Named(groups.get("title") or "", tuple(_list_references(groups["named"])))
    return None


def _list_references(named: str) -> Iterable[tuple[InstrumentKind, str]]:
    kind: InstrumentKind = "DPIA"
    for part in (each for one in _ONE.finditer(named) for each in _PARTS.finditer(one.group())):
        if part["kind"]:
            kind = _KINDS[re.sub(r"[^a-z]", "", part["kind"].lower())]
        else:
            yield kind, unify_number(part["number"])


def list_named(text: str, instruments: Sequence[Instrument]) -> tuple[Question, ...]:
    """Return the questions of these questionnaires that a title names, each once.

    A title that is a question's own goes before a number of the same questionnaire that says
    another: numbers are of a version, and mistyped.
    """
    named = split_named(text)
    if named is None:
        return ()
    found: dict[tuple[str, str], Question] = {}
    for instrument in instruments:
        numbers = [number for kind, number in named.references if kind == instrument.kind]
        listed = [each for n in numbers for each in find_numbered(n, instrument.key)]
        titled = match_title(named.title, instrument) if named.title else None
        if titled and listed and not any(_is_within(each, titled) for each in listed):
            listed = [titled]
        found.update({(each.instrument, each.id): each for each in listed})
    return tuple(found.values())


def recognise_named(titles: Iterable[str]) -> tuple[Instrument, ...]:
    """Return the questionnaires of which titles name questions, the most named first.

    The version is the one with the titles and numbers that agree, else the newest that has the
    numbers.
    """
    named = [each for each in map(split_named, dict.fromkeys(titles)) if each]
    numbers: dict[InstrumentKind, set[str]] = defaultdict(set)
    for kind, number in (pair for each in named for pair in each.references):
        numbers[kind].add(number)
    if sum(map(len, numbers.values())) < FEWEST_NAMED:
        return ()
    enough = [kind for kind in numbers if len(numbers[kind]) >= FEWEST_OF_KIND]
    enough.sort(key=lambda kind: -len(numbers[kind]))
    found = (_choose_version(kind, named, numbers[kind]) for kind in enough)
    return tuple(filter(None, found))


def _choose_version(
    kind: InstrumentKind, named: Sequence[Named], numbers: set[str]
) -> Instrument | None:
    versions = [each for each in load_instruments() if each.kind == kind]
    known = {
        each.key: sum(bool(find_numbered(number, each.key)) for number in numbers)
        for each in versions
    }
    agreeing = {each.key: sum(_agrees(one, each) for one in named) for each in versions}
    best = max(versions, key=lambda each: (agreeing[each.key], known[each.key]))
    return best if known[best.key] >= FEWEST_OF_KIND else None


def _agrees(named: Named, instrument: Instrument) -> bool:
    """Return whether the title is the one of a question that it names by number."""
    titled = find_titled(split_heading(named.title), instrument.key)
    numbers = (number for kind, number in named.references if kind == instrument.kind)
    listed = [each for n in numbers for each in find_numbered(n, instrument.key)]
    return any(_is_within(each, question) for question in titled for each in listed)


def _is_within(one: Question, other: Question) -> bool:
    """Return whether two questions are the same or one lies below the other."""
    return one == other or one in list_ancestors(other) or other in list_ancestors(one)
