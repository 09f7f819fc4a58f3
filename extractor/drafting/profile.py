"""Values of the organisation's own profile, where no document gives any."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.errors import ProfileUnusable
from extractor.models import Claim, Proposal
from extractor.organisation import OrganisationProfile
from extractor.standard.values import list_objections


def add_profile(
    proposals: Sequence[Proposal], profile: OrganisationProfile | None
) -> tuple[Proposal, ...]:
    """Return the proposals, those without a value with the profile's, which no document holds.

    What a document says, or states to be absent, goes before it; where there is no algorithm
    nothing is proposed.
    """
    if profile is None:
        return tuple(proposals)
    values = profile.list_values()
    return tuple(_fill(each, values.get(each.field)) for each in proposals)


def _fill(proposal: Proposal, value: str | None) -> Proposal:
    if value is None or proposal.claims or proposal.alternatives or proposal.is_denied:
        return proposal
    if proposal.absent is not None and proposal.absent.kind == "stated":
        return proposal
    claim = Claim(value=value, basis="profile")
    return proposal.model_copy(update={"claims": (claim,), "absent": None})


def require_usable(profile: OrganisationProfile) -> None:
    """Refuse a profile with a value that the register would not take."""
    for key, value in profile.list_values().items():
        for objection in list_objections(key, value):
            raise ProfileUnusable(f"het register neemt {key} niet aan: {objection}")
