"""What a draft says otherwise than the published entry, field by field, with why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractor.comparing.sameness import is_said, is_same
from extractor.composing import FieldValue, compose_value
from extractor.models import Citation, Claim, Decision, Proposal
from extractor.published import Publication
from extractor.review.cited import quote_as_shown
from extractor.review.labels import name_place
from extractor.review.reviewed import Review
from extractor.standard.catalogue import Field, find_field

Kind = Literal["decided", "newer", "added", "undated", "older", "stated_absent"]
"""`decided` by a person, `added` where the register has nothing; the rest by the documents."""

PROPOSED: frozenset[Kind] = frozenset({"decided", "newer", "added", "undated", "stated_absent"})
"""Kinds that ask for a change; what an older document says otherwise does not."""


@dataclass(frozen=True)
class Why:
    """Words that a change rests on, with the document, its date, and the place in it."""

    document: str
    date: str | None
    place: str
    quote: str


@dataclass(frozen=True)
class Change:
    """A field of which the draft says something else than the register."""

    field: Field
    kind: Kind
    old: FieldValue
    new: FieldValue
    differ: bool
    """Whether the documents contradict each other about it, so that a person chooses."""
    decided: Decision | None
    why: tuple[Why, ...]


def list_changes(publication: Publication, review: Review) -> Iterator[Change]:
    """Yield in the order of the form what the draft says otherwise."""
    for proposal in review.draft.proposals:
        field = find_field(proposal.field)
        old = publication.entry.values.get(field.key)
        if not field.decided_by_person:
            continue
        decision = review.standing.get(field.key)
        if decision is not None:
            found = _compare_decision(field, old, decision, review)
        else:
            found = _compare_proposal(field, old, proposal, _Cited(review, publication.day))
        if found is not None:
            yield found


def _compare_decision(
    field: Field, old: FieldValue, decision: Decision, review: Review
) -> Change | None:
    if is_same(field, old, decision.value):
        return None
    cited = _Cited(review, decision.decided_at.date())
    why = cited.explain(citation for claim in decision.claims for citation in claim.citations)
    return Change(field, "decided", old, decision.value, differ=False, decided=decision, why=why)


def _compare_proposal(
    field: Field, old: FieldValue, proposal: Proposal, cited: _Cited
) -> Change | None:
    """Return what the claims say that is not published, of the newest documents if any."""
    absent = proposal.absent
    if old and absent and absent.kind == "stated":
        why = cited.explain(absent.citations)
        return Change(field, "stated_absent", old, None, differ=False, decided=None, why=why)
    said = [
        claim
        for claim in (*proposal.claims, *proposal.alternatives)
        if not is_said(field, claim.value, old)
    ]
    if not said:
        return None
    kind: Kind = "added" if not old else cited.judge(said)
    kept = said if kind in {"added", "older"} else [each for each in said if not cited.is_old(each)]
    sides = [each for each in kept if each in proposal.alternatives]
    return Change(
        field,
        kind,
        old,
        compose_value(field, kept),
        differ=bool(sides),
        decided=None,
        why=cited.explain(citation for claim in kept for citation in claim.citations),
    )


class _Cited:
    """The documents of a draft, weighed against the day of publication."""

    def __init__(self, review: Review, day: date) -> None:
        self._review, self._day = review, day.isoformat()

    def judge(self, claims: Iterable[Claim]) -> Kind:
        """Return what the newest document behind the claims is beside the publication."""
        dates = {self._date(each) for claim in claims for each in claim.citations}
        if any(each and each > self._day[: len(each)] for each in dates):
            return "newer"
        return "undated" if None in dates or not dates else "older"

    def is_old(self, claim: Claim) -> bool:
        """Return whether all documents behind a claim are older than the publication."""
        return self.judge((claim,)) == "older"

    def explain(self, citations: Iterable[Citation]) -> tuple[Why, ...]:
        """Return the places, those in the newest documents first, undated ones last."""
        places = list(dict.fromkeys(citations))
        return tuple(
            Why(
                document=self._review.name_document(each.reading),
                date=self._date(each),
                place=name_place(each.locator),
                quote=quote_as_shown(self._review, each),
            )
            for each in sorted(places, key=lambda each: self._date(each) or "", reverse=True)
        )

    def _date(self, citation: Citation) -> str | None:
        profile = self._review.profiles.get(citation.reading)
        return profile.date if profile else None
