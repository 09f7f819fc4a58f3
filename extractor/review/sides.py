"""What choosing one side of a contradiction makes of a field, and when a text hides a side."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.composing import takes_several
from extractor.errors import DecisionRefused
from extractor.models import Claim, Proposal
from extractor.standard.catalogue import Field


def find_hidden(field: Field, proposal: Proposal) -> tuple[str, ...]:
    """Return the topics of which the text does not say all sides; none of a field with one value.

    To take over such a text as it stands would settle a contradiction without a word.
    """
    if not takes_several(field) or not proposal.claims:
        return ()
    sides = (each for each in proposal.alternatives if each.topic)
    hidden = (str(each.topic) for each in sides if not _says_any(proposal.claims, each))
    return tuple(dict.fromkeys(hidden))


def choose_side(field: Field, proposal: Proposal, chosen: Claim) -> tuple[Claim, ...]:
    """Return the claims of the field when one alternative holds.

    Of a text the other claims stay: only those that say another side of the same topic go, and
    the chosen side comes last where the text does not say it. Refused where the sides of another
    topic would stay unsettled.
    """
    if not takes_several(field) or chosen.topic is None:
        return (chosen,)
    topics = {each.topic for each in proposal.alternatives}
    if len(topics) > 1:
        raise DecisionRefused(
            f"bij {field.key} ({field.title}) spreken bronnen elkaar op meer punten tegen",
            "Schrijf de tekst zelf met --value.",
        )
    others = [each for each in proposal.alternatives if each != chosen]
    kept = tuple(
        claim
        for claim in proposal.claims
        if _says(claim, chosen) or not any(_says(claim, other) for other in others)
    )
    return kept if _says_any(kept, chosen) else (*kept, chosen)


def _says_any(claims: Sequence[Claim], side: Claim) -> bool:
    return any(_says(claim, side) for claim in claims)


def _says(claim: Claim, side: Claim) -> bool:
    """Return whether the claim rests on words that the side rests on."""
    return any(
        one.reading == other.reading and one.span.touches(other.span)
        for one in claim.citations
        for other in side.citations
    )
