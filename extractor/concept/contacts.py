"""Who is asked about which drafts: one list of questions for each contact person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extractor.concept.questions import list_open_fields
from extractor.concept.writing import write_question_list
from extractor.intake.dossiers import make_slug
from extractor.inventory.listing import list_candidates
from extractor.review.reviewed import Review, find_value
from extractor.standard.catalogue import find_field
from extractor.standing import find_proposal
from extractor.store import Store

NOBODY = "zonder contactpersoon"


def list_question_files(
    reviews: Iterable[Review], contacts: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield a file name and a Word document for each contact person with open questions.

    `contacts` are those of the organisation's own lists, by dossier.
    """
    for person, asked in group_by_contact(reviews, contacts).items():
        slug = make_slug(person) or make_slug(NOBODY)
        yield f"vragen-{slug}.docx", write_question_list(person, asked)


def list_contacts(store: Store) -> dict[str, str]:
    """Return whom the organisation's lists name for a dossier, by its id."""
    listed = ((each.dossier, each.contact) for each in list_candidates(store))
    return {dossier: contact for dossier, contact in listed if dossier and contact}


def group_by_contact(
    reviews: Iterable[Review], contacts: Mapping[str, str]
) -> dict[str, list[Review]]:
    """Return the drafts that leave questions by whom to ask, in the order of their names.

    That is whom a list of the organisation names, else the contact of the entry itself.
    """
    groups: dict[str, list[Review]] = {}
    for review in reviews:
        if list_open_fields(review):
            contact = contacts.get(review.draft.dossier) or _find_contact(review)
            groups.setdefault(contact, []).append(review)
    return dict(sorted(groups.items()))


def _find_contact(review: Review) -> str:
    field = find_field("contact_email")
    value = find_value(review, field, find_proposal(review.draft, field.key))
    return value if isinstance(value, str) and value else NOBODY
