"""Find the question of one questionnaire that a heading's title, or a part of it, belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extractor.instruments.folding import fold, list_stems
from extractor.instruments.numbering import Heading, split_heading, unify_number
from extractor.instruments.questions import (
    InstrumentKey,
    Question,
    list_ancestors,
    load_instrument,
    load_instruments,
)

SENTENCE = 5
"""From so many words on, a title is a question that text may begin with or break off in."""
SHORTEST_CUT = 6
"""A question that breaks off must show at least so many words."""
MOST_ADDED = 2
"""Words with a meaning that may be added to a title of at least two."""
LONGEST_ADDED = 8
LONG_WORD = 7
"""Letters of a stem in which a slip cannot make another word."""
FEW = 2
"""Stems at the front of a text that are looked at first."""
_FILLER = frozenset(list_stems("gegevens persoonsgegevens verwerking verwerkt worden die"))
_OPENING = 4
_LETTERS = "abc"
_Words = tuple[str, ...]


class _Index(NamedTuple):
    """The questions of an instrument by what a document shows of them."""

    by_title: dict[_Words, tuple[Question, ...]]
    by_opening: dict[_Words, tuple[tuple[_Words, Question], ...]]
    by_number: dict[str, tuple[Question, tuple[_Words, ...]]]


@cache
def _index(key: InstrumentKey) -> _Index:
    index = _Index({}, {}, {})
    for question in load_instrument(key).questions:
        wordings = (question.title, *question.aliases, *_list_first_question(question.title))
        titles = tuple(dict.fromkeys(list_stems(each) for each in wordings))
        for title in titles:
            index.by_title[title] = (*index.by_title.get(title, ()), question)
        words = tuple(fold(question.title).split())
        if len(words) >= SENTENCE:
            same = index.by_opening.get(words[:_OPENING], ())
            index.by_opening[words[:_OPENING]] = (*same, (words, question))
        index.by_number[unify_number(question.id)] = (question, titles)
    return index


def _list_first_question(title: str) -> tuple[str, ...]:
    """Return the first of several sentences, which a document may stop after."""
    first, mark, rest = title.partition("?")
    return (first,) if mark and rest.strip() and len(first.split()) >= _OPENING else ()


def find_match(heading: Heading, key: InstrumentKey, parent: Question | None) -> Question | None:
    """Return the question the heading opens, by its title first and its number second."""
    index = _index(key)
    if not heading.words:
        numbered = index.by_number.get(heading.number or "") if heading.labelled else None
        return numbered[0] if numbered else None
    found = find_titled(heading, key)
    if found:
        return _choose(_drop_outer(found, heading, parent), heading, parent)
    question = _choose(_find_sentences(heading, index), heading, parent)
    return question or _find_begun(heading, index)


def find_numbered(number: str, key: InstrumentKey) -> tuple[Question, ...]:
    """Return the question with the number, else those with a letter behind it, else one above it.

    None when the questionnaire has no such number at all.
    """
    by_number = _index(key).by_number
    parts = number.split(".")
    for length in range(len(parts), 0, -1):
        cut = ".".join(parts[:length])
        lettered = (f"{cut}{letter}" for letter in _LETTERS) if length == len(parts) else ()
        found = [each for each in (cut, *lettered) if each in by_number]
        if found:
            return tuple(by_number[each][0] for each in found[: 1 if found[0] == cut else None])
    return ()


def find_longer(heading: Heading, key: InstrumentKey, parent: Question | None) -> Question | None:
    """Return the question to whose title the heading adds a few words, or misspells one."""
    found = _find_longer(heading, _index(key)) or _find_misspelt(heading, _index(key))
    return _choose(_drop_outer(found, heading, parent), heading, parent)


@cache
def _list_first_stems() -> frozenset[str]:
    keys = [instrument.key for instrument in load_instruments()]
    titles = (title for key in keys for title in _index(key).by_title if title)
    return frozenset(title[0] for title in titles)


def may_begin_title(front: str) -> bool:
    """Return whether a text that begins so may begin with a title: quick, and often true."""
    stems = split_heading(front).stems
    return len(stems) < FEW or any(stem in _list_first_stems() for stem in stems[:FEW])


def is_known(heading: Heading) -> bool:
    """Return whether the heading is a title of any questionnaire, or begins a long one."""
    keys = (instrument.key for instrument in load_instruments())
    return any(_list_whole(heading, key) for key in keys)


def find_whole(heading: Heading, key: InstrumentKey, parent: Question | None) -> Question | None:
    """Return the question whose title the heading is, or whose long title it begins."""
    found = _list_whole(heading, key)
    return _choose(_drop_outer(found, heading, parent), heading, parent)


def _list_whole(heading: Heading, key: InstrumentKey) -> Sequence[Question]:
    found = find_titled(heading, key)
    if found or len(heading.words) < SENTENCE:
        return found
    candidates = _index(key).by_opening.get(heading.words[:_OPENING], ())
    return [question for title, question in candidates if _is_beginning(heading.words, title)]


def find_titled(heading: Heading, key: InstrumentKey) -> tuple[Question, ...]:
    """Return all questions with the heading's title, a remark in brackets left out if need be."""
    by_title = _index(key).by_title
    wordings = (heading.stems, heading.stems_without_remark, _drop_filler(heading.stems))
    found = next(filter(None, map(by_title.get, wordings)), ())
    if not heading.is_title and len(heading.words) < SENTENCE:
        return ()
    if len(heading.words) < SENTENCE:
        return found
    exact = tuple(each for each in found if tuple(fold(each.title).split()) == heading.words)
    return exact or found


