"""What a value is based on: its claims, and the passages of each of its sentences or items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractor.checks.sources import is_held_to_sources
from extractor.checks.statements import Statement, count_shared, make_statement
from extractor.composing import compose_value, list_parts, takes_several
from extractor.documents.language import tell_language
from extractor.models import Citation, Claim, ClaimValue, Decision, LinkedTitle, Proposal
from extractor.review.sides import choose_side
from extractor.standard.catalogue import Field

Show = Callable[[Citation], str]
"""Returns the words of a citation as shown."""


def find_basis(field: Field, proposal: Proposal, decision: Decision | None) -> tuple[Claim, ...]:
    """Return the claims of the proposal that the value which counts is based on.

    A typed value keeps those it replaces and the alternatives that it settles.
    """
    if decision is None or decision.action == "accept":
        return proposal.claims
    if decision.action == "edit":
        return (*proposal.claims, *proposal.alternatives)
    if decision.action == "choose":
        return _find_chosen(field, proposal, decision)
    return ()


def _find_chosen(field: Field, proposal: Proposal, decision: Decision) -> tuple[Claim, ...]:
    """Return the claims that the choice among these alternatives made the value of."""
    several = {each.topic for each in proposal.alternatives if each.topic}
    if takes_several(field) and len(several) > 1:
        return ()
    made = (choose_side(field, proposal, each) for each in proposal.alternatives)
    return next((each for each in made if compose_value(field, each) == decision.value), ())


def list_statements(
    field: Field, proposal: Proposal, decision: Decision | None, show: Show
) -> list[Statement]:
    """Return what the value says that counts, each sentence or item with its passages.

    Before a choice the alternatives are stated too. A typed sentence has all passages of what it
    is based on, as a person may have moved a fact from one sentence to another.
    """
    if not is_held_to_sources(field):
        return []
    basis = find_basis(field, proposal, decision)
    if decision is not None and decision.action == "edit":
        return [*_state_typed(field, proposal, basis, decision, show)]
    own = decision is None or decision.action == "accept"
    stated = [_state(claim, show, place if own else None) for place, claim in enumerate(basis)]
    if decision is None:
        stated += [_state(claim, show, None) for claim in proposal.alternatives]
    return stated


def _state(claim: Claim, show: Show, place: int | None) -> Statement:
    return make_statement(claim.value, [show(each) for each in claim.citations], place)


def _state_typed(
    field: Field, proposal: Proposal, basis: Sequence[Claim], decision: Decision, show: Show
) -> Iterator[Statement]:
    passages = [show(citation) for claim in basis for citation in claim.citations]
    comparable = tell_language(" ".join(passages)) != "en"
    for part in list_parts(field, decision.value):
        nearest = _find_nearest(part, proposal.claims)
        made = make_statement(part, passages, nearest)
        yield replace(made, typed=True, comparable=comparable)


def _find_nearest(part: ClaimValue, claims: Sequence[Claim]) -> int | None:
    """Return the claim that shares most content words with the part; none where none does."""
    shares = [count_shared(_read(part), _read(claim.value)) for claim in claims]
    most = max(shares, default=0)
    return shares.index(most) if most else None


def _read(value: ClaimValue) -> str:
    return value.title if isinstance(value, LinkedTitle) else value
