"""One draft with its review as the JSON object of `draft --json` and `show --json`."""

from __future__ import annotations

from typing import Any

from extractor.composing import FieldValue
from extractor.drafting.law_links import is_from_law_table
from extractor.models import (
    Absence,
    Answer,
    Claim,
    Draft,
    DraftDocument,
    Proposal,
    RejectedQuote,
    WithheldClaim,
)
from extractor.review.basis import find_basis
from extractor.review.cited import describe_citation
from extractor.review.instructions import list_instructions
from extractor.review.labels import LAW_TABLE
from extractor.review.reviewed import Review, find_checks, find_value, list_answers
from extractor.review.screens import describe_screen
from extractor.standard.catalogue import Field, find_field

FORMAT = 1
"""The version of the JSON that `draft` and `show` write."""


def describe_review(review: Review) -> dict[str, Any]:
    """Return the draft as JSON values, after the contract of format 1."""
    draft = review.draft
    return {
        "format": FORMAT,
        "draft": draft.id,
        "dossier": review.name,
        "documents": [_describe_document(review, document) for document in draft.documents],
        "coverage": draft.coverage.model_dump(mode="json"),
        "fields": {
            proposal.field: _describe_field(review, proposal) for proposal in draft.proposals
        },
        "screen": describe_screen(draft.screen) if draft.screen else None,
        "origin": _describe_origin(draft),
    }


def _describe_document(review: Review, document: DraftDocument) -> dict[str, Any]:
    reading = review.readings[document.reading]
    profile = review.profiles[document.reading]
    problems = (*reading.problems, *list_instructions(reading))
    return {
        "id": document.reading,
        "path": document.path,
        "name": document.name,
        "media_type": reading.source.media_type,
        "kind": profile.kind,
        "voice": profile.voice,
        "status": profile.status,
        "date": profile.date,
        "version": profile.version,
        "language": profile.language,
        "marking": profile.marking,
        "replaced_by": document.replaced_by,
        "pages": len(reading.pages) or None,
        "problems": [problem.model_dump(mode="json") for problem in problems],
    }


def _describe_field(review: Review, proposal: Proposal) -> dict[str, Any]:
    field = find_field(proposal.field)
    value = find_value(review, field, proposal)
    return {
        "value": _dump_value(value),
        "claims": [_describe_claim(review, claim) for claim in proposal.claims],
        "withheld": [_describe_withheld(claim) for claim in proposal.withheld],
        "alternatives": [_describe_claim(review, claim) for claim in proposal.alternatives],
        "absent": _describe_absence(proposal.absent) if proposal.absent else None,
        "suggestions": [describe_citation(place) for place in proposal.suggestions],
        "answers": [_describe_answer(each) for each in list_answers(review, field.key)],
        "open_places": [describe_citation(place) for place in proposal.open_places],
        "checks": [finding.model_dump() for finding in find_checks(review, field, proposal)],
        "origin": proposal.origin.model_dump(mode="json"),
        "decision": _describe_decision(review, field, proposal),
    }


def _dump_value(value: FieldValue) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else item.model_dump() for item in value]
    return value


def _describe_claim(review: Review, claim: Claim) -> dict[str, Any]:
    described: dict[str, Any] = {
        "value": claim.value if isinstance(claim.value, str) else claim.value.model_dump(),
        "citations": [describe_citation(citation) for citation in claim.citations],
        "rejected": [_describe_rejected(rejected) for rejected in claim.rejected],
    }
    described |= {"basis": claim.basis} if claim.basis else {}
    described |= {"link_from": LAW_TABLE} if is_from_law_table(claim, review.readings) else {}
    return described | ({"topic": claim.topic} if claim.topic else {})


def _describe_withheld(claim: WithheldClaim) -> dict[str, Any]:
    return {
        "value": claim.value if isinstance(claim.value, str) else claim.value.model_dump(),
        "reason": claim.reason,
        "rejected": [_describe_rejected(rejected) for rejected in claim.rejected],
    }


def _describe_rejected(rejected: RejectedQuote) -> dict[str, Any]:
    nearest = rejected.nearest
    return {
        "quote": rejected.quote,
        "reason": rejected.reason,
        "nearest": describe_citation(nearest) if nearest else None,
        "diff": [change.model_dump() for change in rejected.diff],
    }


def _describe_answer(answer: Answer) -> dict[str, Any]:
    return {
        "name": answer.name,
        "answered_on": answer.answered_on.isoformat(),
        "document_name": answer.document,
        **describe_citation(answer.citation),
    }


def _describe_absence(absence: Absence) -> dict[str, Any]:
    return {
        "kind": absence.kind,
        "reason": absence.reason,
        "citations": [describe_citation(citation) for citation in absence.citations],
    }


def _describe_decision(review: Review, field: Field, proposal: Proposal) -> dict[str, Any] | None:
    decision = review.standing.get(field.key)
    if decision is None:
        return None
    return {
        "action": decision.action,
        "value": _dump_value(decision.value),
        "claims": [_describe_claim(review, each) for each in find_basis(proposal, decision)],
        "reviewer": decision.reviewer,
        "decided_at": decision.decided_at.isoformat(),
    }


def _describe_origin(draft: Draft) -> dict[str, Any]:
    origins = [proposal.origin for proposal in draft.proposals]
    first = origins[0]
    spent = max(origin.at for origin in origins) - draft.created_at
    return {
        "drafter": first.drafter,
        "llm": first.llm,
        "prompt": first.prompt,
        "tokens": {
            name: sum(getattr(origin.tokens, name) for origin in origins)
            for name in ("prompt", "completion", "cached")
        },
        "seconds": spent.total_seconds(),
    }
