"""An offline claim is its own citation: nothing in it is missing from its sources."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.loading import load_review
from extractor.review.reviewed import Review, find_checks
from extractor.standard.catalogue import find_field
from extractor.store import open_store

DOSSIERS = Path(__file__).parents[2] / "fixtures" / "dossiers"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
OF_SOURCES = ("uncarried", "negation", "no_basis")
"""How the rules begin that hold a claim against its citations."""


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory, reader: DocumentReader) -> list[Review]:
    """Return the invented dossiers as drafted offline."""
    with open_store(tmp_path_factory.mktemp("werkmap")) as store:
        drafts = [
            draft_dossier(
                found,
                store,
                reader,
                lambda readings: OfflineDrafter(readings, lambda: NOON),
                lambda: NOON,
            )
            for found in find_dossiers(DOSSIERS)
        ]
        return [load_review(store, draft.id, NOON.date()) for draft in drafts]


def test_no_offline_claim_says_what_its_citations_do_not(reviews: list[Review]) -> None:
    """No number, date, law, address, name or negation of it is spoken of."""
    found = [
        (review.name, proposal.field, finding.message)
        for review in reviews
        for proposal in review.draft.proposals
        for finding in find_checks(review, find_field(proposal.field), proposal)
        if finding.rule.startswith(OF_SOURCES)
    ]

    assert sum(bool(each.claims) for review in reviews for each in review.draft.proposals) > 30
    assert found == []
