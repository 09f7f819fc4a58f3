"""What stands behind a confirmed entry: decisions, grounds, sources, answers to known questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.exports.export import EntryBackground, Evidence, FieldBackground
from extractor.grounds import find_ground
from extractor.instruments.questions import Question
from extractor.models import Citation, Decision, Reading, Span
from extractor.review.basis import find_basis
from extractor.review.cited import name_citation, quote_as_shown
from extractor.review.labels import ACTIONS
from extractor.review.reviewed import Review
from extractor.review.signing import write_signoffs
from extractor.standard.catalogue import list_decided_fields
from extractor.standing import find_proposal


def describe_background(review: Review, questions: Sequence[str]) -> EntryBackground:
    """Return what stands behind the entry; the review must have its readings.

    `questions` are those of the official forms whose answers are wanted, as `dpia_3_0:18`.
    """
    return EntryBackground(
        fields={
            field.key: _describe_field(review, review.standing[field.key])
            for field in list_decided_fields()
            if field.key in review.standing
        },
        answers=_find_answers(review, questions),
        signed=tuple(write_signoffs(review)),
    )


def _describe_field(review: Review, decision: Decision) -> FieldBackground:
    proposal = find_proposal(review.draft, decision.subject)
    cited = (each for claim in find_basis(proposal, decision) for each in claim.citations)
    what, day = ACTIONS[decision.action], decision.decided_at.strftime("%d-%m-%Y")
    ground = find_ground(decision.ground) if decision.ground else None
    return FieldBackground(
        decided=f"{what.capitalize()} door {decision.reviewer} op {day}",
        note=decision.note,
        left_out=f"{ground.label} ({ground.law})" if ground else None,
        evidence=tuple(dict.fromkeys(_cite(review, each) for each in cited)),
    )


def _cite(review: Review, citation: Citation) -> Evidence:
    return Evidence(name_citation(review, citation), quote_as_shown(review, citation))


def _find_answers(review: Review, questions: Sequence[str]) -> dict[str, tuple[Evidence, ...]]:
    """Return by question what the documents of the draft answer, in reading order."""
    found: dict[str, list[Evidence]] = {}
    for document in review.draft.documents:
        if document.replaced_by is not None or not questions:
            continue
        reading = review.readings[document.reading]
        for answer in list_answers([reading], [[_whole(reading)]], repeated=True):
            if answer.usable and not answer.template:
                place = f"{document.name}, {' › '.join(answer.headings[-1:])}".rstrip(", ")
                for key in _name_questions(answer):
                    if key in questions:
                        found.setdefault(key, []).append(Evidence(place, answer.sentence.text))
    return {key: tuple(each) for key, each in found.items()}


def _whole(reading: Reading) -> Span:
    return Span(start=0, end=len(reading.text))


def _name_questions(answer: Answer) -> Iterator[str]:
    yield from (_name_question(each) for each in answer.questions)


def _name_question(question: Question) -> str:
    """Return `dpia_3_0:18`; of an older DPIA the same question of version 3.0."""
    if question.official:
        return f"dpia_3_0:{question.official}"
    return f"{question.instrument}:{question.id}"
