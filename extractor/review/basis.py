"""What a value is based on: its claims, and the passages of each of its sentences or items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractor.checks.sources import is_held_to_sources
from extractor.checks.statements import Statement, count_shared, make_statement
from extractor.composing import list_parts
from extractor.documents.language import tell_language
from extractor.models import Citation, Claim, ClaimValue, Decision, LinkedTitle, Proposal
from extractor.standard.catalogue import Field

Show = Callable[[Citation], str]
"""Returns the words of a citation as shown."""


def find_basis(proposal: Proposal, decision: Decision | None) -> tuple[Claim, ...]:
    """Return the claims that the value which counts is based on.

    A typed value keeps those it replaces, the alternatives that it settles, and the passages a
    person put behind it. Of what was decided on an earlier draft a claim is the proposal's own
    where that says the same in the same words, else as it was.
    """
    if decision is None:
        return proposal.claims
    known = {_read_words(each): each for each in (*proposal.alternatives, *proposal.claims)}
    return tuple(known.get(_read_words(each), each) for each in decision.claims)


def is_own(decision: Decision | None) -> bool:
    """Return whether the claims of the value stand on their own, each beside its checks."""
    return decision is None or decision.action in {"accept", "withhold"}


def _read_words(claim: Claim) -> tuple[ClaimValue, tuple[str, ...]]:
    return claim.value, tuple(citation.quote for citation in claim.citations)


def list_statements(
    field: Field, proposal: Proposal, decision: Decision | None, show: Show
) -> list[Statement]:
    """Return what the value says that counts, each sentence or item with its passages.

    Before a choice the alternatives are stated too. A typed sentence has all passages of what it
    is based on, as a person may have moved a fact from one sentence to another.
    """
    if not is_held_to_sources(field):
        return []
    basis = find_basis(proposal, decision)
    if decision is not None and decision.action == "edit":
        return [*_state_typed(field, proposal, basis, decision, show)]
    own = is_own(decision)
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
