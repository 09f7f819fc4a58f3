"""What the rows of one dossier say at a moment: its newest draft, and the decisions till then."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from extractor.composing import FieldValue, compose_value
from extractor.models import Decision, Draft
from extractor.review.screen_deciding import SCREEN, SEVERAL, judge_answers, read_answers
from extractor.standard.catalogue import find_field
from extractor.standing import (
    Standing,
    find_proposal,
    find_standing,
    is_about_field,
    list_undecided,
)
from extractor.still_cited import StillCited
from extractor.store import Store


@dataclass(frozen=True)
class DatedDossier:
    """A dossier with a draft, as it was at a moment."""

    draft: Draft
    standing: Standing
    decisions: tuple[Decision, ...]

    @property
    def confirmed(self) -> bool:
        """Return whether a person decided every field."""
        return not list_undecided(self.draft, self.standing)

    def find_decided(self, key: str) -> FieldValue:
        """Return what a person chose for a field; nothing where nobody did."""
        decision = self.standing.get(key)
        return decision.value if decision else None

    def find_value(self, key: str) -> FieldValue:
        """Return what a person chose for a field, else what was proposed."""
        if key in self.standing:
            return self.standing[key].value
        return compose_value(find_field(key), find_proposal(self.draft, key).claims)

    def find_outcome(self) -> tuple[str, ...]:
        """Return the steps on which a person's quick screen ended; none where nobody did it."""
        answers = read_answers(self.standing.get(SCREEN))
        return judge_answers(answers).rests_on if answers else ()

    def is_several(self) -> bool | None:
        """Return whether a person says that it is several algorithms; none where nobody does."""
        answer = read_answers(self.standing.get(SCREEN)).get(SEVERAL, "unknown")
        return None if answer == "unknown" else answer == "yes"

    def digest_entry(self) -> str:
        """Return what tells the decided values from any others."""
        decided = sorted(
            (key, each.model_dump_json(include={"value"}))
            for key, each in self.standing.items()
            if is_about_field(key)
        )
        return hashlib.sha256(repr(decided).encode()).hexdigest()


def load_dossier(store: Store, dossier_id: str, until: datetime) -> DatedDossier | None:
    """Return the dossier as it was then; none where it had no draft yet."""
    made = [row.id for row in store.list_drafts(dossier_id) if row.created_at <= until]
    if not made:
        return None
    draft = store.get_draft(made[-1])
    decisions = tuple(e for e in store.list_decisions(dossier_id) if e.decided_at <= until)
    judged = {each.draft for each in decisions} - {draft.id}
    earlier = {each: store.get_draft(each) for each in judged}
    is_cited = StillCited(draft, store.get_reading)
    return DatedDossier(
        draft=draft,
        standing=find_standing(draft, decisions, earlier, is_cited),
        decisions=decisions,
    )
