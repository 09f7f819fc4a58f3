"""What of a draft needs a person: one row for each thing, with where, why and what to do."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from extractor.models import Citation, Proposal, Record
from extractor.review.labels import count_things, name_place
from extractor.review.reviewed import Review, find_checks
from extractor.review.values import name_item
from extractor.standard.catalogue import find_field

Kind = Literal["unread", "contradiction", "withheld", "failed", "category", "lapsed", "error"]

CATEGORY = "publication_category"
_REQUIRED = "required_empty"
"""Holds of every field that is still open, and says nothing of this draft."""


class Attention(Record):
    """One thing that needs a person."""

    dossier: str
    draft: str
    kind: Kind
    where: str
    why: str

    def as_row(self) -> tuple[str, ...]:
        """Return the cells of the thing in a list for a spreadsheet."""
        words = _load_words()[self.kind]
        return (self.dossier, self.draft, words["one"], self.where, self.why, words["todo"])


def list_attention(review: Review, *, with_checks: bool = True) -> list[Attention]:
    """Return what of the draft needs a person.

    Errors that the checks find are among it, but for those of fields that are only still empty;
    without them the review needs no readings.
    """
    found = [
        *_list_unread(review),
        *(each for proposal in review.draft.proposals for each in _list_open(review, proposal)),
        *_list_lapsed(review),
        *(_list_errors(review) if with_checks else ()),
    ]
    return [
        Attention(dossier=review.name, draft=review.draft.id, kind=kind, where=where, why=why)
        for kind, where, why in found
    ]


def count_attention(kinds: Iterable[Kind]) -> list[str]:
    """Return how many there are of each kind, in words, the order of the table."""
    counted: Counter[str] = Counter(kinds)
    return [
        count_things(counted[kind], words["one"], words["more"])
        for kind, words in _load_words().items()
        if counted[kind]
    ]


Found = tuple[Kind, str, str]


def _list_unread(review: Review) -> Iterator[Found]:
    if "unread" in review.standing:
        return
    for part in review.draft.coverage.pages_unread:
        pages = f", pagina {', '.join(map(str, part.pages))}" if part.pages else ""
        yield "unread", f"{part.document}{pages}", part.reason


def _list_open(review: Review, proposal: Proposal) -> Iterator[Found]:
    """Yield what is open at a field that nobody decided yet."""
    field = find_field(proposal.field)
    if field.key in review.standing:
        return
    if proposal.alternatives:
        values = "; ".join(f"«{name_item(each.value)}»" for each in proposal.alternatives)
        places = [each.citations[0] for each in proposal.alternatives if each.citations]
        yield "contradiction", _name_where(review, field.title, places), values
    for withheld in proposal.withheld:
        yield "withheld", field.title, f"«{name_item(withheld.value)}»: {withheld.reason}"
    if proposal.origin.failure:
        yield "failed", field.title, proposal.origin.failure
    elif field.key == CATEGORY and _is_unknown(proposal):
        reason = proposal.absent.reason if proposal.absent else "er is geen voorstel"
        yield "category", field.title, reason


def _is_unknown(proposal: Proposal) -> bool:
    """Return whether nothing is proposed, and no document says that there is nothing to say."""
    return not (proposal.claims or proposal.alternatives or proposal.is_denied)


def _name_where(review: Review, title: str, places: Iterable[Citation]) -> str:
    """Return the field with the places that speak of it."""
    paths = {each.reading: each.path for each in review.draft.documents}
    named = (f"{paths.get(each.reading, '')}, {name_place(each.locator)}" for each in places)
    return "; ".join((title, *dict.fromkeys(named)))


def _list_lapsed(review: Review) -> Iterator[Found]:
    for subject, decision in review.lapsed.items():
        where = "Leesoverzicht" if subject == "unread" else find_field(subject).title
        day = decision.decided_at.strftime("%d-%m-%Y")
        yield "lapsed", where, f"wat {decision.reviewer} op {day} beoordeelde is veranderd"


def _list_errors(review: Review) -> Iterator[Found]:
    for proposal in review.draft.proposals:
        field = find_field(proposal.field)
        for finding in find_checks(review, field, proposal):
            if finding.severity == "error" and finding.rule != _REQUIRED:
                yield "error", field.title, finding.message


@cache
def _load_words() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
