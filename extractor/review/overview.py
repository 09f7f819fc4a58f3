"""Drafts at a glance, as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.review.description import Review, is_denied
from extractor.review.loading import DraftSummary
from extractor.review.versions import write_versions


def write_drafted(review: Review) -> str:
    """Return in a few lines what a draft holds, and what to do next."""
    proposals = review.draft.proposals
    filled = sum(bool(p.claims) and p.claims[0].basis is None for p in proposals)
    differing = sum(bool(p.alternatives) for p in proposals)
    withheld = sum(bool(p.withheld) for p in proposals)
    absent, stated = (_count_absent(review, kind) for kind in ("not_found", "stated"))
    lines = [
        f"{review.name}: concept {review.draft.id}",
        f"  {_count(filled, 'veld', 'velden')} met een voorstel en citaten",
        f"  {_count(differing, 'veld', 'velden')} waarover de bronnen verschillen",
        f"  {_count(absent, 'veld', 'velden')} waarvoor niets is gevonden",
    ]
    if is_denied(review):
        lines.append("  ! volgens het document wordt er geen algoritme gebruikt")
    elif stated:
        lines.append(f"  {_count(stated, 'veld', 'velden')} waarvan een document zegt: geen")
    if withheld:
        lines.append(f"  {_count(withheld, 'veld', 'velden')} met een voorstel dat is afgewezen")
    if review.lapsed:
        fields = ", ".join(review.lapsed)
        choices = _count(len(review.lapsed), "eerdere keuze geldt", "eerdere keuzes gelden")
        lines.append(f"  ! {choices} niet meer, want het voorstel is veranderd: {fields}")
    failed = review.draft.coverage.calls_failed
    if failed:
        reason = next(p.origin.failure for p in proposals if p.origin.failure)
        lines.append(f"  ! {_count(failed, 'vraag', 'vragen')} aan het taalmodel mislukt: {reason}")
        lines.append(
            "    Geef dezelfde opdracht opnieuw: wat beantwoord is, wordt niet nog eens gevraagd."
        )
    lines += write_versions(review.draft.coverage)
    for unread in review.draft.coverage.pages_unread:
        pages = f" (pagina {', '.join(map(str, unread.pages))})" if unread.pages else ""
        lines.append(f"  ! niet gelezen: {unread.document}{pages}: {unread.reason}")
    lines.append(f"  Bekijk het concept: bronvast show {review.draft.id}")
    return "\n".join(lines)


def write_drafts(rows: Sequence[DraftSummary]) -> str:
    """Return a line a draft: id, category, how many fields are decided, dossier."""
    if not rows:
        return "Er zijn nog geen concepten. Maak ze met: bronvast draft MAP"
    head = f"{'CONCEPT':<14}{'CATEGORIE':<26}{'BEVESTIGD':<12}DOSSIER"
    return "\n".join([head, *(_write_row(row) for row in rows)])


def _write_row(row: DraftSummary) -> str:
    total = row.decided + row.undecided
    category = row.category or "nog te kiezen"
    decided = f"{row.decided}/{total}"
    return f"{row.draft:<14}{category:<26}{decided:<12}{row.dossier}"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _count_absent(review: Review, kind: str) -> int:
    """Return the fields that are absent so; a question that failed tells nothing."""
    proposals = (p for p in review.draft.proposals if p.absent and not p.origin.failure)
    return sum(proposal.absent.kind == kind for proposal in proposals if proposal.absent)
