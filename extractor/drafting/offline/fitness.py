"""Keep out what an entry may not hold: secrets, plans, and what others than the body say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extractor.checks.persons import find_persons
from extractor.checks.signs import find_signs
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.fitness import FitnessRules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.facts.addresses import find_addresses

_SIGNS = ("internal_place",)
_WORD = re.compile(r"\w+")
_POINTED = re.compile(r"\b(?:deze|die|dit|dat)\s+(\w+)", re.IGNORECASE)


def withhold_unfit(rules: FitnessRules, answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers in their places; what may not be offered is no longer usable.

    Of a row each field takes other cells: those are judged one by one when they are taken.
    """
    kept_inside = _find_kept_inside(rules, answers)
    return [
        _close(answer, answer.position not in kept_inside and _is_fit(rules, answer))
        for answer in answers
    ]


def _find_kept_inside(rules: FitnessRules, answers: Sequence[Answer]) -> set[int]:
    """Return the places of what a later sentence of the paragraph says is for inside only.

    It points to it by name: "Deze grenzen zijn alleen voor intern gebruik."
    """
    kept = set[int]()
    for place, answer in enumerate(answers):
        if rules.marked.search(answer.sentence.text):
            pointed = {word.lower() for word in _POINTED.findall(answer.sentence.text)}
            for each in _list_before(answers, place):
                if pointed & set(_WORD.findall(each.sentence.text.lower())):
                    kept.add(each.position)
    return kept


def _list_before(answers: Sequence[Answer], place: int) -> Iterator[Answer]:
    """Yield the sentences before this one in its paragraph, nearest first."""
    for each in reversed(answers[:place]):
        if not is_same_block(each, answers[place]):
            return
        yield each


def is_same_block(one: Answer, other: Answer) -> bool:
    """Return whether both are sentences of one paragraph."""
    return one.kind == other.kind == "sentence" and one.sentence.block == other.sentence.block


def withhold_persons(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers in their places; what names a person or an inside place is not usable.

    For a field about documents, where plans and advice are what is asked for.
    """
    return [_close(answer, not _holds_sign(answer.sentence.text)) for answer in answers]


def withhold_repeated(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers in their places; what a summary repeats is not usable."""
    return [_close(answer, not answer.section.repeats) for answer in answers]


def withhold_overtaken(
    rules: FitnessRules, kinds: frozenset[str], answers: Sequence[Answer]
) -> list[Answer]:
    """Return the answers in their places; an assessment that is there is not still to come.

    `kinds` are those of the questionnaires that the dossier itself holds.
    """
    return [_close(answer, not _is_overtaken(rules, kinds, answer)) for answer in answers]


def _is_overtaken(rules: FitnessRules, kinds: frozenset[str], answer: Answer) -> bool:
    text = answer.sentence.text
    named = {match.upper() for match in rules.assessment.findall(text)}
    return bool(rules.to_come.search(text) and named and named <= {each.upper() for each in kinds})


def _close(answer: Answer, fit: bool) -> Answer:  # noqa: FBT001 - a verdict, not an option
    return replace(answer, usable=False) if answer.usable and not fit else answer


def _is_fit(rules: FitnessRules, answer: Answer) -> bool:
    if answer.question is None and any(rules.headings.search(h) for h in answer.headings):
        return False
    return answer.kind == "row" or is_publishable(rules, answer.sentence.text)


@lru_cache(maxsize=8192)
def is_publishable(rules: FitnessRules, text: str) -> bool:
    """Return whether the words may stand in an entry as the body's own."""
    return not (
        matches_any(rules.secrets, text)
        or _tells_cut(rules, text)
        or matches_any(rules.others, text)
        or matches_any(rules.plans, text)
        or rules.about.search(text)
        or _holds_sign(text)
    )


def _tells_cut(rules: FitnessRules, text: str) -> bool:
    """Return whether the words tell where a machine's choice falls."""
    return matches_any(rules.cuts, text) and not rules.cut_exempt.search(text)


@lru_cache(maxsize=8192)
def _holds_sign(text: str) -> bool:
    """Return whether a person, a mail address or a place in the network stands in the words."""
    if any(next(find_signs(name, text), None) is not None for name in _SIGNS):
        return True
    if "@" in text and any("@" in address.words for address in find_addresses(text)):
        return True
    return next(find_persons(text), None) is not None
