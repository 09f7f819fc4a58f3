"""Where documents leave open what a field asks for, so that a person can fill it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.usability import is_gap
from extractor.drafting.sentences import Sentence
from extractor.instruments.questions import Question
from extractor.locators import cite_span
from extractor.models import Proposal, Reading, Span


@dataclass(frozen=True)
class OpenPlace:
    """A gap in a document, and the question that it leaves open."""

    question: Question
    text: str
    span: Span


def add_open_places(
    proposals: Sequence[Proposal], readings: Mapping[str, Reading]
) -> tuple[Proposal, ...]:
    """Return the proposals with the gaps of the questions that feed each, whoever drafted.

    Where a document says that there is no algorithm, nothing of it is left open.
    """
    found = [(each, place) for each in readings.values() for place in list_open_places(each)]
    return tuple(
        proposal if proposal.is_denied else _add_places(proposal, found) for proposal in proposals
    )


def _add_places(proposal: Proposal, found: Sequence[tuple[Reading, OpenPlace]]) -> Proposal:
    cited = tuple(
        cite_span(reading, place.span)
        for reading, place in found
        if proposal.field in place.question.primary
    )
    return proposal.model_copy(update={"open_places": cited})


def list_open_places(reading: Reading) -> Iterator[OpenPlace]:
    """Yield the gaps that stand where a questionnaire asks something, in reading order."""
    for answer in list_answers([reading], [[Span(start=0, end=len(reading.text))]]):
        if answer.question is None or answer.template:
            continue
        for part in answer.cells or (answer.sentence,):
            if _is_gap(answer, part):
                yield OpenPlace(answer.question, part.text, part.span)


def _is_gap(answer: Answer, part: Sentence) -> bool:
    """Return whether the words mark a gap; the first cell of a row says what is asked."""
    if answer.kind == "row" and part is answer.cells[0]:
        return False
    return is_gap(part.text)
