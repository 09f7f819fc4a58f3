"""A passage that a person selects in a source, cut from the stored reading and put into a field."""

from __future__ import annotations

from extractor.composing import FieldValue
from extractor.downloads import read_grouping
from extractor.errors import DecisionRefused
from extractor.locators import cite_span
from extractor.models import Claim, Decision, LinkedTitle, Proposal, Reading, Span
from extractor.presenting import present
from extractor.review.choices import Choice, Seen
from extractor.review.reviewed import Review, find_value
from extractor.standard.catalogue import Field, find_field
from extractor.standing import find_proposal

LONGEST = 20_000
"""Characters of one passage; a whole chapter is no citation."""


def cut_passage(reading: Reading, span: Span) -> Claim:
    """Return the passage as a claim that cites it: the reading's own words, and as shown.

    Refused is a passage without a word, outside the text, or longer than a chapter.
    """
    words = span.of(reading.text)
    trimmed = (
        Span(
            start=span.start + len(words) - len(words.lstrip()),
            end=span.start + len(words.rstrip()),
        )
        if words.strip()
        else span
    )
    if span.end > len(reading.text) or not words.strip() or len(words) > LONGEST:
        raise DecisionRefused("deze passage kan niet in een veld", "Selecteer enkele zinnen.")
    return Claim(value=present(reading, trimmed).text, citations=(cite_span(reading, trimmed),))


def add_passage(field: Field, value: FieldValue, passage: Claim) -> str:
    """Return what a person would type to add the passage to the value that counts now."""
    words = str(passage.value)
    if field.rich:
        return f"{value}\n\n{words}" if value else words
    words = " ".join(words.split())
    if field.kind == "links":
        own = value if isinstance(value, tuple) else ()
        added = read_grouping(words) or (LinkedTitle(title=words),)
        items = [item for item in (*own, *added) if isinstance(item, LinkedTitle)]
        return "\n".join(f"{item.title} | {item.link or ''}" for item in items)
    return words


def choose_passage(review: Review, key: str, passage: Claim, seen: Seen | None = None) -> Choice:
    """Return the choice that puts the passage into a field, behind what stands there now."""
    field, proposal = find_field(key), find_proposal(review.draft, key)
    return Choice(
        action="edit",
        typed=add_passage(field, find_value(review, field, proposal), passage),
        added=(*list_added(proposal, review.standing.get(key)), passage),
        seen=seen,
    )


def list_added(proposal: Proposal, decision: Decision | None) -> tuple[Claim, ...]:
    """Return the claims that the decision rests on beside the proposal's own."""
    own = {*proposal.claims, *proposal.alternatives}
    return tuple(claim for claim in decision.claims if claim not in own) if decision else ()
