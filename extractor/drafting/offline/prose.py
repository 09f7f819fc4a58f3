"""Take the passages that answer a text field, best first, and leave them as they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.composing import compose_value
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.risk_pairs import pair_risks
from extractor.drafting.offline.rules import Rules
from extractor.drafting.offline.rules.text import TextRule
from extractor.drafting.offline.scoring import ENOUGH, Hints, is_sure, score_answers
from extractor.drafting.offline.unused_data import list_limits
from extractor.models import Claim
from extractor.standard.catalogue import Field
from extractor.standard.rich_text import count_characters, to_html

_MARKUP = 4
"""Characters that the register may count for the joint of two passages."""


@dataclass(frozen=True)
class Found:
    """What was found for a field, and what surely belongs to it but found no room."""

    claims: tuple[Claim, ...] = ()
    left_out: tuple[Answer, ...] = ()


def choose_text(
    field: Field, rules: Rules, answers: Sequence[Answer], hints: Hints | None = None
) -> Found:
    """Return the best sentences in reading order, together within the field's limit."""
    rule = rules.text[field.key]
    if rule.pairs:
        answers = pair_risks(rules.fitness, answers)
    answers = [
        answer.narrow(rule.columns, list_limits(rules.unused_data, answer)) for answer in answers
    ]
    fitting = score_answers(field, rules, answers, hints or Hints())
    sure = [answer for answer in fitting if is_sure(field, rule, answer)]
    taken = _take(field, rules, answers, fitting)
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


def _take(
    field: Field, rules: Rules, answers: Sequence[Answer], scores: Mapping[Answer, float]
) -> list[Answer]:
    """Return the best passages that fit together; a section loses rank with each one taken."""
    rule, fitting, taken = rules.text[field.key], dict(scores), list[Answer]()
    given: Counter[object] = Counter()
    while fitting and len(taken) < rule.most:
        best = max(fitting, key=lambda each: _rank(rule, each, fitting[each], given))
        if fitting.pop(best) <= ENOUGH and len(taken) >= rule.most // 2:
            continue
        wanted = _complete(rules, best, answers, taken)
        if not wanted or len(taken) + len(wanted) > rule.most or _says_same(best, taken):
            continue
        if _fits(field, [*taken, *wanted]):
            taken.extend(wanted)
            for answer in wanted:
                given[answer.section] += 1
                fitting.pop(answer, None)
    return taken


def _rank(
    rule: TextRule, answer: Answer, score: float, given: Counter[object]
) -> tuple[float, int]:
    return score - rule.spread * given[answer.section], -answer.position


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
    limit = field.max_length or 0
    if sum(len(answer.sentence.text) + _MARKUP for answer in answers) <= limit:
        return True
    value = compose_value(field, make_claims(answers))
    return count_characters(to_html(str(value))) <= limit