def _drop_filler(stems: _Words) -> _Words:
    """Return the stems without words at the end that only say "of the data being processed"."""
    while len(stems) > 1 and stems[-1] in _FILLER:
        stems = stems[:-1]
    return stems


def _find_sentences(heading: Heading, index: _Index) -> list[Question]:
    """Return the questions the heading begins with, or else those it is the beginning of."""
    words = heading.words
    candidates = index.by_opening.get(words[:_OPENING], ())
    whole = [pair for pair in candidates if words[: len(pair[0])] == pair[0]]
    if whole:
        longest = max(len(title) for title, _ in whole)
        return [question for title, question in whole if len(title) == longest]
    cut = [question for title, question in candidates if _is_beginning(words, title)]
    if len(words) >= SHORTEST_CUT:
        return cut
    return [each for each in cut if unify_number(each.id) == heading.number]


def _is_beginning(words: Sequence[str], title: Sequence[str]) -> bool:
    """Return whether the words are the beginning of the title, the last word perhaps half."""
    last = len(words) - 1
    return (
        len(words) <= len(title)
        and words[:last] == title[:last]
        and title[last].startswith(words[last])
    )


def _find_begun(heading: Heading, index: _Index) -> Question | None:
    """Return the question with the heading's number if one title is the other's beginning."""
    question, titles = index.by_number.get(heading.number or "", (None, ()))
    stems = heading.stems
    begun = (zip(stems, title, strict=False) for title in titles if stems and title)
    return question if any(all(one == other for one, other in each) for each in begun) else None


def _find_longer(heading: Heading, index: _Index) -> tuple[Question, ...]:
    """Return the questions with a title of several words to which the heading adds a few."""
    if not heading.is_title or len(heading.words) > LONGEST_ADDED:
        return ()
    stems = heading.stems
    shortest = max(2, len(stems) - MOST_ADDED)
    cuts = (stems[:length] for length in range(len(stems) - 1, shortest - 1, -1))
    return next(filter(None, (index.by_title.get(cut) for cut in cuts)), ())


def _find_misspelt(heading: Heading, index: _Index) -> tuple[Question, ...]:
    """Return the questions with a title of which one long word differs by one letter."""
    if not heading.is_title or not 1 <= len(heading.stems) <= LONGEST_ADDED:
        return ()
    for title, questions in index.by_title.items():
        if len(title) == len(heading.stems) and _differ_little(heading.stems, title):
            return questions
    return ()


def _differ_little(stems: _Words, title: _Words) -> bool:
    pairs = [(one, two) for one, two in zip(stems, title, strict=True) if one != two]
    return len(pairs) == 1 and len(pairs[0][1]) >= LONG_WORD and _is_slip(*pairs[0])


def _is_slip(one: str, two: str) -> bool:
    """Return whether one letter is missing, added, changed, or swapped with the next."""
    if len(one) != len(two):
        shorter, longer = sorted((one, two), key=len)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    wrong = [at for at, (here, there) in enumerate(zip(one, two, strict=True)) if here != there]
    first = wrong[0]
    swapped = len(wrong) == 2 and one[first : first + 2] == two[first : first + 2][::-1]  # noqa: PLR2004 - a pair
    return len(wrong) == 1 or swapped


def _drop_outer(
    found: Sequence[Question], heading: Heading, parent: Question | None
) -> list[Question]:
    """Return the questions without outermost ones, which cannot stand below a parent."""
    return [
        each
        for each in found
        if parent is None or each.level > 1 or unify_number(each.id) == heading.number
    ]


def _choose(
    found: Sequence[Question], heading: Heading, parent: Question | None
) -> Question | None:
    """Return the question meant by a title that several have; none when that stays open."""
    numbered = [each for each in found if unify_number(each.id) == heading.number]
    if numbered or not found:
        return numbered[0] if numbered else None
    path = () if parent is None else (*list_ancestors(parent), parent)
    order = {each.id: (-_count_shared(each, path), each.level) for each in found}
    best = min(order.values())
    nearest = [each for each in found if order[each.id] == best]
    return nearest[0] if len(nearest) == 1 else None


def _count_shared(question: Question, path: Sequence[Question]) -> int:
    """Return how many headings above the question lie on the path."""
    return sum(each in path for each in list_ancestors(question))
