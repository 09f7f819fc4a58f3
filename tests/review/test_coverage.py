"""A reviewer sees what a draft rests on, and what it does not."""

from __future__ import annotations

from datetime import UTC, datetime

from extractor.models import (
    Absence,
    Coverage,
    Draft,
    Origin,
    Proposal,
    UnreadPages,
)
from extractor.review.coverage import write_coverage

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def make_draft(coverage: Coverage, failure: str | None = None) -> Draft:
    """Return a draft of one field with this coverage."""
    origin = Origin(drafter="llm", llm="test", at=NOON, failure=failure)
    absent = Absence(kind="not_found", reason="niet gevonden")
    return Draft(
        id="d",
        dossier="scanauto",
        documents=(),
        proposals=(Proposal(field="goal", absent=absent, origin=origin),),
        coverage=coverage,
        created_at=NOON,
    )


def test_everything_read_is_said_in_one_line() -> None:
    """Silence would not tell that nothing is missing."""
    lines = list(write_coverage(make_draft(Coverage(pages_read=1))))

    assert lines == ["Leesoverzicht: 1 pagina gelezen; alles gelezen"]


def test_unread_parts_and_failed_questions_are_listed() -> None:
    """Each with its reason, and with what to do."""
    unread = UnreadPages(document="dpia.pdf", pages=(3, 4), reason="alleen beeld")
    coverage = Coverage(pages_read=1684, pages_unread=(unread,), calls_failed=2)

    lines = list(write_coverage(make_draft(coverage, "geen antwoord binnen 300 seconden")))

    assert lines[0] == "Leesoverzicht: 1.684 pagina's gelezen"
    assert "2 vragen aan het taalmodel mislukt: geen antwoord binnen 300 seconden" in lines[1]
    assert lines[-1].endswith("niet gelezen: dpia.pdf (pagina 3, 4): alleen beeld")
