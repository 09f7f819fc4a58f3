"""Whether two statements on one topic cannot both be so."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.contradictions.statements import Statement
from extractor.contradictions.subjects import count_shared, is_same_subject
from extractor.contradictions.topics import load_topics
from extractor.facts import find_dates, find_numbers

_MOST_COMPARED = 0.5
"""Of the content words of the longer sentence, the part that the other must have as well."""


def oppose(one: Statement, other: Statement) -> bool:
    """Return whether the two cannot both be so; in doubt they can."""
    if one.topic != other.topic or one.side == other.side:
        return False
    compare: dict[str, Callable[[Statement, Statement], bool]] = {
        "status": _differ_in_side,
        "learning": _differ_in_side,
        "decides": _differ_on_the_same,
        "sees": _differ_on_the_same,
        "begin": _differ_in_date,
        "end": _differ_in_date,
        "supplied": _differ_in_name,
        "developed": _differ_in_name,
        "retention": _differ_in_number,
        "sampled": _differ_in_share,
        "counts": _differ_in_count,
        "data": _differ_in_use,
    }
    return compare[one.topic](one, other)


def _are_opposed(one: Statement, other: Statement) -> bool:
    pairs = load_topics()["opposed"][one.topic]
    return any({one.side, other.side} == set(pair) for pair in pairs)


def _speak_of_one_place(one: Statement, other: Statement) -> bool:
    """Return whether neither says it only of another department than the other."""
    return not one.about or not other.about or is_same_subject(one.about, other.about)


def _differ_in_side(one: Statement, other: Statement) -> bool:
    same = is_same_subject(one.subject, other.subject) and _speak_of_one_place(one, other)
    return same and _are_opposed(one, other)


def _differ_on_the_same(one: Statement, other: Statement) -> bool:
    return _are_opposed(one, other) and count_shared(one.about, other.about) > 0


def _differ_in_date(one: Statement, other: Statement) -> bool:
    if not is_same_subject(one.subject, other.subject) or not _speak_of_one_place(one, other):
        return False
    first, second = find_dates(one.side)[0], find_dates(other.side)[0]
    return not first.lies_in(second) and not second.lies_in(first)


def _differ_in_name(one: Statement, other: Statement) -> bool:
    named = [set(re.findall(r"\w{3,}", each.side.lower())) for each in (one, other)]
    return is_same_subject(one.subject, other.subject) and not named[0] & named[1]


def _differ_in_number(one: Statement, other: Statement) -> bool:
    if not is_same_subject(one.subject, other.subject):
        return False
    numbers = find_numbers(one.side), find_numbers(other.side)
    return not any(first.equals(second) for first in numbers[0] for second in numbers[1])


def _differ_in_count(one: Statement, other: Statement) -> bool:
    if not _differ_in_number(one, other):
        return False
    longest = max(len(one.about), len(other.about))
    if longest == 0:
        return len(one.subject) > 1
    shared = count_shared(one.about, other.about)
    return shared > 0 and shared >= _MOST_COMPARED * longest


def _differ_in_share(one: Statement, other: Statement) -> bool:
    """Return whether both draw from the same, as far as they say from what."""
    told = one.about and other.about
    same = not told or count_shared(one.about, other.about) > 0
    return same and _differ_in_number(one, other)


def _differ_in_use(one: Statement, other: Statement) -> bool:
    """Return whether all that the one says is not used, the other says is, of the same system.

    The subject is the system, or the data themselves; another one uses them for itself.
    """
    denied, used = (one, other) if one.side == "unused" else (other, one)
    if used.subject and not count_shared(used.subject, denied.about):
        return False
    return count_shared(denied.about, used.about) == len(denied.about)
