"""Choose, of the texts that may be titles, those that are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.drafting.offline.title_places import Place
from extractor.instruments.matching import match_title
from extractor.instruments.numbering import split_heading, unify_number
from extractor.instruments.questions import Instrument, Question, list_ancestors
from extractor.instruments.references import list_references, match_references
from extractor.instruments.sections import NEVER_TAKEN, SectionKind, recognise_section
from extractor.instruments.titles import SENTENCE

FEWEST_IN_ROW = 3
"""Words of a title in a row that lies below another question; shorter ones are a table's labels."""
BELOW_HEADINGS = 100
"""The depth from which titles without a heading's look stand: below every heading."""
_LABELS = frozenset({"names", "versions", "security"})
"""Parts that a line may name before a colon, with no more of them on the next."""
_ANNEX_LABEL = re.compile(r"^\W*[^\W\d_]+\s+\w{1,3}\b[\s.:–—-]*")


@dataclass(frozen=True)
class Title:
    """A title in a reading, with what it opens."""

    text: str
    level: int
    question: Question | None
    part: SectionKind | None
    behind: int | None = None
    """Where, in the reading's text, what follows the title in its own block begins; none when
    the title fills the block."""
    cell: int | None = None
    """Of a row that answers: how many of its cells are the title's."""
    alone: bool = False
    """Whether it is a label with its value behind it, which opens nothing."""


def match_whole(text: str, instruments: Sequence[Instrument]) -> Question | None:
    """Return the question whose title the text is, or that it names, of any questionnaire."""
    found = (match_title(text, instrument) for instrument in instruments)
    return next(filter(None, found), None) or match_references(text, instruments)


@dataclass(frozen=True)
class Opened:
    """A question that a heading opens, and how deep the heading stands."""

    question: Question
    level: int


def choose_titles(
    places: Sequence[Place], instruments: Sequence[Instrument], headed: Mapping[int, Opened]
) -> dict[int, Title]:
    """Return the titles among the places; `headed` are the questions of headings, by place.

    Where headings ask the questions, a line between them is a label of the writer's own.
    """
    opened = {start: each.question for start, each in headed.items()}
    depths = _find_depths(headed.values())
    matched = {place: match_whole(place.text, instruments) for place in places}
    counts = Counter(_key(question) for question in matched.values() if question is not None)
    counts.update(_key(question) for question in opened.values())
    asked = dict(opened)
    titles: dict[int, Title] = {}
    for place in sorted(places, key=lambda each: each.start):
        question, part = matched[place], name_part(place.text)
        if question and not _is_certain(place, question):
            alone = counts[_key(question)] == 1
            below = question.level > 1 and bool(opened) and place.cell is None
            fits = alone and not below and _lies_within(question, place, asked)
            question = question if fits else None
        if question or part in NEVER_TAKEN or part == "summary":
            titles[place.start] = _make_title(place, question, part, depths)
        if question:
            asked[place.start] = question
    return titles


def _key(question: Question) -> tuple[str, str]:
    return question.instrument, question.id


def _find_depths(headed: Iterable[Opened]) -> dict[int, int]:
    """Return, by the level of questions, how deep most of their headings stand."""
    found: dict[int, Counter[int]] = {}
    for each in headed:
        found.setdefault(each.question.level, Counter())[each.level] += 1
    usual = {level: depths.most_common(1)[0] for level, depths in found.items()}
    return {
        level: depth for level, (depth, count) in usual.items() if count > found[level].total() / 2
    }


def _make_title(
    place: Place,
    question: Question | None,
    part: SectionKind | None,
    depths: Mapping[int, int],
) -> Title:
    level = BELOW_HEADINGS + (question.level if question else 1)
    if (
        question
        and question.level in depths
        and place.cell is None
        and _is_certain(place, question)
    ):
        # The question stands beside those that are asked in headings, and so does its title.
        level = depths[question.level]
    label = ":" in place.text.rstrip(": ") and question is None and part in _LABELS
    return Title(place.text, level, question, part, place.behind, place.cell, alone=label)


def _is_certain(place: Place, question: Question) -> bool:
    """Return whether the place can be nothing else: a long title, or one with its number."""
    parts = split_heading(place.text)
    if parts.number == unify_number(question.id) or list_references(place.text):
        return True
    return len(parts.words) >= SENTENCE and (place.block.kind != "list_item" or "?" in place.text)


def _lies_within(question: Question, place: Place, asked: Mapping[int, Question]) -> bool:
    """Return whether a short title without its number may be one where it stands.

    In a list it is an item, and a short label in a row a column's; a question that lies below
    another is asked there only, and at the front of a paragraph rules no other paragraph.
    """
    if place.block.kind == "list_item":
        return False
    if question.level == 1:
        return True
    if place.behind is not None:
        return False
    if place.cell is not None and len(split_heading(place.text).words) < FEWEST_IN_ROW:
        return False
    last = max((start for start in asked if start < place.start), default=None)
    return last is not None and _find_root(asked[last]) == _find_root(question)


def _find_root(question: Question) -> Question:
    return (*list_ancestors(question), question)[0]


def name_part(title: str) -> SectionKind | None:
    """Return what the section is; an annex is what the words behind its label say."""
    part = recognise_section(title)
    behind = recognise_section(_ANNEX_LABEL.sub("", title)) if part == "annex" else None
    return behind or part
