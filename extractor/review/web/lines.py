"""Claims as the page shows them: their words, and the numbered places they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.checks.rules import Finding
from extractor.documents.profile import DocumentProfile
from extractor.models import Citation, Claim, LinkedTitle, RejectedQuote
from extractor.review.cited import quote_as_shown
from extractor.review.labels import KINDS, STATUSES, name_place, name_voice
from extractor.review.reviewed import Review


@dataclass(frozen=True)
class CitedDocument:
    """A document by its reading: how it is called, and what to weigh its words by."""

    reading: str
    name: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where words stand, ready to be opened beside the field."""

    number: int
    reading: str
    start: int
    end: int
    words: str
    document: str
    place: str
    """The page, paragraph or cell, in Dutch."""
    remarks: tuple[str, ...]
    """Of the document: its kind, date, status and whose words it holds."""


@dataclass(frozen=True)
class Line:
    """One claim, alternative or refused claim with its places."""

    text: str
    link: str | None
    places: tuple[Place, ...]
    checks: tuple[Finding, ...] = ()
    rejected: tuple[RejectedQuote, ...] = ()
    reason: str = ""
    paragraph: bool = False
    is_profile: bool = False
    """Whether it comes from the organisation's profile, and so from no document."""


class PlaceWriter:
    """Numbers the places of one card from 1, the same place once."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._numbers: dict[tuple[str, int, int], int] = {}

    def write_claim(self, claim: Claim, checks: Sequence[Finding]) -> Line:
        """Return a claim as a line, with these checks beside it."""
        link = claim.value.link if isinstance(claim.value, LinkedTitle) else None
        return Line(
            text=read_title(claim.value).removeprefix("- "),
            link=link,
            places=self.write_all(claim.citations),
            checks=tuple(checks),
            rejected=claim.rejected,
            is_profile=claim.basis == "profile",
            paragraph=claim.starts_paragraph or read_title(claim.value).startswith("- "),
        )

    def write_all(self, citations: Iterable[Citation]) -> tuple[Place, ...]:
        """Return where each citation stands."""
        return tuple(
            self._write(citation)
            for citation in citations
            if citation.reading in self._review.readings
        )

    def _write(self, citation: Citation) -> Place:
        key = (citation.reading, citation.span.start, citation.span.end)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        return Place(
            number=number,
            reading=citation.reading,
            start=citation.span.start,
            end=citation.span.end,
            words=quote_as_shown(self._review, citation),
            document=self._review.name_document(citation.reading),
            place=name_place(citation.locator),
            remarks=tuple(describe_document(self._review.profiles[citation.reading])),
        )


def describe_document(profile: DocumentProfile) -> list[str]:
    """Return what a reviewer must know of a document to weigh its words."""
    told = [KINDS[profile.kind]]
    told += [profile.date] if profile.date else ["zonder datum"]
    told += [STATUSES[profile.status]] if profile.status else []
    told += [profile.marking] if profile.marking else []
    voice = name_voice(profile.voice)
    return [*told, voice] if voice else told


def list_documents(review: Review) -> tuple[CitedDocument, ...]:
    """Return the documents that the draft or a decision rests on, as the page names them."""
    return tuple(
        CitedDocument(each, review.name_document(each), tuple(describe_document(profile)))
        for each, profile in review.profiles.items()
    )


def read_title(value: str | LinkedTitle) -> str:
    """Return what a value says, of an item its title."""
    return value.title if isinstance(value, LinkedTitle) else value
