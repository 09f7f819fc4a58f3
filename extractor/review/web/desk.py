"""What the pages and the API ask of the store: the same answers for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache

from extractor.errors import BronvastError, DecisionRefused, ValueRefused
from extractor.exports.formats import render_entries
from extractor.models import Decision
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import ABSENT, decide_subject
from extractor.review.decisions import decide
from extractor.review.description import Review, find_checks
from extractor.review.exporting import collect_entries
from extractor.review.loading import (
    DraftSummary,
    load_review,
    set_among,
    summarise_drafts,
    write_entries,
)
from extractor.review.standing import find_current, find_proposal, list_absent, list_undecided
from extractor.review.web.cards import Card, count_value, make_card, make_cards
from extractor.review.web.sources import SourceRoom
from extractor.standard.catalogue import find_field, list_decided_fields
from extractor.store import Store


@dataclass(frozen=True)
class Page:
    """A draft with its log, as of one moment."""

    review: Review
    decisions: tuple[Decision, ...]
    undecided: tuple[str, ...]

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Return the card of each field, in the order of the form."""
        return make_cards(self.review, self.decisions)

    @property
    def counts(self) -> tuple[int, int]:
        """Return how many fields are decided, of how many."""
        fields = {field.key for field in list_decided_fields()}
        return len(fields & self.review.standing.keys()), len(fields)


@dataclass(frozen=True)
class Trial:
    """What a typed value would be: its length, and why it is refused or to be looked at."""

    characters: int
    objections: tuple[str, ...]
    remarks: tuple[str, ...]


class Desk:
    """One workspace for all reviewers; the clock tells when a decision was taken."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self.sources = SourceRoom(store)
        self._write_entries = lru_cache(maxsize=2)(self._write_entries_at)

    def _write_entries_at(
        self, state: tuple[str, int, date]
    ) -> dict[str, tuple[str, Mapping[str, str]]]:
        """Return the texts of all entries; no decision and no draft came since this state."""
        return write_entries(self._store, state[-1])

    def list_drafts(self) -> list[DraftSummary]:
        """Return the newest draft of each dossier, high-risk AI systems first."""
        return summarise_drafts(self._store, self._clock().date())

    def open_draft(self, draft_id: str) -> Page:
        """Return the draft with all its cards; refused when there is none with this id."""
        review = self._load(draft_id)
        decisions = self._store.list_decisions(review.draft.dossier)
        return Page(review, decisions, list_undecided(review.draft, review.standing))

    def _load(self, draft_id: str) -> Review:
        """Return the draft beside all others; readings and the others' texts stay in memory."""
        today = self._clock().date()
        review = load_review(self._store, draft_id, today, find_reading=self.sources.find_stored)
        state = (self._store.head(), len(self._store.list_drafts()), today)
        return set_among(review, self._write_entries(state))

    def show_card(self, draft_id: str, key: str) -> tuple[Card, Page]:
        """Return one card as it is now, and the page it belongs to."""
        page = self.open_draft(draft_id)
        proposal = find_proposal(page.review.draft, find_field(key).key)
        last = find_current(page.decisions).get(key)
        return make_card(page.review, proposal, last), page

    def decide(self, draft_id: str, key: str, choice: Choice, reviewer: str) -> Sequence[Decision]:
        """Return the decisions this makes; refused when the field changed since it was seen."""
        signature = Signature(reviewer=reviewer, at=self._clock())
        return decide_subject(self._store, draft_id, key, choice, signature)

    def render_entry(self, draft_id: str, form: str) -> bytes:
        """Return the confirmed entry in this format; refused while a field is undecided."""
        return render_entries(form, collect_entries(self._store, [draft_id], self._clock().date()))

    def leave_empty(self, draft_id: str, reviewer: str, listed: Sequence[str]) -> None:
        """Leave the listed fields empty; refused when nothing-found fields are others by now."""
        review = load_review(self._store, draft_id, self._clock().date(), with_readings=False)
        signature = Signature(reviewer=reviewer, at=self._clock())
        if set(listed) != set(list_absent(review.draft, review.standing)):
            raise DecisionRefused(
                "de lijst van velden waar niets is gevonden is ondertussen veranderd",
                "Bekijk de lijst opnieuw.",
            )
        decide_subject(self._store, draft_id, ABSENT, Choice(action="empty"), signature)

    def try_value(self, draft_id: str, key: str, typed: str) -> Trial:
        """Return what the value would be judged as; nothing is decided."""
        field = find_field(key)
        review = self._load(draft_id)
        signature = Signature(reviewer="proef", at=self._clock())
        try:
            decision = decide(
                review.draft, key, Choice(action="edit", typed=typed), None, signature
            )
        except ValueRefused as refused:
            return Trial(count_value(field, typed), refused.objections, ())
        except BronvastError as refused:
            return Trial(count_value(field, typed), (str(refused),), ())
        tried = replace(review, standing={**review.standing, key: decision})
        findings = find_checks(tried, field, find_proposal(review.draft, key))
        return Trial(
            characters=count_value(field, decision.value),
            objections=(),
            remarks=tuple(finding.message for finding in findings),
        )
