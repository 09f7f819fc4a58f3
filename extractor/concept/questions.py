"""What a colleague is asked about a field: what the documents leave open or disagree about."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.contradictions.topics import name_topic
from extractor.models import Proposal
from extractor.review.reviewed import Review, is_denied
from extractor.standard.catalogue import Field, find_field

DISAGREE = "De bronnen noemen verschillende waarden. Welke klopt?"
LEFT_OPEN = "Het document laat dit nog open. Wat moet hier komen?"
NEEDED = "Dit veld is verplicht, maar het staat niet in de documenten. Wat moet hier komen?"
UNKNOWN = "Dit staat niet in de documenten. Weet u het?"
NOT_ASKED = "Hier kon het taalmodel niet naar kijken. Weet u het?"


def list_open_fields(review: Review) -> tuple[tuple[Field, tuple[str, ...]], ...]:
    """Return the fields that a person still has to choose and that leave questions, with these.

    Where a document denies that there is an algorithm nothing is asked.
    """
    if is_denied(review):
        return ()
    asked = (
        (find_field(each.field), tuple(_list_questions(review, each)))
        for each in review.draft.proposals
    )
    return tuple((field, questions) for field, questions in asked if questions)


def _list_questions(review: Review, proposal: Proposal) -> Iterator[str]:
    field = find_field(proposal.field)
    if proposal.field in review.standing or not field.decided_by_person:
        return
    for topic in dict.fromkeys(each.topic for each in proposal.alternatives):
        yield _ask_about(topic) if topic else DISAGREE
    if proposal.open_places:
        yield LEFT_OPEN
    elif proposal.origin.failure and not proposal.claims:
        yield NOT_ASKED
    elif proposal.absent and proposal.absent.kind == "not_found":
        yield NEEDED if field.required else UNKNOWN


def _ask_about(topic: str) -> str:
    return f"De bronnen spreken elkaar tegen over {name_topic(topic)}. Wat klopt?"
