"""Bring what is published beside each field of a draft: a value to start from, no decision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from extractor.comparing.linking import Link
from extractor.models import Answer
from extractor.published import REGISTER
from extractor.standard.catalogue import list_decided_fields
from extractor.store import Store


def bring_defaults(store: Store, links: Iterable[Link], at: datetime) -> int:
    """Return how many published values now stand beside a field where they did not yet."""
    return sum(_bring(store, link, at) for link in links)


def _bring(store: Store, link: Link, at: datetime) -> int:
    publication, draft = link.publication, link.candidate.review.draft
    brought = {(each.field, each.citation) for each in store.list_answers(draft.dossier)}
    added = 0
    for field in list_decided_fields():
        place = publication.places.get(field.key)
        if field.key not in publication.entry.values or place is None:
            continue
        if (field.key, place) not in brought:
            answer = Answer(
                dossier=draft.dossier,
                draft=draft.id,
                field=field.key,
                citation=place,
                name=REGISTER,
                answered_on=publication.day,
                document=publication.document,
                added_at=at,
            )
            added += store.add_answer(answer)
    return added
