"""Hold every quote of a proposal against its source, whoever proposed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractor.citations import QuoteIndex, build_index, check_quote
from extractor.models import (
    Absence,
    Citation,
    Claim,
    Proposal,
    Quote,
    Reading,
    RejectedQuote,
    WithheldClaim,
)

NO_QUOTE = "er is geen citaat bij gegeven"
NOT_THERE = "citaat niet gevonden in de bron"


class QuoteChecker:
    """Checks quotes against readings; each reading is indexed once, when first quoted."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._indexes: dict[str, QuoteIndex] = {}

    def check_proposals(self, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
        """Return the proposals with their quotes checked; what is not carried is withheld."""
        return tuple(self._check_proposal(proposal) for proposal in proposals)

    def _check_proposal(self, proposal: Proposal) -> Proposal:
        claims = [self._check_claim(claim) for claim in proposal.claims]
        alternatives = [self._check_claim(claim) for claim in proposal.alternatives]
        fallen = [withhold(c) for c in (*claims, *alternatives) if not is_carried(c)]
        return proposal.model_copy(
            update={
                "claims": tuple(claim for claim in claims if is_carried(claim)),
                "alternatives": tuple(claim for claim in alternatives if is_carried(claim)),
                "withheld": (*proposal.withheld, *fallen),
                "absent": self._check_absence(proposal.absent) if proposal.absent else None,
            }
        )

    def _check_claim(self, claim: Claim) -> Claim:
        citations, rejected = self._check_quotes(claim.quotes)
        return claim.model_copy(update={"citations": citations, "rejected": rejected})

    def _check_absence(self, absence: Absence) -> Absence:
        citations, _ = self._check_quotes(absence.quotes)
        if absence.kind == "stated" and not citations:
            return Absence(kind="not_found", reason=absence.reason)
        return absence.model_copy(update={"citations": citations})

    def _check_quotes(
        self, quotes: Sequence[Quote]
    ) -> tuple[tuple[Citation, ...], tuple[RejectedQuote, ...]]:
        outcomes = [self._check_quote(quote) for quote in dict.fromkeys(quotes)]
        citations = tuple(each for each in outcomes if isinstance(each, Citation))
        rejected = tuple(each for each in outcomes if isinstance(each, RejectedQuote))
        return citations, rejected

    def _check_quote(self, quote: Quote) -> Citation | RejectedQuote:
        reading = self._readings.get(quote.reading)
        if reading is None:
            return RejectedQuote(quote=quote.text, reason="de bron hoort niet bij dit dossier")
        if reading.id not in self._indexes:
            self._indexes[reading.id] = build_index(reading)
        return check_quote(quote.text, self._indexes[reading.id], quote.chunk)


def is_carried(claim: Claim) -> bool:
    """Return whether the claim rests on a checked citation, or on no document at all (rule 2)."""
    return bool(claim.citations) or claim.basis is not None


def withhold(claim: Claim) -> WithheldClaim:
    """Return the claim as one that is kept in sight but not proposed."""
    reason = NOT_THERE if claim.rejected else NO_QUOTE
    return WithheldClaim(value=claim.value, reason=reason, rejected=claim.rejected)
