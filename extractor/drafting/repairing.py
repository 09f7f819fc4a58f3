"""Put what a second asking gave beside what the first had right; nothing checked is lost."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.composing import takes_several
from extractor.models import Claim, Proposal, WithheldClaim
from extractor.standard.catalogue import find_field


def join_repaired(
    proposed: Sequence[Proposal], repaired: Sequence[Proposal]
) -> tuple[Proposal, ...]:
    """Return the proposals, each joined with what a second asking gave for its field."""
    again = {new.field: new for new in repaired}
    return tuple(_join(old, again[old.field]) if old.field in again else old for old in proposed)


def _join(old: Proposal, new: Proposal) -> Proposal:
    """Return both askings as one; of a second asking that failed only that it failed."""
    if new.origin.failure:
        failed = {"failure": new.origin.failure, "at": new.origin.at}
        return old.model_copy(update={"origin": old.origin.model_copy(update=failed)})
    spent = old.origin.tokens + new.origin.tokens
    if not (new.claims or new.alternatives):
        origin = old.origin.model_copy(update={"tokens": spent})
        withheld = tuple(dict.fromkeys((*old.withheld, *new.withheld)))
        return old.model_copy(update={"origin": origin, "withheld": withheld})
    origin = new.origin.model_copy(update={"tokens": spent})
    values = _join_claims(old, new)
    whole = takes_several(find_field(old.field)) or len(values) == 1
    return new.model_copy(
        update={
            "claims": values if whole else (),
            "alternatives": () if whole else values,
            "withheld": _join_withheld(old, new, values),
            "absent": None,
            "origin": origin,
        }
    )


def _join_claims(old: Proposal, new: Proposal) -> tuple[Claim, ...]:
    """Return the new claims after the earlier ones that these do not say again."""
    fresh = (*new.claims, *new.alternatives)
    values = {claim.value for claim in fresh}
    several = takes_several(find_field(old.field))
    cited = [citation for claim in fresh for citation in claim.citations] if several else []
    kept = (
        claim
        for claim in (*old.claims, *old.alternatives)
        if claim.value not in values
        and not (several and claim.citations and all(c in cited for c in claim.citations))
    )
    return (*kept, *fresh)


def _join_withheld(
    old: Proposal, new: Proposal, values: Sequence[Claim]
) -> tuple[WithheldClaim, ...]:
    """Return what either asking had refused, without values that are now carried."""
    carried = {claim.value for claim in values}
    refused = dict.fromkeys((*old.withheld, *new.withheld))
    return tuple(each for each in refused if each.value not in carried)
