"""Which decisions count for a draft, which no longer do, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from extractor.errors import ReviewIncomplete
from extractor.models import Citation, Claim, Decision, Draft, Proposal
from extractor.standard.catalogue import find_field, list_decided_fields

Standing = Mapping[str, Decision]
"""The decision that counts now, per subject; none where a person still has to choose."""


StillCited = Callable[[Citation], bool]
"""Returns whether the words of a citation still stand in the documents of the draft."""


def is_gone(_citation: Citation) -> bool:
    """Return that no words stand any more: without readings only what is the same is kept."""
    return False


def find_current(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the last decision per subject that nothing replaces, withdrawals included."""
    taken = list(decisions)
    replaced = {decision.replaces for decision in taken}
    return {decision.subject: decision for decision in taken if decision.id not in replaced}


def find_standing(
    draft: Draft,
    decisions: Iterable[Decision],
    earlier: Mapping[str, Draft],
    is_cited: StillCited = is_gone,
) -> dict[str, Decision]:
    """Return the decisions that count for this draft.

    One taken on an earlier draft counts as long as the proposal it judged is still the same, or
    all words it was based on still stand and no source says anything against them since.
    """
    return {
        subject: decision
        for subject, decision in find_current(decisions).items()
        if decision.action != "withdraw" and _still_fits(decision, draft, earlier, is_cited)
    }


def find_lapsed(
    draft: Draft,
    decisions: Iterable[Decision],
    earlier: Mapping[str, Draft],
    is_cited: StillCited = is_gone,
) -> dict[str, Decision]:
    """Return the decisions on earlier drafts that no longer count: what they judged has changed.

    Decisions on a later draft are no part of it, nor those on unread parts once all is read.
    """
    taken = list(decisions)
    standing = find_standing(draft, taken, earlier, is_cited)
    return {
        subject: decision
        for subject, decision in find_current(taken).items()
        if decision.action != "withdraw"
        and subject not in standing
        and (subject != "unread" or draft.coverage.pages_unread)
        and _was_made_before(decision.draft, draft, earlier)
    }


def list_undecided(draft: Draft, standing: Standing) -> tuple[str, ...]:
    """Return the subjects a person still has to decide before the entry can leave."""
    fields = tuple(field.key for field in list_decided_fields() if field.key not in standing)
    unread = bool(draft.coverage.pages_unread) and "unread" not in standing
    return (*fields, "unread") if unread else fields


def list_absent(draft: Draft, standing: Standing) -> tuple[str, ...]:
    """Return the undecided fields where nothing was found and that may be left empty.

    What a document states to be absent, and what the llm was never asked, a person judges alone.
    """
    return tuple(
        proposal.field
        for proposal in draft.proposals
        if _was_not_found(proposal)
        and proposal.field not in standing
        and not find_field(proposal.field).required
    )


def find_proposal(draft: Draft, field: str) -> Proposal:
    """Return what was proposed for this field."""
    return next(proposal for proposal in draft.proposals if proposal.field == field)


def require_complete(name: str, draft: Draft, standing: Standing) -> None:
    """Refuse a draft with subjects that a person still has to decide, naming them."""
    undecided = list_undecided(draft, standing)
    if undecided:
        raise ReviewIncomplete(name, draft.id, undecided)


def is_about_field(subject: str) -> bool:
    """Return whether a decision's subject is a field, not the draft as a whole."""
    return subject not in {"unread", "grouping", "screen", "signoff"}


def _still_fits(
    decision: Decision, draft: Draft, earlier: Mapping[str, Draft], is_cited: StillCited
) -> bool:
    if decision.draft == draft.id:
        return True
    judged = earlier.get(decision.draft)
    if judged is None:
        return False
    if decision.subject == "unread":
        return judged.coverage.pages_unread == draft.coverage.pages_unread
    if not is_about_field(decision.subject):
        return True
    old, new = (find_proposal(each, decision.subject) for each in (judged, draft))
    if _read_words(old) == _read_words(new):
        return True
    citations = [each for claim in decision.claims for each in claim.citations]
    against = {claim.value for claim in new.alternatives} - {c.value for c in old.alternatives}
    return bool(citations) and not against and all(is_cited(each) for each in citations)


def _was_made_before(draft_id: str, draft: Draft, earlier: Mapping[str, Draft]) -> bool:
    judged = earlier.get(draft_id)
    return judged is None or judged.created_at <= draft.created_at


def _was_not_found(proposal: Proposal) -> bool:
    if proposal.claims or proposal.alternatives or proposal.withheld or proposal.origin.failure:
        return False
    return proposal.absent is not None and proposal.absent.kind == "not_found"


def _read_words(proposal: Proposal) -> tuple[object, ...]:
    """Return what a person judged of a proposal: its words, those cited, and what was refused."""
    absent = proposal.absent
    return (
        *(_read_claims(claims) for claims in (proposal.claims, proposal.alternatives)),
        tuple((claim.value, claim.reason) for claim in proposal.withheld),
        absent and (absent.kind, absent.reason, _read_quotes(absent.citations)),
    )


def _read_claims(claims: Sequence[Claim]) -> tuple[object, ...]:
    return tuple((claim.value, _read_quotes(claim.citations)) for claim in claims)


def _read_quotes(citations: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(citation.quote for citation in citations)
