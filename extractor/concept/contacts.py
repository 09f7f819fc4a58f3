"""Who is asked about which drafts: one list of questions for each contact person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.concept.questions import list_open_fields
from extractor.concept.writing import write_question_list
from extractor.intake.dossiers import make_slug
from extractor.review.reviewed import Review, find_value
from extractor.standard.catalogue import find_field
from extractor.standing import find_proposal

NOBODY = "zonder contactpersoon"


def list_question_files(reviews: Iterable[Review]) -> Iterator[tuple[str, bytes]]:
    """Yield a file name and a Word document for each contact person with open questions."""
    for person, asked in group_by_contact(reviews).items():
        slug = make_slug(person) or make_slug(NOBODY)
        yield f"vragen-{slug}.docx", write_question_list(person, asked)


def group_by_contact(reviews: Iterable[Review]) -> dict[str, list[Review]]:
    """Return the drafts that leave questions by the contact that counts for each, by its name."""
    groups: dict[str, list[Review]] = {}
    for review in reviews:
        if list_open_fields(review):
            groups.setdefault(_find_contact(review), []).append(review)
    return dict(sorted(groups.items()))


def _find_contact(review: Review) -> str:
    field = find_field("contact_email")
    value = find_value(review, field, find_proposal(review.draft, field.key))
    return value if isinstance(value, str) and value else NOBODY
