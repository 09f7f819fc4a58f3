"""What rows, labels and replies say of the use of the dossier's system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.usage import UsageRules
from extractor.facts.dates import StatedDate, find_dates

Kind = Literal["start", "use", "plain use", "past use", "stop", "making", "unused", "plan"]


@dataclass(frozen=True)
class Told:
    """What one answer tells of the use of the system."""

    kind: Kind
    answer: Answer
    month: str | None = None


def read_label(rules: UsageRules, answer: Answer) -> Iterator[Told]:
    """Yield what a row of two cells or `label: value` tells."""
    label, value = answer.split_label()
    labels = rules.labels
    if not value:
        return
    month = next(iter(list_months(find_dates(value))), None)
    if labels["plan"].search(label):
        yield Told("plan", answer)
    elif labels["begin"].search(label) and month:
        yield Told("plan", answer) if _is_planning(rules, answer) else Told("start", answer, month)
    elif find_dates(label) and labels["happened"].search(value):
        if not _is_planning(rules, answer):
            yield Told("start", answer, next(iter(list_months(find_dates(label))), None))
    elif labels["end"].search(label) and month:
        yield Told("stop", answer, month)
    elif labels["status"].search(label):
        kinds: Mapping[str, Kind] = {"in_use": "use", "in_making": "making", "out_of_use": "stop"}
        yield from (Told(kind, answer) for key, kind in kinds.items() if labels[key].search(value))


def _is_planning(rules: UsageRules, answer: Answer) -> bool:
    titles = (*answer.headings, *(title for _, title in answer.header))
    return any(rules.labels["planning"].search(title) for title in titles)


def read_reply(rules: UsageRules, question: str, answer: Answer) -> Iterator[Told]:
    """Yield what the answer to a question of the writer's own tells."""
    text = answer.sentence.text
    questions = rules.questions
    denied = questions["no"].search(text) or rules.moods["plan"].search(text)
    if questions["begin"].search(question):
        month = next(iter(list_months(find_dates(text))), None)
        if denied:
            yield Told("plan", answer)
        elif month:
            yield Told("start", answer, month)
    elif questions["use"].search(question):
        if denied:
            yield Told("making", answer)
        elif questions["yes"].search(text):
            yield Told("use", answer)


def list_months(dates: Iterable[StatedDate]) -> Iterator[str]:
    """Yield each date that has a year and a month, as `yyyy-mm`."""
    return (f"{each.year}-{each.month:02d}" for each in dates if each.year and each.month)
