"""Make proposals of what the llm answered: placeholders back into words, or withheld."""

from __future__ import annotations

from extractor.composing import takes_several
from extractor.drafting.llm.answers import AnswerClaim, FieldAnswer
from extractor.drafting.llm.material import Material
from extractor.drafting.llm.redacting import WITHHELD, hides_something
from extractor.models import (
    NOT_FOUND,
    Absence,
    Claim,
    ClaimValue,
    LinkedTitle,
    Origin,
    Proposal,
    WithheldClaim,
)
from extractor.standard.catalogue import Field

NOTHING = "…"
UNANSWERED = "het taalmodel heeft dit veld niet beantwoord"
UNREADABLE = "een deel van het antwoord was onleesbaar"
NOT_IN_PART = "niet gevonden in het deel dat in de context van het taalmodel past"


def read_field(
    field: Field, answer: FieldAnswer | None, material: Material, origin: Origin
) -> Proposal:
    """Return what was answered on one field, its quotes in the words of the source, unchecked.

    A claim that says a placeholder is withheld, and so is what could not be read.
    """
    lost = () if origin.failure else _list_lost(answer)
    if answer is not None and answer.claims:
        read = tuple(_read_claim(field, claim, material) for claim in answer.claims)
        redacted = material.redaction.is_on
        withheld = tuple(
            WithheldClaim(value=claim.value, reason=WITHHELD)
            for claim in read
            if redacted and _is_hidden(claim)
        )
        claims = tuple(claim for claim in read if not (redacted and _is_hidden(claim)))
        whole = takes_several(field) or len(claims) == 1
        return Proposal(
            field=field.key,
            claims=claims if whole else (),
            alternatives=() if whole else claims,
            withheld=(*withheld, *lost),
            origin=origin,
        )
    return Proposal(
        field=field.key,
        absent=_read_absence(answer, material, origin),
        withheld=lost,
        origin=origin,
    )


def limit_absence(proposal: Proposal) -> Proposal:
    """Return the proposal of a question about a part: what it did not find may stand elsewhere."""
    absent = proposal.absent
    if absent is None or absent.reason != NOT_FOUND:
        return proposal
    limited = absent.model_copy(update={"reason": NOT_IN_PART})
    return proposal.model_copy(update={"absent": limited})


def _list_lost(answer: FieldAnswer | None) -> tuple[WithheldClaim, ...]:
    """Return what of the answer is not there: all of it, or a part."""
    if answer is None or (not answer.claims and answer.absent is None):
        return (WithheldClaim(value=NOTHING, reason=UNANSWERED),)
    return (WithheldClaim(value=NOTHING, reason=UNREADABLE),) if answer.unread else ()


def _read_claim(field: Field, claim: AnswerClaim, material: Material) -> Claim:
    value: ClaimValue = claim.value.strip()
    if field.kind == "links":
        value = LinkedTitle(title=claim.value.strip(), link=(claim.link or "").strip() or None)
    elif field.kind == "contact":
        # The one field that asks for what is hidden; a person sees whose address it is.
        value = material.redaction.restore_mail(claim.value.strip())
    return Claim(
        value=value,
        quotes=tuple(material.find_quote(quote) for quote in claim.quotes),
        starts_paragraph=claim.new_paragraph,
    )


def _is_hidden(claim: Claim) -> bool:
    """Return whether a value says a placeholder, where a reader needs words."""
    if isinstance(claim.value, LinkedTitle):
        return hides_something(f"{claim.value.title} {claim.value.link or ''}")
    return hides_something(claim.value)


def _read_absence(answer: FieldAnswer | None, material: Material, origin: Origin) -> Absence:
    if origin.failure:
        return Absence(kind="not_found", reason=f"niet gevraagd: {origin.failure}")
    if answer is None or answer.absent is None:
        return Absence(kind="not_found", reason=NOT_FOUND)
    quotes = tuple(material.find_quote(quote) for quote in answer.absent.quotes)
    reason = answer.absent.reason.strip() if answer.absent.kind == "stated" else ""
    return Absence(kind=answer.absent.kind, reason=reason or NOT_FOUND, quotes=quotes)
