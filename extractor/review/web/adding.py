"""A folder of this machine into drafts, while the reviewer sees how far it is; no llm."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from extractor.documents.folders import FoundDossier, find_dossiers
from extractor.documents.workers import Workers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.errors import BronvastError
from extractor.intake.reading import DocumentReader
from extractor.intake.scanning import ScannedDossier, scan_folder
from extractor.pipeline import draft_dossier
from extractor.store import Store


class AtWork(BronvastError):
    """Drafts are being made already."""

    hint = "Wacht tot dit klaar is."

    def __init__(self) -> None:
        super().__init__("er worden al concepten gemaakt")


@dataclass(frozen=True)
class Work:
    """How far the making of drafts is."""

    state: Literal["none", "busy", "done"]
    done: int = 0
    total: int = 0
    step: str = ""
    failures: tuple[str, ...] = ()
    """Of the dossiers without a draft: which, and why."""


class AddingRoom:
    """Makes the drafts of one folder at a time, in a thread of its own."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._lock = threading.Lock()
        self._work = Work("none")

    def scan(self, path: str) -> tuple[ScannedDossier, ...]:
        """Return the dossiers in a folder with their documents; nothing is kept."""
        with Workers() as workers:
            return scan_folder(Path(path).expanduser(), DocumentReader(workers, lambda _: None))

    def start(self, path: str) -> Work:
        """Begin to draft the dossiers of a folder; refused while others are being drafted."""
        dossiers = find_dossiers(Path(path).expanduser())
        with self._lock:
            if self._work.state == "busy":
                raise AtWork
            self._work = Work("busy", total=len(dossiers))
        threading.Thread(target=self._draft_all, args=(dossiers,), daemon=True).start()
        return self.look()

    def look(self) -> Work:
        """Return how far it is."""
        with self._lock:
            return self._work

    def _draft_all(self, dossiers: Sequence[FoundDossier]) -> None:
        try:
            with Workers() as workers:
                reader = DocumentReader(workers, lambda step: self._note(step=step))
                for found in dossiers:
                    self._draft_one(found, reader)
        finally:
            self._note(state="done")

    def _draft_one(self, found: FoundDossier, reader: DocumentReader) -> None:
        self._note(step=f"{found.name}: concept maken")
        try:
            draft_dossier(
                found,
                self._store,
                reader,
                lambda readings: OfflineDrafter(readings, self._clock),
                self._clock,
            )
        except (BronvastError, OSError) as error:
            self._note(failure=f"{found.name}: {error}")
        self._note(done=True)

    def _note(
        self,
        *,
        step: str = "",
        state: Literal["busy", "done"] = "busy",
        failure: str = "",
        done: bool = False,
    ) -> None:
        with self._lock:
            work = self._work
            self._work = replace(
                work,
                state=state,
                step=step or work.step,
                done=work.done + done,
                failures=(*work.failures, failure) if failure else work.failures,
            )
