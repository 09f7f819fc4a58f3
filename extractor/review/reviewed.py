"""A draft with everything needed to judge it: what counts now, and what a reviewer must notice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from functools import partial

from extractor.checks.copies import check_copies
from extractor.checks.findings import check_field
from extractor.checks.published import check_published
from extractor.checks.rules import Finding
from extractor.checks.screens import check_answered, check_screen
from extractor.checks.secrecy import check_secrecy, is_secret
from extractor.checks.siblings import check_siblings
from extractor.checks.sources import check_sources
from extractor.checks.steered import Cited, check_steered, list_undecided
from extractor.checks.texts import check_text, write_plain
from extractor.checks.voices import check_voices
from extractor.composing import FieldValue, compose_value
from extractor.documents.profile import DocumentProfile
from extractor.facts import Name
from extractor.models import (
    Answer,
    Claim,
    Decision,
    Draft,
    Proposal,
    Reading,
)
from extractor.review.basis import find_basis, is_own, list_statements
from extractor.review.cited import quote_as_shown
from extractor.review.labels import VOICES
from extractor.standard.catalogue import Field, find_field
from extractor.standing import Standing

_NAME = "name"
"""The field that differs between any two entries."""


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
    siblings: Mapping[str, Mapping[str, str]] = attribute(default_factory=dict)
    """The same of entries that share a document with this one: they may well have the same."""

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
        *check_siblings(write_plain(value), _list_siblings(review, field)),
    ]


def _list_others(review: Review, field: Field) -> dict[str, str]:
    """Return the texts of other entries for a field that holds prose."""
    if field.kind != "text":
        return {}
    return {name: texts.get(field.key, "") for name, texts in review.others.items()}


def _list_siblings(review: Review, field: Field) -> dict[str, str]:
    """Return the texts of siblings for a field that a person decides, but for its own name."""
    if not field.decided_by_person or field.key == _NAME:
        return {}
    return {name: texts.get(field.key, "") for name, texts in review.siblings.items()}


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


def list_answers(review: Review, field: str) -> tuple[Answer, ...]:
    """Return what colleagues answered on the field, the last first."""
    answers = (each for each in review.answers if each.field == field)
    return tuple(sorted(answers, key=lambda each: each.added_at, reverse=True))
