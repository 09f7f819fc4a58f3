"""Let the proposal for the publication category rest on the quick screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from extractor.models import NO_ALGORITHM, Absence, Citation, Claim, Origin, Proposal, Quote, Screen
from extractor.screening.steps import load_steps
from extractor.standard.catalogue import find_field

CATEGORY = "publication_category"


def propose_category(
    screen: Screen, proposals: Iterable[Proposal], at: datetime
) -> tuple[Proposal, ...]:
    """Return the proposals, that for the category with what the screen leads to.

    What a drafter proposed is kept: where the screen differs, both become alternatives. A screen
    without a source proposes nothing, and a question that failed is left to be asked again.
    Where there is no algorithm, nothing that was read offline is proposed.
    """
    settle = _deny if screen.rests_on == ("algorithm",) else _settle
    return tuple(settle(screen, each, at) for each in proposals)


def _deny(screen: Screen, proposal: Proposal, _at: datetime) -> Proposal:
    """Return that there is no algorithm to propose anything of; what an llm proposed is kept."""
    if proposal.origin.failure or not find_field(proposal.field).decided_by_person:
        return proposal
    offered = proposal.claims or proposal.alternatives
    if proposal.origin.drafter == "llm" and (offered or proposal.field != CATEGORY):
        return proposal
    cited = _list_citations(screen)
    absent = Absence(kind="stated", reason=NO_ALGORITHM, quotes=_quote(cited), citations=cited)
    return Proposal(field=proposal.field, absent=absent, origin=proposal.origin)


def _settle(screen: Screen, proposal: Proposal, at: datetime) -> Proposal:
    cited = _list_citations(screen)
    if proposal.field != CATEGORY or proposal.origin.failure or not screen.category or not cited:
        return proposal
    offered = proposal.claims or proposal.alternatives
    if any(claim.value == screen.category for claim in offered):
        return proposal
    claim = Claim(value=screen.category, quotes=_quote(cited), citations=cited)
    if offered:
        return proposal.model_copy(update={"claims": (), "alternatives": (*offered, claim)})
    origin = Origin(drafter="offline", prompt=load_steps().fingerprint, at=at)
    update = {"claims": (claim,), "absent": None, "suggestions": (), "origin": origin}
    return proposal.model_copy(update=update)


def _list_citations(screen: Screen) -> tuple[Citation, ...]:
    """Return the words of the answers that the category follows from, each passage once."""
    answers = (each for each in screen.answers if each.step in screen.rests_on)
    return tuple(dict.fromkeys(citation for each in answers for citation in each.citations))


def _quote(citations: Iterable[Citation]) -> tuple[Quote, ...]:
    return tuple(Quote(reading=c.reading, text=c.quote, chunk=c.span) for c in citations)
