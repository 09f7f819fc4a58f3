"""Closed values that a sentence or a row literally says: a choice, a month, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.drafting.months import find_months
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.values import DenialRule, FactRule
from extractor.models import NO_ALGORITHM, Absence, Claim

_LOOSE_END = re.compile(r"\b(?:van|de|der|den|en|het|voor)$")
"""How a name ends that was cut: such as that of a person."""
_ASIDE = re.compile(
    r",\s+(?=(?:nadat|voordat|waarna|terwijl|hoewel|maar|want|omdat)\b)|\s+en\s+(?=geen\b)"
)
"""Where a clause begins that tells of another moment than the one before it."""
_LONGEST = 60
"""Words: in a longer sentence the value and its cue need not belong together."""


def find_values(field: str, rules: Sequence[FactRule], answers: Sequence[Answer]) -> list[Claim]:
    """Return a claim for each value the answers say of the field, equal values together."""
    found: dict[str, Claim] = {}
    for answer in answers:
        for rule in rules:
            if rule.field == field:
                for value in _read(rule, answer):
                    _add(found, value, answer)
    return list(found.values())


def find_absence(
    field: str, rules: Sequence[tuple[str, re.Pattern[str]]], answers: Sequence[Answer]
) -> Absence | None:
    """Return that a document says the field has no value, with the words that say so."""
    for key, pattern in rules:
        for answer in answers:
            if key == field and pattern.search(answer.sentence.text):
                return Absence(
                    kind="stated",
                    reason="volgens het document: geen",
                    quotes=answer.quotes,
                )
    return None


def find_denial(rule: DenialRule, answers: Sequence[Answer]) -> Absence | None:
    """Return that the documents say no algorithm is used, unless they speak of one after all."""
    spoken = [answer for answer in answers if rule.subject.search(answer.sentence.text)]
    denying = [answer for answer in spoken if _denies(rule, answer.sentence.text)]
    if not denying or len(spoken) - len(denying) > rule.most:
        return None
    return Absence(kind="stated", reason=NO_ALGORITHM, quotes=denying[0].quotes)


def _denies(rule: DenialRule, text: str) -> bool:
    return rule.pattern.search(text) is not None and not rule.avoid.search(text)


def _add(found: dict[str, Claim], value: str, answer: Answer) -> None:
    key = fold_name(value)
    claim = found.get(key)
    quotes = (*(claim.quotes if claim else ()), *answer.quotes)
    found[key] = Claim(value=claim.value if claim else value, quotes=quotes)


def fold_name(value: str) -> str:
    """Return the one form in which the ways to write a firm or body count as one value."""
    words = value.lower().replace(".", "").split()
    return " ".join(word for word in words if word not in {"bv", "nv", "gmbh", "ltd", "inc"})


def _read(rule: FactRule, answer: Answer) -> Iterator[str]:
    if rule.pattern:
        for clause in _ASIDE.split(answer.sentence.text):
            yield from _read_clause(rule, rule.pattern, clause)
        return
    text = answer.sentence.text
    if rule.avoid and rule.avoid.search(text):
        return
    if rule.label:
        yield from _read_labelled(rule, answer)
    elif rule.value and rule.answer and answer.is_sure(rule.question):
        said = answer.cells[-1].text if answer.cells else text
        if rule.answer.search(said):
            yield rule.value


def _read_clause(rule: FactRule, pattern: re.Pattern[str], text: str) -> Iterator[str]:
    match = pattern.search(text)
    if match is None or len(text.split()) > _LONGEST or (rule.avoid and rule.avoid.search(text)):
        return
    if rule.month:
        months = find_months(text)
        if months:
            yield min(months, key=lambda found: abs(found[0] - match.start()))[1]
        return
    value = rule.value or match.group("value").strip()
    if not _LOOSE_END.search(value):
        yield value


def _read_labelled(rule: FactRule, answer: Answer) -> Iterator[str]:
    label, value = answer.split_label()
    if not (rule.label and rule.label.search(label) and value):
        return
    if rule.answer and not rule.answer.search(value):
        return
    if rule.month:
        yield from (month for _, month in find_months(value)[:1])
    else:
        yield rule.value or value
