"""Find the questions of one questionnaire that a title, or a part of it, belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from extractor.instruments.folding import fold, list_stems
from extractor.instruments.numbering import Heading, drop_remark, unify_number
from extractor.instruments.questions import (
    InstrumentKey,
    Question,
    list_ancestors,
    load_instrument,
)

SENTENCE = 5
"""From so many words on, a title is a question that text may begin with or break off in."""
OPENING = 4
"""Words by which such questions are looked up."""
SHORTEST_CUT = 6
"""A question that breaks off must show at least so many words."""


class _Index(NamedTuple):
    """The questions of an instrument by what a document shows of them."""

    by_title: dict[tuple[str, ...], tuple[Question, ...]]
    by_opening: dict[tuple[str, ...], tuple[tuple[tuple[str, ...], Question], ...]]
    by_number: dict[str, Question]


@cache
def _index(key: InstrumentKey) -> _Index:
    by_title: dict[tuple[str, ...], tuple[Question, ...]] = {}
    by_opening: dict[tuple[str, ...], tuple[tuple[tuple[str, ...], Question], ...]] = {}
    questions = load_instrument(key).questions
    for question in questions:
        for title in dict.fromkeys(
            list_stems(each) for each in (question.title, *question.aliases)
        ):
            by_title[title] = (*by_title.get(title, ()), question)
        words = tuple(fold(question.title).split())
        if len(words) >= SENTENCE:
            opening = words[:OPENING]
            by_opening[opening] = (*by_opening.get(opening, ()), (words, question))
    return _Index(by_title, by_opening, {unify_number(each.id): each for each in questions})


def find_by_number(number: str | None, key: InstrumentKey) -> Question | None:
    """Return the question with this number in the form, or none."""
    return _index(key).by_number.get(number or "")


def find_by_title(title: str, key: InstrumentKey) -> tuple[Question, ...]:
    """Return the questions with this title, a remark in brackets at its end left out if need be."""
    by_title = _index(key).by_title
    return by_title.get(list_stems(title), ()) or by_title.get(list_stems(drop_remark(title)), ())


def drop_outer(
    found: Sequence[Question], number: str | None, parent: Question | None
) -> tuple[Question, ...]:
    """Return the questions without outermost ones that cannot stand below the parent."""
    return tuple(
        each
        for each in found
        if parent is None or each.level > 1 or unify_number(each.id) == number
    )


def find_by_sentence(
    parts: Heading, key: InstrumentKey, parent: Question | None
) -> Question | None:
    """Return the question the title begins with, or which the title is the beginning of."""
    words = tuple(fold(parts.title).split())
    candidates = _index(key).by_opening.get(words[:OPENING], ())
    whole = [pair for pair in candidates if words[: len(pair[0])] == pair[0]]
    if whole:
        longest = max(len(title) for title, _ in whole)
        return choose_question(
            [each for title, each in whole if len(title) == longest], parts.number, parent
        )
    if len(words) < SENTENCE:
        return None
    cut = [each for title, each in candidates if _breaks_off(words, title)]
    if len(words) < SHORTEST_CUT and not _names_one(cut, parts.number):
        return None
    return choose_question(cut, parts.number, parent)


def _breaks_off(words: Sequence[str], title: Sequence[str]) -> bool:
    """Return whether the words are the beginning of the title, the last word perhaps half."""
    last = len(words) - 1
    return (
        len(words) <= len(title)
        and tuple(words[:last]) == tuple(title[:last])
        and title[last].startswith(words[last])
    )


def find_by_cut_title(parts: Heading, key: InstrumentKey) -> Question | None:
    """Return the question with the heading's number if the title is the beginning of its title."""
    question = _index(key).by_number.get(parts.number or "")
    if question is None:
        return None
    stems = list_stems(parts.title)
    titles = (list_stems(each) for each in (question.title, *question.aliases))
    return question if stems and any(each[: len(stems)] == stems for each in titles) else None


def _names_one(found: Iterable[Question], number: str | None) -> bool:
    return any(unify_number(each.id) == number for each in found)


def choose_question(
    found: Sequence[Question], number: str | None, parent: Question | None
) -> Question | None:
    """Return the question meant by a title that several have; none when that stays open."""
    numbered = [each for each in found if unify_number(each.id) == number]
    if numbered:
        return numbered[0]
    below = [each for each in found if parent is not None and parent in list_ancestors(each)]
    nearest = below or list(found)
    if not nearest:
        return None
    top = min(each.level for each in nearest)
    highest = [each for each in nearest if each.level == top]
    return highest[0] if len(highest) == 1 else None
