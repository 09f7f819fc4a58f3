"""How surely a passage answers a text field: by its place, its words and its neighbours."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.drafting.language import is_dutch
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.fitness import is_publishable, is_same_block
from extractor.drafting.offline.risk_pairs import is_open
from extractor.drafting.offline.rules import Rules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.drafting.offline.rules.text import SUMMARY, TextRule
from extractor.drafting.offline.scope import Scope
from extractor.standard.catalogue import Field

_SHORTEST, _LONGEST = 5, 70
"""Words: fewer says nothing by itself, more is no sentence a reviewer can judge."""
_LISTED, SURE, _PRIMARY, _ANNOUNCED, _SUPPORTING = 5.0, 3.0, 2.0, 1.5, 0.75
"""What the place counts for: a table or list that the question asks for, a question for this field
alone, one that answers it among others, a section whose heading announces it, a question that may
add to it."""
_TABLED = 3.5
"""What a row counts for that has the columns asked for, in a section that announces the field."""
_ANYWHERE = 0.5
"""What any place counts for in a document that follows no questionnaire."""
_CUE, _MOST_CUES = 0.5, 3
"""What each cue adds, and how many count."""
_PLAIN = ENOUGH = 2.0
"""The least a sentence must score: a primary question, or a section and a cue. What is surely
about the field and holds none of its words scores no more."""
_TELLS = 1.0
"""What a sentence gains that says by itself what the field asks for."""
_FEWEST_IN_ITEM = 5
"""Words: a shorter item says nothing where no list was asked for."""
_RELEVANT = 1.0
"""What the passage gains in rank whose words are most those of the field, by BM25; others gain in
proportion. Words alone let none in."""
_BESIDE = 0.5
"""What a sentence gains that goes on about what the one before it says of the field."""


@dataclass(frozen=True)
class Hints:
    """What is known of the passages of a dossier besides their words."""

    relevance: Mapping[int, float] = dataclasses.field(default_factory=dict)
    """By place how much the words of a passage are those of the field, from 0 to 1."""
    scope: Scope | None = None


def score_answers(
    field: Field, rules: Rules, answers: Sequence[Answer], hints: Hints
) -> dict[Answer, float]:
    """Return what each passage scores for the field, of those that may be offered at all."""
    rule = rules.text[field.key]
    scores: dict[Answer, float] = {}
    before: Answer | None = None
    for answer in answers:
        if answer.usable and _has_length(field, rule, answer):
            text = hints.scope.call_system(answer.sentence.text) if hints.scope else ""
            score = _score(field, rule, answer, text or answer.sentence.text)
            if before in scores and before and is_same_block(before, answer):
                score += _BESIDE
            if score >= ENOUGH and _may_stand(rules, rule, answer):
                scores[answer] = score + _RELEVANT * hints.relevance.get(answer.position, 0.0)
        before = answer
    return scores


def is_sure(field: Field, rule: TextRule, answer: Answer) -> bool:
    """Return whether a passage answers the field by its place alone."""
    return _weigh_place(field, rule, answer) >= SURE


def _may_stand(rules: Rules, rule: TextRule, answer: Answer) -> bool:
    text = answer.sentence.text
    return (
        (answer.kind != "row" or _is_public_row(rules, answer))
        and not matches_any(rule.avoid, text)
        and all(need.search(text) for need in rule.needs)
        and is_dutch(text, in_doubt=answer.kind != "sentence")
    )


def _has_length(field: Field, rule: TextRule, answer: Answer) -> bool:
    """Return whether a passage says something by itself and can be judged at a glance."""
    words = len(answer.sentence.text.split())
    longest = _count_longest(answer)
    if not words or (longest if answer.paired else words) > _LONGEST:
        return False
    if answer.kind == "sentence":
        return words >= _SHORTEST
    return field.rich and (rule.items or longest >= _FEWEST_IN_ITEM)


def _is_public_row(rules: Rules, answer: Answer) -> bool:
    """Return whether every cell that is taken may be published, and nothing is still to do."""
    if is_open(rules.fitness, answer) and not answer.paired:
        return False
    return all(is_publishable(rules.fitness, cell.text) for cell in answer.cells)


def _score(field: Field, rule: TextRule, answer: Answer, text: str) -> float:
    place = _weigh_place(field, rule, answer)
    tells = matches_any(rule.tells, text)
    if not place and not tells:
        return 0.0
    cues = sum(cue.search(text) is not None for cue in rule.cues)
    if not cues and not tells:
        return place if place > SURE else _PLAIN if place == SURE else 0.0
    return place + min(cues, _MOST_CUES) * _CUE + tells * _TELLS


def _count_longest(answer: Answer) -> int:
    """Return the words of an item, or of the longest cell of a row."""
    return max(len(part.text.split()) for part in answer.cells or (answer.sentence,))


def _weigh_place(field: Field, rule: TextRule, answer: Answer) -> float:
    """Return what the place of the answer counts for."""
    primary = answer.feeds(field.key, primary=True)
    listed = answer.kind == "row" or (answer.kind == "item" and rule.items)
    if answer.paired or (primary and listed):
        return _LISTED
    if answer.is_sure(rule.sure):
        return SURE
    if primary:
        return _PRIMARY
    if field.key == SUMMARY and answer.section.repeats:
        return _PRIMARY
    supports = answer.feeds(field.key, primary=False)
    return _SUPPORTING if supports else _weigh_section(rule, answer)


def _weigh_section(rule: TextRule, answer: Answer) -> float:
    """Return what a place outside the questions for the field counts for.

    In a questionnaire that is another question, an introduction or an annex.
    """
    filled_in = answer.section.instrument is not None
    if _stands_in_section(rule, answer):
        if answer.kind == "row" and len(answer.cells) > 1:
            return _TABLED
        return _SUPPORTING if filled_in else _ANNOUNCED
    return 0.0 if filled_in else _ANYWHERE


def _stands_in_section(rule: TextRule, answer: Answer) -> bool:
    """Return whether a heading above it, that is no question, announces the field."""
    if answer.question is not None or (answer.section.part == "annex" and not rule.annexes):
        return False
    return any(matches_any(rule.sections, heading) for heading in answer.headings)
