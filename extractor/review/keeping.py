"""What the overview and the checks need of each dossier, worked out anew only where it changed."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extractor.models import Registration
from extractor.review.loading import DraftSummary, load_newest, sort_summaries, summarise
from extractor.review.profile_values import ProfileValue, list_review_values
from extractor.review.reviewed import write_entry
from extractor.store import Store


@dataclass(frozen=True)
class _State:
    """What a dossier's summary rests on; while it is the same, so is the summary."""

    name: str
    draft: str
    decision: str
    registration: Registration | None
    today: date


@dataclass(frozen=True)
class KeptDossier:
    """What is kept in memory of one dossier's newest draft."""

    summary: DraftSummary
    texts: Mapping[str, str]
    """The text of each field that counts now."""
    profile: tuple[ProfileValue, ...]
    """Values of the organisation's profile that await a person."""


class WorkspaceKeeper:
    """Keeps the summaries of a workspace in memory; may be shared by threads.

    A decision makes one dossier be read again, however many there are.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[_State, KeptDossier]] = {}

    def list_summaries(self, today: date) -> list[DraftSummary]:
        """Return the newest draft of each dossier, high-risk AI systems first, then by name."""
        return sort_summaries([each.summary for each in self._list(today).values()])

    def list_profile_values(self, today: date) -> tuple[ProfileValue, ...]:
        """Return the values of the organisation's profile that await a person."""
        return tuple(value for each in self._list(today).values() for value in each.profile)

    def write_entries(self, today: date) -> dict[str, tuple[str, Mapping[str, str]]]:
        """Return the texts of every entry, by its dossier's id, with its name."""
        return {
            dossier: (each.summary.dossier, each.texts)
            for dossier, each in self._list(today).items()
        }

    def _list(self, today: date) -> dict[str, KeptDossier]:
        newest = {row.dossier: row.id for row in self._store.list_drafts()}
        last = self._store.list_last_decisions()
        found = {}
        with self._lock:
            for dossier in self._store.list_dossiers():
                if dossier.id in newest:
                    state = _State(
                        name=dossier.name,
                        draft=newest[dossier.id],
                        decision=last.get(dossier.id, ""),
                        registration=self._store.find_registration(dossier.id),
                        today=today,
                    )
                    found[dossier.id] = self._keep(dossier.id, state)
        return found

    def _keep(self, dossier: str, state: _State) -> KeptDossier:
        known = self._kept.get(dossier)
        if known is not None and known[0] == state:
            return known[1]
        review = load_newest(self._store, state.draft, state.today)
        made = KeptDossier(
            summary=summarise(review, state.registration),
            texts=write_entry(review),
            profile=tuple(list_review_values(review)),
        )
        self._kept[dossier] = (state, made)
        return made
