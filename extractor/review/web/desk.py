"""What the pages and the API ask of the store: the same answers for both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from extractor.errors import BronvastError, DecisionRefused, ValueRefused
from extractor.exports.export import Variant
from extractor.exports.formats import needs_background, render_export, require_format
from extractor.models import Decision, Registration, Span
from extractor.review.choices import Choice, Seen, Signature
from extractor.review.deciding import ABSENT, decide_reviewed, screen_reviewed, sign_reviewed
from extractor.review.decisions import decide
from extractor.review.exporting import collect_export
from extractor.review.keeping import WorkspaceKeeper
from extractor.review.loading import (
    DraftSummary,
    load_review,
    set_among,
)
from extractor.review.passages import choose_passage, cut_passage
from extractor.review.profile_values import (
    Chosen,
    ProfileValue,
    confirm_profile_value,
)
from extractor.review.registering import keep_registration
from extractor.review.reviewed import Review, find_checks
from extractor.review.screen_deciding import ScreenForm
from extractor.review.siblings import find_siblings
from extractor.review.signing import SignOffForm
from extractor.review.values import count_value
from extractor.review.web.cards import Card, make_card, make_cards
from extractor.review.web.searching import DossierSearch, FoundPassage
from extractor.review.web.sessions import Session
from extractor.review.web.sources import SourceRoom
from extractor.standard.catalogue import find_field, list_decided_fields
from extractor.standard.repairs import Repair, offer_repair
from extractor.standing import find_current, find_proposal, list_absent, list_undecided
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
    repair: Repair | None = None
    """What may be meant by a value that is refused."""


class Desk:
    """One workspace for all reviewers; the clock tells when a decision was taken."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self.sources = SourceRoom(store)
        self._keeper = WorkspaceKeeper(store)
        self._searching: tuple[str, DossierSearch] | None = None

    def list_drafts(self) -> list[DraftSummary]:
        """Return the newest draft of each dossier, high-risk AI systems first."""
        return self._keeper.list_summaries(self._clock().date())

    def list_dossier_names(self) -> dict[str, str]:
        """Return what each dossier of the workspace is called."""
        return {each.id: each.name for each in self._store.list_dossiers()}

    def open_draft(self, draft_id: str) -> Page:
        """Return the draft with all its cards; refused when there is none with this id."""
        review = self._load(draft_id)
        decisions = self._store.list_decisions(review.draft.dossier)
        return Page(review, decisions, list_undecided(review.draft, review.standing))

    def _load(self, draft_id: str) -> Review:
        """Return the draft beside all others; readings and the others' texts stay in memory."""
        today = self._clock().date()
        review = load_review(self._store, draft_id, today, find_reading=self.sources.find_stored)
        kin = find_siblings(self._store, review.draft.dossier)
        return set_among(review, self._keeper.write_entries(today), kin)

    def show_card(self, draft_id: str, key: str) -> tuple[Card, Page]:
        """Return one card as it is now, and the page it belongs to."""
        page = self.open_draft(draft_id)
        proposal = find_proposal(page.review.draft, find_field(key).key)
        last = find_current(page.decisions).get(key)
        return make_card(page.review, proposal, last), page

    def sign(self, session: Session, note: str = "") -> Signature:
        """Return who decides now; refused while this browser has no name."""
        if not session.reviewer:
            raise DecisionRefused("er staat niet wie kiest", "Vul eerst uw naam in.")
        return Signature(
            reviewer=session.reviewer,
            at=self._clock(),
            note=note.strip() or None,
            checked=session.is_checked,
        )

    def decide(
        self, draft_id: str, subject: str, choice: Choice, signature: Signature
    ) -> Sequence[Decision]:
        """Return the decisions this makes; refused when the field changed since it was seen."""
        return decide_reviewed(self._store, self._load(draft_id), subject, choice, signature)

    def put_passage(
        self, draft_id: str, key: str, place: tuple[str, Span], seen: Seen, signature: Signature
    ) -> Sequence[Decision]:
        """Put a passage of a stored document into a field, behind what stands there."""
        review = self._load(draft_id)
        passage = cut_passage(self.sources.find_reading(place[0]), place[1])
        choice = choose_passage(review, key, passage, seen)
        return decide_reviewed(self._store, review, key, choice, signature)

    def sign_off(self, draft_id: str, form: SignOffForm, signature: Signature) -> None:
        """Add somebody's sign-off of the whole entry."""
        sign_reviewed(self._store, self._load(draft_id), form, signature)

    def screen(self, draft_id: str, form: ScreenForm, signature: Signature) -> None:
        """Keep somebody's answers to the quick screen."""
        screen_reviewed(self._store, self._load(draft_id), form, signature)

    def register(self, draft_id: str, copied: Sequence[str], lars: str, who: Signature) -> None:
        """Keep which fields stand in the register's own form, and the code it gave."""
        keep_registration(self._store, self._load(draft_id), copied, lars, who)

    def find_registration(self, page: Page) -> Registration | None:
        """Return how far the entry was copied last."""
        return self._store.find_registration(page.review.draft.dossier)

    def list_profile_values(self) -> tuple[ProfileValue, ...]:
        """Return the values of the organisation's profile that await a person."""
        return self._keeper.list_profile_values(self._clock().date())

    def confirm_profile(self, chosen: Chosen, signature: Signature) -> None:
        """Take one value of the profile over in the chosen drafts, in one act."""
        confirm_profile_value(self._store, chosen, signature)

    def search(self, draft_id: str, words: str) -> tuple[FoundPassage, ...]:
        """Return the passages of the draft's documents that are most about these words."""
        review = self._load(draft_id)
        kept = self._searching
        if kept is None or kept[0] != review.draft.id:
            kept = self._searching = (review.draft.id, DossierSearch(review))
        return kept[1].search(words)

    def head(self) -> str:
        """Return the name of the log as it is now."""
        return self._store.head()

    def render_export(
        self, draft_ids: Sequence[str], form: str, variant: Variant
    ) -> tuple[str, bytes]:
        """Return the log's head with these entries, or all confirmed ones where none is named.

        Refused while a field of a named one is undecided.
        """
        require_format(form, variant)
        export = collect_export(
            self._store,
            draft_ids,
            self._clock().date(),
            variant=variant,
            with_background=needs_background(form, variant),
        )
        return export.head, render_export(form, export)

    def leave_empty(self, draft_id: str, listed: Sequence[str], signature: Signature) -> None:
        """Leave the listed fields empty; refused when nothing-found fields are others by now."""
        review = self._load(draft_id)
        if set(listed) != set(list_absent(review.draft, review.standing)):
            raise DecisionRefused(
                "de lijst van velden waar niets is gevonden is ondertussen veranderd",
                "Bekijk de lijst opnieuw.",
            )
        decide_reviewed(self._store, review, ABSENT, Choice(action="empty"), signature)

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
            repair = offer_repair(key, typed)
            return Trial(count_value(field, typed), refused.objections, (), repair)
        except BronvastError as refused:
            return Trial(count_value(field, typed), (str(refused),), ())
        tried = replace(review, standing={**review.standing, key: decision})
        findings = find_checks(tried, field, find_proposal(review.draft, key))
        return Trial(
            characters=count_value(field, decision.value),
            objections=(),
            remarks=tuple(finding.message for finding in findings),
        )
