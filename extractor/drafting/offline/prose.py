"""Choose the sentences that answer a text field, and leave them as they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.composing import compose_value
from extractor.drafting.language import is_dutch
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules import Rules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.drafting.offline.rules.text import TextRule
from extractor.models import Claim
from extractor.standard.catalogue import Field
from extractor.standard.rich_text import count_characters, to_html

_SHORTEST, _LONGEST = 5, 70
"""Words: fewer says nothing by itself, more is no sentence a reviewer can judge."""
_LISTED, _SURE, _PRIMARY, _ANNOUNCED, _SUPPORTING = 5.0, 3.0, 2.0, 1.0, 0.75
"""What the place counts for: a table or list that the question asks for, a question for this field
alone, one that answers it among others, a section whose heading announces it, a question that may
add to it."""
_ANYWHERE = 0.5
"""What any place counts for in a dossier without a questionnaire."""
_CUE = 0.75
"""What each cue adds, up to three."""
_FEWEST_IN_ITEM = 5
"""Words: a shorter item says nothing where no list was asked for."""
_ENOUGH = 2.0
"""The least a sentence must score: a primary question, or a section and two cues."""


@dataclass(frozen=True)
class Found:
    """What was found for a field, and what surely belongs to it but found no room."""

    claims: tuple[Claim, ...] = ()
    left_out: tuple[Answer, ...] = ()


def choose_text(field: Field, rules: Rules, answers: Sequence[Answer]) -> Found:
    """Return the best sentences in reading order, together within the field's limit."""
    rule = rules.text[field.key]
    answers = [answer.narrow(rule.columns) for answer in answers]
    # Where no questionnaire was filled in, sentences that speak of a field are taken anywhere.
    anywhere = _ANYWHERE if not any(answer.section.instrument for answer in answers) else 0.0
    scores = {answer: _score(field, rule, answer, anywhere) for answer in answers}
    fitting = {answer: score for answer, score in scores.items() if score >= _ENOUGH}
    sure = [answer for answer, score in fitting.items() if score >= _SURE]
    taken: list[Answer] = []
    while fitting and len(taken) < rule.most:
        given = Counter(answer.section for answer in taken)
        best = max(
            fitting, key=lambda a: (fitting[a] - rule.spread * given[a.section], -a.position)
        )
        del fitting[best]
        wanted = _complete(rules, best, answers, taken)
        if not wanted or len(taken) + len(wanted) > rule.most or _says_same(best, taken):
            continue
        if _fits(field, [*taken, *wanted]):
            taken.extend(wanted)
            for answer in wanted:
                fitting.pop(answer, None)
    left = (answer for answer in sure if answer not in taken and not _says_same(answer, taken))
    return Found(make_claims(taken), tuple(left))


def make_claims(answers: Iterable[Answer]) -> tuple[Claim, ...]:
    """Return the answers as claims in reading order; another block starts a paragraph."""
    claims: list[Claim] = []
    before: Answer | None = None
    for answer in sorted(answers, key=lambda item: item.position):
        apart = before is not None and before.sentence.block != answer.sentence.block
        claims.append(answer.make_claim(starts_paragraph=apart))
        before = answer
    return tuple(claims)


def _score(field: Field, rule: TextRule, answer: Answer, anywhere: float) -> float:
    text = answer.sentence.text
    words = len(text.split())
    if not text or not answer.usable or not is_dutch(text, in_doubt=answer.kind != "sentence"):
        return 0.0
    if words > _LONGEST or (answer.kind == "sentence" and words < _SHORTEST):
        return 0.0
    if not rule.items and answer.kind != "sentence" and _count_longest(answer) < _FEWEST_IN_ITEM:
        return 0.0
    if answer.kind != "sentence" and not field.rich:
        return 0.0
    if matches_any(rule.avoid, text) or not all(need.search(text) for need in rule.needs):
        return 0.0
    cues = sum(cue.search(text) is not None for cue in rule.cues)
    place = _weigh_place(field, rule, answer, cues) or (anywhere if cues else 0.0)
    return place + min(cues, 3) * _CUE


def _count_longest(answer: Answer) -> int:
    """Return the words of an item, or of the longest cell of a row."""
    return max(len(part.text.split()) for part in answer.cells or (answer.sentence,))


def _weigh_place(field: Field, rule: TextRule, answer: Answer, cues: int) -> float:
    """Return what the place of the answer counts for; without a cue only sure places count."""
    primary = answer.feeds(field.key, primary=True)
    if primary and (answer.kind == "row" or (answer.kind == "item" and rule.items)):
        return _LISTED
    if answer.is_sure(rule.sure):
        return _SURE
    if primary or not cues:
        return _PRIMARY if cues else 0.0
    # In a questionnaire what stands outside the questions is introduction or annex.
    announced = _SUPPORTING if answer.section.instrument else _ANNOUNCED
    if answer.feeds(field.key, primary=False):
        return _SUPPORTING
    return announced if _stands_in_section(rule, answer) else 0.0


def _stands_in_section(rule: TextRule, answer: Answer) -> bool:
    """Return whether a heading above it, that is no question, announces the field."""
    if answer.question is not None or (answer.section.part == "annex" and not rule.annexes):
        return False
    return any(matches_any(rule.sections, heading) for heading in answer.headings)


def _complete(
    rules: Rules, answer: Answer, answers: Sequence[Answer], taken: Sequence[Answer]
) -> list[Answer] | None:
    """Return the answer after the sentences it points back to; none when these are not there."""
    chain = [answer]
    while answer not in taken and _points_back(rules, answer):
        before = answers[answer.position - 1] if answer.position else None
        if before is None or before.sentence.block != answer.sentence.block:
            return None
        if before in taken:
            return chain
        if not before.usable:
            return None
        chain.insert(0, before)
        answer = before
    return chain


def _points_back(rules: Rules, answer: Answer) -> bool:
    text = answer.sentence.text
    if answer.kind != "sentence" or rules.style.names_subject.match(text):
        return False
    return rules.style.points_back.match(text) is not None


def _says_same(answer: Answer, taken: Sequence[Answer]) -> bool:
    words = _list_words(answer.sentence.text)
    return any(words <= _list_words(other.sentence.text) for other in taken)


def _list_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _fits(field: Field, answers: Sequence[Answer]) -> bool:
    value = compose_value(field, make_claims(answers))
    return count_characters(to_html(str(value))) <= (field.max_length or 0)
