"""Hold every quote of a proposal against its source, whoever proposed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractor.citations import QuoteIndex, build_index, check_quote
from extractor.composing import LIST_KINDS
from extractor.drafting.cited_addresses import is_cited
from extractor.drafting.law_links import is_from_law_table
from extractor.models import (
    NOT_FOUND,
    Absence,
    Citation,
    Claim,
    LinkedTitle,
    Proposal,
    Quote,
    Reading,
    RejectedQuote,
    WithheldClaim,
)
from extractor.standard.catalogue import Field, find_field
from extractor.standard.values import list_objections

NO_QUOTE = "er is geen citaat bij gegeven"
NOT_CITED = "het adres staat niet in het citaat"
_CLOSED = frozenset({"choice", "choices", "month", "contact", "link", "links"})
"""Kinds of field of which each claim by itself must please the standard."""
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
        field = find_field(proposal.field)
        claims = [self._check_claim(claim) for claim in proposal.claims]
        alternatives = [self._check_claim(claim) for claim in proposal.alternatives]
        faults = {id(claim): self._find_fault(field, claim) for claim in (*claims, *alternatives)}
        fallen = [
            WithheldClaim(value=claim.value, reason=fault, rejected=claim.rejected)
            for claim in (*claims, *alternatives)
            if (fault := faults[id(claim)])
        ]
        return proposal.model_copy(
            update={
                "claims": tuple(claim for claim in claims if not faults[id(claim)]),
                "alternatives": tuple(claim for claim in alternatives if not faults[id(claim)]),
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
            return Absence(kind="not_found", reason=NOT_FOUND)
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

    def _find_fault(self, field: Field, claim: Claim) -> str | None:
        """Return why a claim is withheld; none when checked words carry it, or it needs none.

        A link, an address or a choice must besides be one: a true quote does not make it true. Of a
        law that a citation names the link may be that of the table of laws.
        A side of a contradiction is shown even where it is none: choosing it is refused.
        """
        if claim.basis is not None:
            return None
        if not claim.citations:
            return NOT_THERE if claim.rejected else NO_QUOTE
        if field.kind in _CLOSED and claim.topic is None:
            listed = field.kind in LIST_KINDS
            objections = list_objections(field.key, (claim.value,) if listed else str(claim.value))
            if objections:
                return objections[0]
        address = _find_address(field, claim)
        carried = not address or self._is_cited(address, claim.citations)
        return None if carried or is_from_law_table(claim, self._readings) else NOT_CITED

    def _is_cited(self, address: str, citations: Sequence[Citation]) -> bool:
        return any(
            is_cited(address, citation, self._readings[citation.reading].text)
            for citation in citations
        )


def _find_address(field: Field, claim: Claim) -> str | None:
    """Return the address a claim gives, which nobody may make up."""
    if isinstance(claim.value, LinkedTitle):
        return claim.value.link
    return claim.value if field.kind in {"link", "contact"} else None
