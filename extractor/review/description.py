"""One draft with its review as the JSON object of `draft --json` and `show --json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from functools import partial
from typing import Any

from extractor.checks.copies import check_copies
from extractor.checks.findings import check_field
from extractor.checks.published import check_published
from extractor.checks.rules import Finding
from extractor.checks.screens import check_answered, check_screen
from extractor.checks.secrecy import check_secrecy, is_secret
from extractor.checks.sources import check_sources
from extractor.checks.steered import Cited, check_steered, list_undecided
from extractor.checks.texts import check_text, write_plain
from extractor.checks.voices import check_voices
from extractor.composing import FieldValue, compose_value
from extractor.documents.profile import DocumentProfile
from extractor.drafting.law_links import is_from_law_table
from extractor.facts import Name
from extractor.models import (
    Absence,
    Answer,
    Claim,
    Decision,
    Draft,
    DraftDocument,
    Proposal,
    Reading,
    RejectedQuote,
    WithheldClaim,
)
from extractor.review.basis import find_basis, is_own, list_statements
from extractor.review.cited import describe_citation, quote_as_shown
from extractor.review.instructions import list_instructions
from extractor.review.labels import LAW_TABLE, VOICES
from extractor.review.screens import describe_screen
from extractor.review.standing import Standing
from extractor.standard.catalogue import Field, find_field

FORMAT = 1
"""The version of the JSON that `draft` and `show` write."""


@dataclass(frozen=True)
class Review:
    """A draft with everything needed to judge it."""

    name: str
    """The dossier's name."""
    draft: Draft
    readings: Mapping[str, Reading]
    profiles: Mapping[str, DocumentProfile]
    """What each document is, by its reading."""
    standing: Standing
    lapsed: Mapping[str, Decision]
    """Earlier decisions that no longer count, per subject: what they judged has changed."""
    today: date
    names: tuple[Name, ...] = ()
    """The dossier's own list, which a sentence may use where they are cited."""
    answers: tuple[Answer, ...] = ()
    """What colleagues answered on drafts of the dossier; suggestions."""
    decisions: tuple[Decision, ...] = ()
    """The whole log of the dossier, in the order of deciding."""
    others: Mapping[str, Mapping[str, str]] = attribute(default_factory=dict)
    """The texts of the workspace's other entries, by their dossier's name and by field."""

    def name_document(self, reading: str) -> str:
        """Return the file's name of a reading."""
        named = (each.name for each in self.draft.documents if each.reading == reading)
        return next(named, "") or self.readings[reading].source.name


def find_value(review: Review, field: Field, proposal: Proposal) -> FieldValue:
    """Return the value that counts now: what a person chose, else what was proposed."""
    decision = review.standing.get(field.key)
    return decision.value if decision else compose_value(field, proposal.claims)


def find_checks(review: Review, field: Field, proposal: Proposal) -> list[Finding]:
    """Return what a reviewer must notice about the value that counts now."""
    decision = review.standing.get(field.key)
    value = find_value(review, field, proposal)
    statements = list_statements(field, proposal, decision, partial(quote_as_shown, review))
    basis = find_basis(proposal, decision)
    own = basis if is_own(decision) else ()
    cited: list[Cited] = [
        (place if own else None, claim.citations) for place, claim in enumerate(basis)
    ]
    cited += list_undecided(proposal) if decision is None else []
    return [
        *check_field(field, proposal, value, review.today),
        *check_sources(field, statements, review.names),
        *check_screen(field, value, None if decision else review.draft.screen),
        *check_answered(field, value, review.standing.get("screen")),
        *check_voices(basis, find_other_voices(review)),
        *check_steered(cited, review.readings),
        *check_text(field, value, own, write_entry(review)),
        *check_secrecy(write_plain(value), _list_marked(review, basis)),
        *check_copies(write_plain(value), _list_others(review, field)),
        *(check_published(write_plain(value)) if field.kind == "text" else ()),
    ]


def _list_others(review: Review, field: Field) -> dict[str, str]:
    """Return the texts of other entries for a field that holds prose."""
    if field.kind != "text":
        return {}
    return {name: texts.get(field.key, "") for name, texts in review.others.items()}


def write_entry(review: Review) -> dict[str, str]:
    """Return the text of each field that counts now, in the order of the form."""
    values = ((p.field, find_value(review, find_field(p.field), p)) for p in review.draft.proposals)
    return {key: write_plain(value) for key, value in values}


def _list_marked(review: Review, basis: Sequence[Claim]) -> dict[str, list[str]]:
    """Return by marking the cited words of documents that are not public."""
    passages: dict[str, list[str]] = {}
    for citation in (citation for claim in basis for citation in claim.citations):
        profile = review.profiles.get(citation.reading)
        if profile is not None and profile.marking is not None and is_secret(profile.marking):
            passages.setdefault(profile.marking, []).append(quote_as_shown(review, citation))
    return passages


def find_other_voices(review: Review) -> dict[str, str]:
    """Return whose words the documents hold that are not the organisation's own, by reading."""
    voices = {reading: profile.voice for reading, profile in review.profiles.items()}
    return {reading: VOICES[voice] for reading, voice in voices.items() if voice != "own"}


def is_denied(review: Review) -> bool:
    """Return whether a document says that no algorithm is used."""
    field = find_field("publication_category")
    proposal = next(p for p in review.draft.proposals if p.field == field.key)
    return any(each.rule == "no_algorithm" for each in find_checks(review, field, proposal))


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


def list_answers(review: Review, field: str) -> tuple[Answer, ...]:
    """Return what colleagues answered on the field, the last first."""
    answers = (each for each in review.answers if each.field == field)
    return tuple(sorted(answers, key=lambda each: each.added_at, reverse=True))


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
