"""A field as its card shows it: value, claims with their sources, checks, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.checks.rules import Finding
from extractor.composing import compose_value, takes_several
from extractor.contradictions.topics import name_topic
from extractor.models import Decision, Proposal
from extractor.published import REGISTER
from extractor.review.basis import find_basis, is_own
from extractor.review.reviewed import Review, find_checks, find_value, list_answers
from extractor.review.sides import find_hidden
from extractor.review.undoing import list_steps
from extractor.review.values import count_value, write_typed
from extractor.review.web.lines import Line, Place, PlaceWriter, read_title
from extractor.standard.catalogue import Field, find_field, load_fields
from extractor.standing import find_current, list_absent

State = Literal["open", "decided", "fixed"]


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
class GivenAnswer:
    """What a colleague answered or the register published, and where that stands."""

    name: str
    day: str
    place: Place
    is_published: bool


@dataclass(frozen=True)
class Earlier:
    """What was decided on an earlier draft, to keep or to let go."""

    decision: Decision
    value: str
    places: tuple[Place, ...]


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
    answers: tuple[GivenAnswer, ...]
    earlier: Earlier | None
    """An earlier decision that no longer counts: what it judged has changed."""
    newer: tuple[Line, ...]
    """What this draft proposes otherwise than the draft that was decided on."""
    checks: tuple[Finding, ...]
    """Those that belong to no single line."""
    decision: Decision | None
    steps: int
    """Choices that can be undone."""
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
            Line(read_title(each.value), None, (), rejected=each.rejected, reason=each.reason)
            for each in proposal.withheld
        ),
        absent=absent.reason if absent else "",
        absent_places=writer.write_all(absent.citations) if absent else (),
        suggestions=writer.write_all(proposal.suggestions),
        open_places=writer.write_all(proposal.open_places),
        answers=tuple(_list_answers(review, proposal.field, writer)),
        earlier=_find_earlier(review, proposal.field, writer),
        newer=_list_newer(review, proposal, writer),
        checks=tuple(f for f in findings if not own or f.claim is None or f.claim >= len(lines)),
        decision=decision,
        steps=len(list_steps(review.decisions, field.key)),
        seen=last.id if last else "",
        can_accept=bool(proposal.claims) and not find_hidden(field, proposal),
        is_error=any(finding.severity == "error" for finding in findings),
    )


def _list_answers(review: Review, field: str, writer: PlaceWriter) -> Iterator[GivenAnswer]:
    for answer in list_answers(review, field):
        for place in writer.write_all((answer.citation,)):
            day = answer.answered_on.strftime("%d-%m-%Y")
            yield GivenAnswer(answer.name, day, place, is_published=answer.name == REGISTER)


def _find_earlier(review: Review, field: str, writer: PlaceWriter) -> Earlier | None:
    lapsed = review.lapsed.get(field)
    if lapsed is None:
        return None
    citations = [each for claim in lapsed.claims for each in claim.citations]
    return Earlier(lapsed, write_typed(lapsed.value), writer.write_all(citations))


def _list_newer(review: Review, proposal: Proposal, writer: PlaceWriter) -> tuple[Line, ...]:
    """Return the claims of this draft where the decision that counts was taken on another."""
    decision = review.standing.get(proposal.field)
    if decision is None or decision.draft == review.draft.id:
        return ()
    if compose_value(find_field(proposal.field), proposal.claims) == decision.value:
        return ()
    return tuple(writer.write_claim(claim, ()) for claim in proposal.claims)


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


def list_left(review: Review) -> tuple[Field, ...]:
    """Return the fields where nothing was found, to be left empty in one act."""
    return tuple(find_field(key) for key in list_absent(review.draft, review.standing))
