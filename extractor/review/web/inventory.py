"""The inventory on the page: lists of this machine, and what persons say of their rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from extractor.inventory.choosing import OutcomeForm, choose_outcome, link_dossier
from extractor.inventory.deriving import Memory
from extractor.inventory.keeping import KeptList, ListChoices, keep_list
from extractor.inventory.loading import load_list
from extractor.inventory.overview import Inventory, make_inventory
from extractor.inventory.previewing import ListPreview, preview_list
from extractor.review.choices import Signature
from extractor.store import Store


class InventoryRoom:
    """One workspace's lists; the clock tells when a list was read."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._memory: Memory = {}

    def show(self) -> Inventory:
        """Return the inventory as it is now."""
        return make_inventory(self._store, memory=self._memory)

    def find_drafts(self) -> dict[str, str]:
        """Return the newest draft of each dossier that has one."""
        return {row.dossier: row.id for row in self._store.list_drafts()}

    def preview(self, path: Path, choices: ListChoices) -> ListPreview:
        """Return what would be read of a list; nothing is kept."""
        return preview_list(load_list(path), choices.sheet, choices.columns)

    def keep(self, path: Path, choices: ListChoices) -> KeptList:
        """Return what became of reading the list."""
        return keep_list(self._store, load_list(path), choices, self._clock())

    def choose(self, form: OutcomeForm, signature: Signature) -> None:
        """Keep what a person says became of a candidate."""
        choose_outcome(self._store, form, signature.reviewer, signature.at)

    def link(self, candidate: str, dossier: str | None, signature: Signature) -> None:
        """Keep which dossier a person says is about a candidate."""
        link_dossier(self._store, candidate, dossier, signature.reviewer, signature.at)
