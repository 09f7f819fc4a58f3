"""Values from the organisation profile, confirmed once for the drafts a person chose."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.composing import FieldValue, compose_value
from extractor.errors import DecisionRefused
from extractor.models import Decision, Record
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.loading import list_reviews
from extractor.review.reviewed import Review
from extractor.standard.catalogue import find_field
from extractor.store import Store


class ProfileValue(Record):
    """An undecided field of a draft whose value comes from the organisation profile."""

    draft: str
    dossier: str
    field: str
    value: FieldValue


class Chosen(Record):
    """What a person saw listed and confirms: one value of one field, for these drafts."""

    field: str
    value: FieldValue
    drafts: tuple[str, ...]


def list_profile_values(store: Store, signature: Signature) -> tuple[ProfileValue, ...]:
    """Return the profile values that await a person in the newest draft of each dossier."""
    return tuple(
        value
        for review in list_reviews(store, signature.at.date())
        for value in list_review_values(review)
    )


def list_review_values(review: Review) -> Iterator[ProfileValue]:
    """Yield the profile values of one draft that await a person."""
    for proposal in review.draft.proposals:
        field = find_field(proposal.field)
        if not field.decided_by_person or field.key in review.standing or not proposal.claims:
            continue
        if all(claim.basis == "profile" for claim in proposal.claims):
            yield ProfileValue(
                draft=review.draft.id,
                dossier=review.name,
                field=field.key,
                value=compose_value(field, proposal.claims),
            )


def confirm_profile_value(
    store: Store, chosen: Chosen, signature: Signature
) -> tuple[Decision, ...]:
    """Return the decisions, one in each draft; refused for all when one has another value now."""
    listed = {
        each.draft: each.value
        for each in list_profile_values(store, signature)
        if each.field == chosen.field
    }
    if any(draft not in listed or listed[draft] != chosen.value for draft in chosen.drafts):
        raise DecisionRefused(
            f"de lijst van concepten met deze waarde voor {chosen.field} is ondertussen veranderd",
            "Bekijk de lijst opnieuw.",
        )
    accept = Choice(action="accept")
    return tuple(
        decision
        for draft in chosen.drafts
        for decision in decide_subject(store, draft, chosen.field, accept, signature)
    )
