"""A field as its card shows it: value, claims with their sources, checks, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from extractor.checks.rules import Finding
from extractor.composing import FieldValue, takes_several
from extractor.contradictions.topics import name_topic
from extractor.documents.profile import DocumentProfile
from extractor.models import Citation, Claim, Decision, LinkedTitle, Proposal, RejectedQuote
from extractor.review.basis import find_basis, is_own
from extractor.review.cited import quote_as_shown
from extractor.review.description import Review, find_checks, find_value
from extractor.review.labels import KINDS, STATUSES, name_place, name_voice
from extractor.review.sides import find_hidden
from extractor.review.standing import find_current, list_absent
from extractor.standard.catalogue import Field, find_field, load_fields
from extractor.standard.rich_text import count_characters, to_html

State = Literal["open", "decided", "fixed"]
ACTIONS = {
    "accept": "overgenomen",
    "edit": "zelf geschreven",
    "choose": "gekozen",
    "empty": "leeg gelaten",
    "withdraw": "teruggenomen",
}
"""What a person did, as the page calls it."""


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


@dataclass(frozen=True)
class Sides:
    """What sources say against each other on one subject."""

    about: str
    """The subject in Dutch; empty for a field with one value."""
    lines: tuple[tuple[int, Line], ...]
    """Each side with its number among all alternatives, from 1."""
    can_choose: bool
    """Whether choosing one side settles the field; with two subjects a person writes the text."""


@dataclass(frozen=True)
class Card:
    """Everything a reviewer needs to decide one field."""

    field: Field
    state: State
    value: str
    """As a person types it; empty without a value."""
    characters: int
    lines: tuple[Line, ...]
    sides: tuple[Sides, ...]
    """The alternatives, by what the sources contradict each other about."""
    withheld: tuple[Line, ...]
    absent: str
    absent_places: tuple[Place, ...]
    suggestions: tuple[Place, ...]
    open_places: tuple[Place, ...]
    checks: tuple[Finding, ...]
    """Those that belong to no single line."""
    decision: Decision | None
    seen: str
    """The id of the last decision, withdrawals included; empty without one."""
    can_accept: bool
    is_error: bool


def make_cards(review: Review, decisions: Sequence[Decision]) -> tuple[Card, ...]:
    """Return the card of each field in the order of the register's form."""
    proposals = {each.field: each for each in review.draft.proposals}
    current = find_current(decisions)
    return tuple(
        make_card(review, proposals[field.key], current.get(field.key))
        for field in load_fields()
        if field.key in proposals
    )


def make_card(review: Review, proposal: Proposal, last: Decision | None) -> Card:
    """Return the card of one field; `last` is the last decision on it, withdrawals included."""
    field = find_field(proposal.field)
    decision = review.standing.get(field.key)
    value = find_value(review, field, proposal)
    findings = find_checks(review, field, proposal)
    own = is_own(decision)
    claims = find_basis(proposal, decision)
    writer = PlaceWriter(review)
    lines = tuple(
        writer.write_claim(claim, [f for f in findings if own and f.claim == at])
        for at, claim in enumerate(claims)
    )
    absent = proposal.absent if decision is None else None
    return Card(
        field=field,
        state=_find_state(field, decision),
        value=write_typed(value),
        characters=count_value(field, value),
        lines=lines,
        sides=tuple(_group_sides(proposal, writer)),
        withheld=tuple(
            Line(_read(each.value), None, (), rejected=each.rejected, reason=each.reason)
            for each in proposal.withheld
        ),
        absent=absent.reason if absent else "",
        absent_places=writer.write_all(absent.citations) if absent else (),
        suggestions=writer.write_all(proposal.suggestions),
        open_places=writer.write_all(proposal.open_places),
        checks=tuple(f for f in findings if not own or f.claim is None or f.claim >= len(lines)),
        decision=decision,
        seen=last.id if last else "",
        can_accept=bool(proposal.claims) and not find_hidden(field, proposal),
        is_error=any(finding.severity == "error" for finding in findings),
    )


def _find_state(field: Field, decision: Decision | None) -> State:
    if not field.decided_by_person:
        return "fixed"
    return "decided" if decision else "open"


def _group_sides(proposal: Proposal, writer: PlaceWriter) -> Iterator[Sides]:
    """Yield the alternatives of each subject together, as they come."""
    numbered = list(enumerate(proposal.alternatives, start=1))
    topics = list(dict.fromkeys(each.topic for _, each in numbered))
    several = takes_several(find_field(proposal.field)) and len(topics) > 1
    for topic in topics:
        own = [(at, writer.write_claim(each, [])) for at, each in numbered if each.topic == topic]
        about = name_topic(topic) if topic else ""
        yield Sides(about, tuple(own), can_choose=not several)


class PlaceWriter:
    """Numbers the places of one card from 1, the same place once."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._numbers: dict[tuple[str, int, int], int] = {}

    def write_claim(self, claim: Claim, checks: Sequence[Finding]) -> Line:
        """Return a claim as a line, with these checks beside it."""
        link = claim.value.link if isinstance(claim.value, LinkedTitle) else None
        return Line(
            text=_read(claim.value).removeprefix("- "),
            link=link,
            places=self.write_all(claim.citations),
            checks=tuple(checks),
            rejected=claim.rejected,
            paragraph=claim.starts_paragraph or _read(claim.value).startswith("- "),
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
    """Return the documents that the draft rests on, as the page names them."""
    return tuple(
        CitedDocument(each.reading, each.name, tuple(describe_document(profile)))
        for each in review.draft.documents
        if (profile := review.profiles.get(each.reading))
    )


def _read(value: str | LinkedTitle) -> str:
    return value.title if isinstance(value, LinkedTitle) else value


def write_typed(value: FieldValue) -> str:
    """Return a value as a person types it: of a grouping a line is `title | link`."""
    if value is None or isinstance(value, str):
        return value or ""
    if any(isinstance(item, LinkedTitle) for item in value):
        return "\n".join(_write_item(item) for item in value)
    return ", ".join(str(item) for item in value)


def _write_item(item: str | LinkedTitle) -> str:
    if isinstance(item, str):
        return item
    return f"{item.title} | {item.link}" if item.link else item.title


def count_value(field: Field, value: FieldValue) -> int:
    """Return the characters of a text as the register counts them; 0 for other kinds."""
    if not isinstance(value, str):
        return 0
    return count_characters(to_html(value) if field.rich else value)


def list_left(review: Review) -> tuple[Field, ...]:
    """Return the fields where nothing was found, to be left empty in one act."""
    return tuple(find_field(key) for key in list_absent(review.draft, review.standing))


def name_moment(at: datetime) -> str:
    """Return a moment as the page writes it, in the time of this machine."""
    return at.astimezone().strftime("%d-%m-%Y %H:%M")
