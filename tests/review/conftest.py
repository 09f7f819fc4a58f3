"""A small draft with a claim of two sentences, a single value, and the rest not found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from extractor.models import (
    Absence,
    Citation,
    Claim,
    Coverage,
    Draft,
    DraftDocument,
    Locator,
    Origin,
    Proposal,
    Span,
)
from extractor.review.choices import Signature
from extractor.standard.catalogue import load_fields

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORIGIN = Origin(drafter="offline", at=NOON)
SENTENCES = ("Het doel is eerlijk parkeren.", "De drempel voor controle is 98 procent.")


def cite(value: str, reading: str = "r1") -> Claim:
    """Return a claim that cites its own words."""
    place = Locator(kind="paragraph", label="1")
    span = Span(start=0, end=len(value))
    return Claim(
        value=value, citations=(Citation(reading=reading, span=span, quote=value, locator=place),)
    )


MakeSmall = Callable[..., Draft]


@pytest.fixture
def make_small() -> MakeSmall:
    """Return what makes a draft; `claims` are sentences by field, cited from the reading."""

    def make(draft_id: str = "eerste", reading: str = "r1", **claims: tuple[str, ...]) -> Draft:
        filled = {"goal": SENTENCES, "name": ("Parkeren controleren",), **claims}
        absent = Absence(kind="not_found", reason="niet gevonden")
        proposals = tuple(
            Proposal(
                field=field.key,
                claims=tuple(cite(value, reading) for value in filled.get(field.key, ())),
                absent=None if filled.get(field.key) else absent,
                origin=ORIGIN,
            )
            for field in load_fields()
        )
        return Draft(
            id=draft_id,
            dossier="scanauto",
            documents=(DraftDocument(reading=reading, path="dpia.txt", name="dpia.txt"),),
            proposals=proposals,
            coverage=Coverage(pages_read=3),
            created_at=NOON,
        )

    return make


@pytest.fixture
def signed() -> Signature:
    """Return who decides."""
    return Signature(reviewer="R. Lezer", at=NOON)
