"""A hand-made draft of one document, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from extractor.evaluation.counting import Counts, evaluate_draft
from extractor.evaluation.gold import Gold, GoldField
from extractor.models import (
    Citation,
    Claim,
    ClaimValue,
    Coverage,
    Draft,
    DraftDocument,
    Locator,
    Origin,
    Proposal,
    Reading,
    Source,
    Span,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TEXT = "Het doel is eerlijk parkeren. Sinds maart 2023 in gebruik. Wij beloven niets."
READING = Reading(
    id="r1",
    source=Source(sha256="a" * 64, name="dpia.pdf", media_type="application/pdf"),
    reader="pdf@1",
    text=TEXT,
    blocks=(),
)


def make_claim_of(value: ClaimValue, quote: str = TEXT, page: str = "1") -> Claim:
    """Return a claim that cites these words of the document."""
    start = max(TEXT.find(quote), 0)
    cited = Citation(
        reading="r1",
        span=Span(start=start, end=start + len(quote)),
        quote=quote,
        locator=Locator(kind="page", label=page),
    )
    return Claim(value=value, citations=(cited,))


def make_proposal_of(field: str, *claims: Claim, alternatives: tuple[Claim, ...] = ()) -> Proposal:
    """Return a proposal of these claims."""
    origin = Origin(drafter="offline", at=NOON)
    return Proposal(field=field, claims=claims, alternatives=alternatives, origin=origin)


def make_draft_of(*proposals: Proposal) -> Draft:
    """Return a draft that rests on the one document."""
    return Draft(
        id="d1",
        dossier="parkeren",
        documents=(DraftDocument(reading="r1", path="DPIA/dpia.pdf", name="dpia.pdf"),),
        proposals=proposals,
        coverage=Coverage(pages_read=1),
        created_at=NOON,
    )


def know_field(**facts: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    """Return what is known of a field; empty where nothing is given."""
    empty: dict[str, Any] = {"answerable": True, "why": "", "abstain_ok": False}
    lists: dict[str, list[Any]] = {
        key: [] for key in ("expected", "tolerated", "facts", "forbidden", "conflicts")
    }
    return {**empty, **lists, **facts}


def count_field(proposal: Proposal, known: dict[str, Any]) -> Counts:
    """Return what is counted for one proposal."""
    field = GoldField.model_validate(known, strict=False)
    gold = Gold(dossier="parkeren", documents=(), fields={proposal.field: field})
    return evaluate_draft(make_draft_of(proposal), gold, {"r1": READING})[0].counts


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """Return what makes a claim."""
    return make_claim_of


@pytest.fixture
def make_proposal() -> Callable[..., Proposal]:
    """Return what makes a proposal."""
    return make_proposal_of


@pytest.fixture
def make_draft() -> Callable[..., Draft]:
    """Return what makes a draft."""
    return make_draft_of


@pytest.fixture
def readings() -> dict[str, Reading]:
    """Return the document the draft rests on."""
    return {"r1": READING}


@pytest.fixture
def know() -> Callable[..., dict[str, Any]]:
    """Return what tells what is known of a field."""
    return know_field


@pytest.fixture
def count() -> Callable[[Proposal, dict[str, Any]], Counts]:
    """Return what counts one field."""
    return count_field
