"""What the overview and the checks need of each dossier, worked out anew only where it changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from extractor.drafting.room import hash_room
from extractor.errors import WorkspaceUnusable
from extractor.models import Record
from extractor.review.loading import DraftSummary, load_newest, sort_summaries, summarise
from extractor.review.profile_values import ProfileValue, list_review_values
from extractor.review.reviewed import write_entry
from extractor.store import DossierState, Store

RULE_ROOMS = ("review", "standard", "citations")
RULE_FILES = ("composing", "models", "standing", "still_cited")
"""The code that an overview rests on: with other code it may count otherwise."""


class KeptOverview(Record):
    """What is kept of one dossier in one state, in memory and in the store."""

    summary: DraftSummary
    profile: tuple[ProfileValue, ...]
    """Values of the organisation's profile that await a person."""


@dataclass(frozen=True)
class _Entry:
    """The texts of a dossier's fields that count in one state."""

    key: str
    name: str
    texts: Mapping[str, str]


class WorkspaceKeeper:
    """Keeps the summaries of a workspace; may be shared by threads.

    A decision makes one dossier be read again, however many there are. What was worked out stays
    in the store too, so that the next program starts with it; no day is in it, as nothing that
    an overview shows rests on the day.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: dict[str, KeptOverview] = {}
        self._entries: dict[str, _Entry] = {}

    def list_summaries(self, today: date) -> list[DraftSummary]:
        """Return the newest draft of each dossier, high-risk AI systems first, then by name."""
        return sort_summaries(each.summary for each in self._list(today))

    def list_profile_values(self, today: date) -> tuple[ProfileValue, ...]:
        """Return the values of the organisation's profile that await a person."""
        return tuple(value for each in self._list(today) for value in each.profile)

    def write_entries(self, today: date) -> dict[str, tuple[str, Mapping[str, str]]]:
        """Return the texts of every entry, by its dossier's id, with its name."""
        states = self._store.list_states()
        with self._lock:
            for state in states:
                known = self._entries.get(state.dossier)
                if known is None or known.key != make_key(state):
                    self._work_out(state, today)
            entries = [(state.dossier, self._entries[state.dossier]) for state in states]
        return {dossier: (entry.name, entry.texts) for dossier, entry in entries}

    def _list(self, today: date) -> list[KeptOverview]:
        states = self._store.list_states()
        keys = [make_key(state) for state in states]
        with self._lock:
            self._kept = {key: self._kept[key] for key in keys if key in self._kept}
            self._recall([key for key in keys if key not in self._kept])
            new = {
                key: self._work_out(state, today)
                for key, state in zip(keys, states, strict=True)
                if key not in self._kept
            }
            if new:
                # Who may only look, or comes while another writes, sees the same without it.
                with suppress(WorkspaceUnusable):
                    self._store.add_summaries(
                        {key: each.model_dump_json() for key, each in new.items()}
                    )
            return [self._kept[key] for key in keys]

    def _recall(self, keys: Sequence[str]) -> None:
        """Take what the store kept under these keys; what is damaged is worked out again."""
        for key, payload in self._store.find_summaries(keys).items() if keys else ():
            with suppress(ValidationError):
                self._kept[key] = KeptOverview.model_validate_json(payload)

    def _work_out(self, state: DossierState, today: date) -> KeptOverview:
        """Return what an overview shows of a dossier, from its draft and decisions."""
        review = load_newest(self._store, state.draft, today)
        key = make_key(state)
        self._kept[key] = KeptOverview(
            summary=summarise(review, self._store.find_registration(state.dossier)),
            profile=tuple(list_review_values(review)),
        )
        self._entries[state.dossier] = _Entry(key, review.name, write_entry(review))
        return self._kept[key]


def make_key(state: DossierState) -> str:
    """Return a hash of a dossier's state and of the rules that make an overview of it."""
    told = f"{_hash_rules()}\n{state.model_dump_json()}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _hash_rules() -> str:
    """Return a hash of all code that an overview rests on."""
    house = Path(__file__).parents[1]
    rooms = [hash_room(house / room) for room in RULE_ROOMS]
    files = [(house / f"{name}.py").read_bytes() for name in RULE_FILES]
    return "-".join((*rooms, *(hashlib.sha256(each).hexdigest()[:12] for each in files)))
