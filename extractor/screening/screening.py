"""Readings into the quick screen of a dossier: every step answered, or left unanswered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from extractor.documents.profile import describe_reading
from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.facts import find_denial
from extractor.drafting.offline.rules import load_rules
from extractor.drafting.offline.voices import is_closed, speaks_for_itself
from extractor.locators import cite_span
from extractor.models import Citation, Reading, Screen, ScreenAnswer, Span
from extractor.screening.answering import Said, read_answer
from extractor.screening.categories import choose_category
from extractor.screening.naming import list_systems
from extractor.screening.steps import Step, load_steps

_MOST_CITED = 3
"""Passages a step is cited from: the first ones say enough."""


def screen_readings(names: Sequence[str], readings: Mapping[str, Reading]) -> Screen:
    """Return the answers that the documents give, the category they lead to, and other systems.

    `names` are the dossier's own. Only the organisation's own words answer; what an adviser or
    supplier says is a suggestion. Where the documents deny that there is an algorithm, no other
    step is asked.
    """
    own = _list_all([each for each in readings.values() if speaks_for_itself(each)])
    others = _list_all([each for each in readings.values() if _is_voice_of_others(each)])
    answers = _Screening(readings).answer_steps(own, others)
    outcome = choose_category({each.step: each.answer for each in answers})
    return Screen(
        answers=answers,
        category=outcome.category,
        in_doubt=outcome.in_doubt,
        rests_on=outcome.rests_on,
        others=list_systems(names, own, readings),
    )


class _Screening:
    """Answers the steps from sentences of these readings."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._steps = load_steps()

    def answer_steps(
        self, own: Sequence[Answer], others: Sequence[Answer]
    ) -> tuple[ScreenAnswer, ...]:
        """Return the answer to each step in order."""
        denied = self._find_denied(own)
        if denied:
            first, *rest = self._steps.steps
            no = ScreenAnswer(step=first.id, answer="no", citations=self._cite(denied))
            return (no, *(ScreenAnswer(step=each.id, answer="unknown") for each in rest))
        return tuple(self._answer(step, own, others) for step in self._steps.steps)

    def _answer(self, step: Step, own: Sequence[Answer], others: Sequence[Answer]) -> ScreenAnswer:
        said = self._collect(step, own)
        suggested = [each for found in self._collect(step, others).values() for each in found]
        if len(said) == 1:
            answer, found = next(iter(said.items()))
            return ScreenAnswer(
                step=step.id,
                answer=answer,
                citations=self._cite(found),
                suggestions=self._cite(suggested),
            )
        against = [each for found in said.values() for each in found[:1]]
        return ScreenAnswer(
            step=step.id,
            answer="unknown",
            citations=self._cite(against),
            suggestions=self._cite(suggested),
        )

    def _collect(self, step: Step, answers: Sequence[Answer]) -> dict[Said, list[Answer]]:
        found: dict[Said, list[Answer]] = {}
        for answer in answers:
            said = read_answer(step, answer, self._steps)
            if said is not None:
                found.setdefault(said, []).append(answer)
        return found

    def _find_denied(self, answers: Sequence[Answer]) -> list[Answer]:
        """Return the sentences by which the documents deny that there is an algorithm."""
        denial = find_denial(load_rules().values.denial, answers)
        return [each for each in answers if denial and each.quotes == denial.quotes][:1]

    def _cite(self, answers: Sequence[Answer]) -> tuple[Citation, ...]:
        return tuple(
            cite_span(self._readings[answer.reading], answer.sentence.span)
            for answer in islice(answers, _MOST_CITED)
        )


def _list_all(readings: Sequence[Reading]) -> list[Answer]:
    whole = [[Span(start=0, end=len(reading.text))] for reading in readings]
    voices = load_rules().style
    listed = list_answers(readings, whole)
    return [answer for answer in listed if not is_closed(voices, answer.headings)]


def _is_voice_of_others(reading: Reading) -> bool:
    return describe_reading(reading, reading.source.name).voice != "own"
