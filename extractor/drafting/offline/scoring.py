"""How surely a passage answers a text field: by its place, its words and its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.drafting.language import is_dutch
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.fitness import is_publishable
from extractor.drafting.offline.risk_pairs import is_open
from extractor.drafting.offline.rules import Rules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.drafting.offline.rules.text import TextRule
from extractor.standard.catalogue import Field

_SHORTEST, _LONGEST = 5, 70
"""Words: fewer says nothing by itself, more is no sentence a reviewer can judge."""
_LISTED, SURE, _PRIMARY, _ANNOUNCED, _SUPPORTING = 5.0, 3.0, 2.0, 1.5, 0.75
"""What the place counts for: a table or list that the question asks for, a question for this field
alone, one that answers it among others, a section whose heading announces it, a question that may
add to it."""
_ANYWHERE = 0.5
"""What any place counts for in a document that follows no questionnaire."""
_CUE, _MOST_CUES = 0.5, 3
"""What each cue adds, and how many count."""
_TELLS = 1.0
"""What a sentence gains that says by itself what the field asks for."""
_FEWEST_IN_ITEM = 5
"""Words: a shorter item says nothing where no list was asked for."""
_BESIDE = 0.5
"""What a sentence gains that goes on about what the one before it says of the field."""
ENOUGH = 2.0
"""The least a sentence must score: a primary question, or a section and a cue."""


def score_answers(
    field: Field, rules: Rules, answers: Sequence[Answer], relevance: Mapping[int, float]
) -> dict[Answer, float]:
    """Return what each passage scores for the field, of those that may be offered at all.

    `relevance` says by place how much the words of a passage are those of the field, from 0 to 1.
    """
    rule = rules.text[field.key]
    scores: dict[Answer, float] = {}
    before: Answer | None = None
    for answer in answers:
        if _may_stand(field, rules, rule, answer):
            score = _score(field, rule, answer) + relevance.get(answer.position, 0.0)
            if _goes_on(before, answer) and scores.get(before, 0.0) >= ENOUGH:
                score += _BESIDE
            scores[answer] = score
        before = answer
    return {answer: score for answer, score in scores.items() if score >= ENOUGH}


def _goes_on(before: Answer | None, answer: Answer) -> bool:
    """Return whether a sentence follows another in one paragraph."""
    return (
        before is not None
        and answer.kind == before.kind == "sentence"
        and answer.sentence.block == before.sentence.block
    )


def _may_stand(field: Field, rules: Rules, rule: TextRule, answer: Answer) -> bool:
    text = answer.sentence.text
    words = len(text.split())
    longest = _count_longest(answer) if answer.paired else words
    if not text or not answer.usable or longest > _LONGEST:
        return False
    if answer.kind == "sentence":
        if words < _SHORTEST:
            return False
    elif not field.rich or (not rule.items and _count_longest(answer) < _FEWEST_IN_ITEM):
        return False
    if answer.kind == "row":
        if is_open(rules.fitness, answer) and not answer.paired:
            return False
        if not all(is_publishable(rules.fitness, cell.text) for cell in answer.cells):
            return False
    if matches_any(rule.avoid, text) or not all(need.search(text) for need in rule.needs):
        return False
    return is_dutch(text, in_doubt=answer.kind != "sentence")


def _score(field: Field, rule: TextRule, answer: Answer) -> float:
    text = answer.sentence.text
    cues = sum(cue.search(text) is not None for cue in rule.cues)
    tells = matches_any(rule.tells, text)
    place = _weigh_place(field, rule, answer, cues + tells)
    return place + min(cues, _MOST_CUES) * _CUE + tells * _TELLS


def _count_longest(answer: Answer) -> int:
    """Return the words of an item, or of the longest cell of a row."""
    return max(len(part.text.split()) for part in answer.cells or (answer.sentence,))


def _weigh_place(field: Field, rule: TextRule, answer: Answer, cues: int) -> float:
    """Return what the place of the answer counts for; without a cue only sure places count."""
    primary = answer.feeds(field.key, primary=True)
    if answer.paired or (primary and (answer.kind == "row" or (answer.kind == "item" and rule.items))):
        return _LISTED
    if answer.is_sure(rule.sure):
        return SURE
    if primary or not cues:
        return _PRIMARY if cues else 0.0
    if answer.feeds(field.key, primary=False):
        return _SUPPORTING
    # In a questionnaire what stands outside the questions is introduction or annex.
    filled_in = answer.section.instrument is not None
    if _stands_in_section(rule, answer):
        return _SUPPORTING if filled_in else _ANNOUNCED
    return 0.0 if filled_in else _ANYWHERE


def _stands_in_section(rule: TextRule, answer: Answer) -> bool:
    """Return whether a heading above it, that is no question, announces the field."""
    if answer.question is not None or (answer.section.part == "annex" and not rule.annexes):
        return False
    return any(matches_any(rule.sections, heading) for heading in answer.headings)
