"""Let the proposal for the publication category rest on the quick screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from extractor.models import NO_ALGORITHM, Absence, Citation, Claim, Origin, Proposal, Quote, Screen
from extractor.screening.steps import load_steps

CATEGORY = "publication_category"


def propose_category(
    screen: Screen, proposals: Iterable[Proposal], at: datetime
) -> tuple[Proposal, ...]:
    """Return the proposals, that for the category with what the screen leads to.

    What a drafter proposed is kept: where the screen differs, both become alternatives. A screen
    without a source proposes nothing, and a question that failed is left to be asked again.
    """
    return tuple(
        _settle(screen, each, at) if each.field == CATEGORY else each for each in proposals
    )


def _settle(screen: Screen, proposal: Proposal, at: datetime) -> Proposal:
    if proposal.origin.failure:
        return proposal
    origin = Origin(drafter="offline", prompt=load_steps().fingerprint, at=at)
    offered = proposal.claims or proposal.alternatives
    cited = _list_citations(screen)
    if screen.category is None:
        denied = screen.rests_on == ("algorithm",)
        if offered or not denied:
            return proposal
        absent = Absence(kind="stated", reason=NO_ALGORITHM, quotes=_quote(cited), citations=cited)
        return proposal.model_copy(update={"absent": absent})
    if not cited or any(claim.value == screen.category for claim in offered):
        return proposal
    claim = Claim(value=screen.category, quotes=_quote(cited), citations=cited)
    if offered:
        return proposal.model_copy(update={"claims": (), "alternatives": (*offered, claim)})
    update = {"claims": (claim,), "absent": None, "suggestions": (), "origin": origin}
    return proposal.model_copy(update=update)


def _list_citations(screen: Screen) -> tuple[Citation, ...]:
    """Return the words of the answers that the category follows from, each passage once."""
    answers = (each for each in screen.answers if each.step in screen.rests_on)
    return tuple(dict.fromkeys(citation for each in answers for citation in each.citations))


def _quote(citations: Iterable[Citation]) -> tuple[Quote, ...]:
    return tuple(Quote(reading=c.reading, text=c.quote, chunk=c.span) for c in citations)
