"""Count what a draft gets right, misses and makes up, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from extractor.composing import FieldValue, compose_value
from extractor.evaluation.gold import Conflict, Evidence, Fact, Gold, GoldField
from extractor.models import Citation, Claim, Draft, LinkedTitle, Proposal, Reading, Record
from extractor.standard.catalogue import Field, find_field

OPEN_KINDS = frozenset({"text"})
"""Kinds of field that are judged by the facts they hold, not by one right value."""


class Counts(Record):
    """What was counted, for one field or for many together."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    """Closed fields without a value that have one."""
    left_open: int = 0
    """Closed fields without a value where that is right too."""
    fact_weight: int = 0
    fact_weight_found: int = 0
    forbidden: int = 0
    """Claims that nothing a draft shows for the field may make, alternatives included."""
    unanswerable: int = 0
    unanswerable_filled: int = 0
    citations: int = 0
    citations_verbatim: int = 0
    facts_found: int = 0
    facts_cited: int = 0
    """Facts found of which the page or passage they stand on is cited."""
    conflicts: int = 0
    conflicts_reported: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return both together."""
        pairs = ((name, getattr(self, name) + getattr(other, name)) for name in Counts.model_fields)
        return Counts(**dict(pairs))


class FieldEvaluation(Record):
    """The counts of one field, with the words for what went wrong."""

    field: str
    counts: Counts
    remarks: tuple[str, ...] = ()


def evaluate_draft(
    draft: Draft, gold: Gold, readings: Mapping[str, Reading]
) -> tuple[FieldEvaluation, ...]:
    """Return the evaluation of each field, in the order of the draft."""
    paths = {document.reading: document.path for document in draft.documents}
    return tuple(
        _evaluate_field(proposal, gold.fields[proposal.field], readings, paths)
        for proposal in draft.proposals
        if proposal.field in gold.fields
    )


def add_counts(evaluations: Iterable[FieldEvaluation]) -> Counts:
    """Return the counts of all fields together."""
    return sum((each.counts for each in evaluations), Counts())


def _evaluate_field(
    proposal: Proposal, gold: GoldField, readings: Mapping[str, Reading], paths: Mapping[str, str]
) -> FieldEvaluation:
    field = find_field(proposal.field)
    value = compose_value(field, proposal.claims)
    text = write_plain(value)
    shown = "\n".join(_list_offered(proposal, text))
    broken = [each.claim for each in gold.forbidden if _matches(each.pattern, shown, re.MULTILINE)]
    found = [fact for fact in gold.facts if _matches(fact.pattern, text)]
    counts = Counts(
        **_judge_closed(field, value, gold),
        **_count_citations(proposal, readings),
        fact_weight=sum(fact.weight for fact in gold.facts),
        fact_weight_found=sum(fact.weight for fact in found),
        forbidden=len(broken),
        unanswerable=int(not gold.answerable),
        unanswerable_filled=int(not gold.answerable and _is_unwelcome(text, gold)),
        facts_found=len(found),
        facts_cited=sum(_is_cited(fact, proposal.claims, paths) for fact in found),
        conflicts=len(gold.conflicts),
        conflicts_reported=sum(_is_reported(each, proposal, text) for each in gold.conflicts),
    )
    missed = [f"niet: {fact.fact}" for fact in gold.facts if fact not in found]
    return FieldEvaluation(
        field=field.key, counts=counts, remarks=(*(f"mag niet: {b}" for b in broken), *missed)
    )


def write_plain(value: FieldValue) -> str:
    """Return a value as the text that patterns are tried on; items stand on lines of their own."""
    if value is None or isinstance(value, str):
        return value or ""
    return "\n".join(_write_item(item) for item in value)


def _write_item(item: str | LinkedTitle) -> str:
    return item if isinstance(item, str) else f"{item.title} {item.link or ''}".strip()


def _judge_closed(field: Field, value: FieldValue, gold: GoldField) -> dict[str, int]:
    if field.kind in OPEN_KINDS or (not gold.expected and not gold.tolerated):
        return {}
    if not gold.answerable:
        return {}
    if value is None:
        return {"left_open" if gold.abstain_ok else "missing": 1}
    items: Sequence[str | LinkedTitle] = (value,) if isinstance(value, str) else value
    right = all(_is_accepted(item, gold) for item in items)
    return {"right" if right else "wrong": 1}


def _is_accepted(item: str | LinkedTitle, gold: GoldField) -> bool:
    if item in gold.expected:
        return True
    return any(_matches(pattern, _write_item(item)) for pattern in gold.tolerated)


def _is_unwelcome(text: str, gold: GoldField) -> bool:
    """Return whether an unanswerable field has a value that is not tolerated."""
    return bool(text) and not any(_matches(pattern, text) for pattern in gold.tolerated)


def _count_citations(proposal: Proposal, readings: Mapping[str, Reading]) -> dict[str, int]:
    cited = [c for claim in (*proposal.claims, *proposal.alternatives) for c in claim.citations]
    verbatim = [c for c in cited if c.span.of(readings[c.reading].text) == c.quote]
    return {"citations": len(cited), "citations_verbatim": len(verbatim)}


def _is_cited(fact: Fact, claims: Sequence[Claim], paths: Mapping[str, str]) -> bool:
    cited = [citation for claim in claims for citation in claim.citations]
    return any(_stands_in(each, citation, paths) for each in fact.evidence for citation in cited)


def _stands_in(evidence: Evidence, citation: Citation, paths: Mapping[str, str]) -> bool:
    """Return whether the citation is on the evidence's page; without pages, of its words."""
    if paths.get(citation.reading) != evidence.file:
        return False
    if evidence.page is not None:
        return citation.locator.kind == "page" and citation.locator.label == str(evidence.page)
    stands, cited = _fold(evidence.quote), _fold(citation.quote)
    return stands in cited or cited in stands


def _is_reported(conflict: Conflict, proposal: Proposal, text: str) -> bool:
    """Return whether a reviewer sees at least two sides: as alternatives or in one text."""
    offered = _list_offered(proposal, text)
    seen = [any(_matches(side.pattern, each) for each in offered) for side in conflict.values]
    return sum(seen) > 1


def _list_offered(proposal: Proposal, text: str) -> list[str]:
    """Return all that a draft shows for a field: its value, and each of its alternatives."""
    return [text, *(write_plain((claim.value,)) for claim in proposal.alternatives)]


def _matches(pattern: str, text: str, flags: int = 0) -> bool:
    return bool(text) and re.search(pattern, text, re.IGNORECASE | re.DOTALL | flags) is not None


def _fold(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))
