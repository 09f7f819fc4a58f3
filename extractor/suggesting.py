"""The passages most worth reading for each field that a drafter left empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules import load_rules
from extractor.drafting.offline.voices import is_closed, speaks_for_itself
from extractor.facts import find_dates
from extractor.facts.addresses import find_addresses
from extractor.locators import locate
from extractor.models import Citation, Proposal, Reading, Span
from extractor.presenting import present
from extractor.relevance import RelevanceIndex
from extractor.standard.catalogue import find_field

MOST = 5
_PRIMARY, _SUPPORTING = 1.0, 0.3
"""What the question above counts for, beside a relevance of at most 1."""
_OWN = 0.2
"""What the organisation's own words count for; others' come last."""
_FEWEST_SHARED = 2
"""Different words of the field that a passage under no fitting question must hold."""
_SAME = 0.8
"""Of the words of two passages: from here on reading both is a waste."""


_MADE_OF: dict[str, Callable[[str], Sequence[object]]] = {
    "month": find_dates,
    "contact": find_addresses,
    "link": find_addresses,
}
"""What must stand in a passage for a field of a kind, whatever else it says."""


@dataclass(frozen=True)
class _Passage:
    """A whole paragraph, item or row, with the answers in it."""

    reading: Reading
    span: Span
    answers: tuple[Answer, ...]
    is_own: bool

    @cached_property
    def text(self) -> str:
        """Return it as shown."""
        return present(self.reading, self.span).text

    @cached_property
    def words(self) -> frozenset[str]:
        """Return its words, to tell passages that say the same."""
        return frozenset(re.findall(r"\w+", self.text.lower()))


def add_suggestions(
    proposals: Sequence[Proposal], readings: Mapping[str, Reading]
) -> tuple[Proposal, ...]:
    """Return the proposals, those without a value with at most five passages to read.

    Only what may be quoted is suggested, best first: under a question that feeds the field, then
    by its words, the organisation's own before those of others. Where a document says that there
    is no value, nothing is.
    """
    if not any(_is_empty(proposal) for proposal in proposals):
        return tuple(proposals)
    passages = _list_passages(list(readings.values()))
    index = RelevanceIndex([passage.text for passage in passages])
    return tuple(
        proposal.model_copy(update={"suggestions": _suggest(proposal.field, passages, index)})
        if _is_empty(proposal)
        else proposal
        for proposal in proposals
    )


def _is_empty(proposal: Proposal) -> bool:
    stated = proposal.absent is not None and proposal.absent.kind == "stated"
    given = proposal.claims or proposal.alternatives
    return not given and not stated and find_field(proposal.field).decided_by_person


def _list_passages(readings: Sequence[Reading]) -> list[_Passage]:
    style = load_rules().style
    own = {reading.id for reading in readings if speaks_for_itself(reading)}
    whole = [[Span(start=0, end=len(reading.text))] for reading in readings]
    held: dict[tuple[str, Span], list[Answer]] = {}
    for answer in list_answers(readings, whole):
        if not answer.template and not is_closed(style, answer.headings):
            held.setdefault((answer.reading, answer.sentence.block.span), []).append(answer)
    by_id = {reading.id: reading for reading in readings}
    return [
        _Passage(by_id[reading], span, tuple(answers), reading in own)
        for (reading, span), answers in held.items()
        if any(answer.usable for answer in answers)
    ]


def _suggest(
    field: str, passages: Sequence[_Passage], index: RelevanceIndex
) -> tuple[Citation, ...]:
    relevance, shared = index.rank(field), index.count_shared(field)
    most = max(relevance, default=0.0) or 1.0
    scored = sorted(
        (
            (place + score / most + _OWN * passage.is_own, -position, passage)
            for position, (passage, score) in enumerate(zip(passages, relevance, strict=True))
            if (place := _weigh_place(field, passage)) or shared[position] >= _FEWEST_SHARED
            if _may_hold(field, passage.text)
        ),
        key=lambda each: each[:2],
        reverse=True,
    )
    return tuple(_cite(passage) for passage in _leave_out_same(each[2] for each in scored))


def _may_hold(field: str, text: str) -> bool:
    """Return whether a passage holds what a value of the field is made of."""
    needed = _MADE_OF.get(find_field(field).kind)
    return needed is None or bool(needed(text))


def _weigh_place(field: str, passage: _Passage) -> float:
    """Return what the questions above a passage count for."""
    if any(answer.feeds(field, primary=True) for answer in passage.answers):
        return _PRIMARY
    supports = any(answer.feeds(field, primary=False) for answer in passage.answers)
    return _SUPPORTING if supports else 0.0


def _leave_out_same(passages: Iterable[_Passage]) -> list[_Passage]:
    taken: list[_Passage] = []
    for passage in passages:
        if len(taken) == MOST:
            break
        if not any(_says_same(passage, other) for other in taken):
            taken.append(passage)
    return taken


def _says_same(one: _Passage, other: _Passage) -> bool:
    return len(one.words & other.words) >= _SAME * len(one.words | other.words)


def _cite(passage: _Passage) -> Citation:
    reading, span = passage.reading, passage.span
    return Citation(
        reading=reading.id,
        span=span,
        quote=span.of(reading.text),
        locator=locate(reading, span),
    )
