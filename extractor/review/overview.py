"""Drafts at a glance, as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.review.coverage import write_gaps
from extractor.review.instructions import list_instructions
from extractor.review.labels import count_things
from extractor.review.languages import write_foreign
from extractor.review.loading import DraftSummary
from extractor.review.reviewed import Review, is_denied


def write_drafted(review: Review) -> str:
    """Return in a few lines what a draft holds, and what to do next."""
    proposals = review.draft.proposals
    filled = sum(bool(p.claims) and p.claims[0].basis is None for p in proposals)
    differing = sum(bool(p.alternatives) for p in proposals)
    withheld = sum(bool(p.withheld) for p in proposals)
    absent, stated = (_count_absent(review, kind) for kind in ("not_found", "stated"))
    lines = [
        f"{review.name}: concept {review.draft.id}",
        f"  {count_things(filled, 'veld', 'velden')} met een voorstel en citaten",
        f"  {count_things(differing, 'veld', 'velden')} waarover de bronnen verschillen",
        f"  {count_things(absent, 'veld', 'velden')} waarvoor niets is gevonden",
    ]
    if is_denied(review):
        lines.append("  ! volgens het document wordt er geen algoritme gebruikt")
    elif stated:
        lines.append(f"  {count_things(stated, 'veld', 'velden')} waarvan een document zegt: geen")
    if withheld:
        lines.append(
            f"  {count_things(withheld, 'veld', 'velden')} met een voorstel dat is afgewezen"
        )
    steering = sum(any(list_instructions(each)) for each in review.readings.values())
    if steering:
        documents = count_things(steering, "document", "documenten")
        lines.append(f"  ! {documents} met woorden die een taalmodel aanspreken: zie bronvast show")
    if review.lapsed:
        fields = ", ".join(review.lapsed)
        choices = count_things(len(review.lapsed), "eerdere keuze geldt", "eerdere keuzes gelden")
        lines.append(f"  ! {choices} niet meer, want het voorstel is veranderd: {fields}")
    lines += write_gaps(review.draft)
    lines += write_foreign(review)
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


def _count_absent(review: Review, kind: str) -> int:
    """Return the fields that are absent so; a question that failed tells nothing."""
    proposals = (p for p in review.draft.proposals if p.absent and not p.origin.failure)
    return sum(proposal.absent.kind == kind for proposal in proposals if proposal.absent)
