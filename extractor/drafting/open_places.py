"""Where documents leave open what a field asks for, so that a person can fill it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.sentences import Sentence
from extractor.instruments.questions import Question
from extractor.instruments.template import is_placeholder
from extractor.locators import locate
from extractor.models import Citation, Proposal, Reading, Span

_SAYS_NOTHING = re.compile(r"[\W_]*")
_GAP = re.compile(r"\.{2,}|…|\?{2,}|_{2,}")


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
    own = (each for each in found if proposal.field in each[1].question.primary)
    return proposal.model_copy(update={"open_places": tuple(_cite(*each) for each in own)})


def list_open_places(reading: Reading) -> Iterator[OpenPlace]:
    """Yield the gaps that stand where a questionnaire asks something, in reading order."""
    for answer in list_answers([reading], [[Span(start=0, end=len(reading.text))]]):
        if answer.question is None or answer.template:
            continue
        for part in answer.cells or (answer.sentence,):
            if _is_gap(answer, part):
                yield OpenPlace(answer.question, part.text, part.span)


def _is_gap(answer: Answer, part: Sentence) -> bool:
    """Return whether the words mark a gap; a dash or a line is none."""
    if not part.text.strip() or not is_placeholder(part.text):
        return False
    if answer.kind == "row" and part is answer.cells[0]:
        return False
    return _SAYS_NOTHING.fullmatch(part.text) is None or _GAP.search(part.text) is not None


def _cite(reading: Reading, place: OpenPlace) -> Citation:
    return Citation(
        reading=reading.id,
        span=place.span,
        quote=place.span.of(reading.text),
        locator=locate(reading, place.span),
    )
