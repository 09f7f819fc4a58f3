"""Derive from drafts, decisions and registrations how far a dossier is."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, replace
from datetime import datetime

from extractor.candidates import OutcomeKind
from extractor.models import Decision, Draft, Registration
from extractor.standing import Standing, find_standing, list_undecided
from extractor.still_cited import StillCited
from extractor.store import Store


@dataclass(frozen=True)
class Progress:
    """How far a dossier is, and the category that a person decided in it."""

    kind: OutcomeKind
    category: str | None = None


Memory = MutableMapping[tuple[str, str | None], Progress]
"""How far a draft was when its dossier's last decision was this one: that never changes."""


class ProgressFinder:
    """Tells how far each dossier was at a moment; without one, how far it is now."""

    def __init__(self, store: Store, at: datetime | None, memory: Memory | None = None) -> None:
        """Look in the memory first, where there is one; it is of no use at a moment."""
        self._store = store
        self.at = at
        self._memory: Memory = {} if memory is None or at is not None else memory
        self._last = store.list_last_decisions()
        self._registered = store.list_registrations(at)
        self._published = {each.entry.lars for each in store.list_publications(at)}
        self._newest = {
            row.dossier: row.id for row in store.list_drafts() if at is None or row.created_at <= at
        }

    def find(self, dossier: str | None) -> Progress:
        """Return how far the dossier is; to do where there is none, or none with a draft."""
        draft_id = self._newest.get(dossier or "")
        if dossier is None or draft_id is None:
            return Progress("to do")
        known = draft_id, self._last.get(dossier)
        progress = self._memory.get(known) or self._judge(self._store.get_draft(draft_id))
        self._memory[known] = progress
        code = _find_code(self._registered.get(dossier))
        if code is None:
            return progress
        kind: OutcomeKind = "published" if code in self._published else "delivered"
        return replace(progress, kind=kind)

    def _judge(self, draft: Draft) -> Progress:
        standing = self._find_standing(draft)
        decided = standing.get("publication_category")
        category = decided.value if decided and isinstance(decided.value, str) else None
        is_open = bool(list_undecided(draft, standing))
        return Progress("draft" if is_open else "confirmed", category)

    def _find_standing(self, draft: Draft) -> Standing:
        decisions = self._list_decisions(draft.dossier)
        judged = {decision.draft for decision in decisions} - {draft.id}
        earlier = {each: self._store.get_draft(each) for each in judged}
        return find_standing(draft, decisions, earlier, StillCited(draft, self._store.get_reading))

    def _list_decisions(self, dossier: str) -> tuple[Decision, ...]:
        if self.at is None:
            return self._store.list_current_decisions(dossier)
        # What was replaced since did count then.
        taken = self._store.list_decisions(dossier)
        return tuple(each for each in taken if each.decided_at <= self.at)


def _find_code(registration: Registration | None) -> str | None:
    """Return the register's code for an entry; a download tells whether it is published."""
    return registration.lars if registration is not None else None
