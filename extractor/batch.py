"""Draft many dossiers side by side: as many at once as questions may be in flight."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from extractor.documents.folders import FoundDossier
from extractor.errors import BronvastError, DraftingFailed, LlmFailed, NothingToSend
from extractor.models import Draft

if TYPE_CHECKING:
    from extractor.drafting.llm.planning import Plan
    from extractor.drafting.llm.spending import Purse
    from extractor.intake.reading import DocumentReader
    from extractor.pipeline import MakeDrafter
    from extractor.store import Store

PATIENCE = 10.0
"""Seconds that answers on their way are waited for once a person stops the work."""
_LOOK = 0.2
"""Seconds after which is looked whether a person stopped the work."""


OFFLINE = "Zonder taalmodel: Bronvast citeert de documenten letterlijk en herschrijft niets."


@dataclass(frozen=True)
class ChosenDrafter:
    """What makes the drafter for a dossier's readings, what is sent where, and what it may cost."""

    make: MakeDrafter
    told: str
    purse: Purse | None = None
    plan: Callable[[FoundDossier, DocumentReader, Store | None], Plan] | None = None
    at_once: int = 1
    """How many dossiers are drafted side by side; rules alone gain nothing by it."""
    fingerprint: str | None = None
    """That of the drafter, where it does not depend on what the documents say."""


def choose_offline(clock: Callable[[], datetime]) -> ChosenDrafter:
    """Return the drafter that sends nothing anywhere."""
    from extractor.drafting.offline.drafter import OfflineDrafter  # noqa: PLC0415 - its rules

    fingerprint = OfflineDrafter({}, clock).fingerprint
    return ChosenDrafter(
        lambda readings: OfflineDrafter(readings, clock), OFFLINE, fingerprint=fingerprint
    )


def draft_found(
    found: FoundDossier,
    store: Store,
    reader: DocumentReader,
    drafting: ChosenDrafter,
    clock: Callable[[], datetime],
) -> Draft:
    """Return the draft of a dossier; of one that did not change the one there is, unread."""
    from extractor.ingredients import find_unchanged  # noqa: PLC0415 - not for --help
    from extractor.pipeline import draft_dossier  # noqa: PLC0415

    reader.step(f"{found.name}: concept maken")
    known = find_unchanged(found, drafting.fingerprint, store) if drafting.fingerprint else None
    return known or draft_dossier(found, store, reader, drafting.make, clock)


@dataclass(frozen=True)
class Outcome:
    """What became of one dossier: its draft, or why there is none."""

    found: FoundDossier
    draft: Draft | None
    error: BronvastError | None = None

    def is_refused(self, reason: str) -> bool:
        """Return whether every question about the dossier was refused for this reason."""
        return isinstance(self.error, LlmFailed) and self.error.reason == reason


@dataclass(frozen=True)
class Course:
    """How the work goes on: whether another dossier may be begun, and whether a person stops it."""

    may_begin: Callable[[], bool]
    is_stopped: Callable[[], bool]
    stop_asking: Callable[[], None]
    """Lets no other question be asked."""


def draft_all(
    dossiers: Sequence[FoundDossier],
    draft_one: Callable[[FoundDossier], Draft],
    at_once: int,
    course: Course,
) -> Generator[Outcome]:
    """Yield what becomes of each dossier as it is done; the failure of one leaves the others alone.

    No dossier is begun once it may not: it is left out. When a person stops the work no new
    question is asked, and answers on their way are waited for a while: they are kept, and not asked
    again.
    """
    pool = ThreadPoolExecutor(at_once)
    left = iter(dossiers)
    running: set[Future[Outcome]] = set()
    try:
        while True:
            while len(running) < at_once and course.may_begin() and (found := next(left, None)):
                running.add(pool.submit(_try, found, draft_one))
            if not running or course.is_stopped():
                return
            done, running = wait(running, _LOOK, FIRST_COMPLETED)
            for future in done:
                yield future.result()
    finally:
        if running:
            course.stop_asking()
            wait(running, PATIENCE)
        pool.shutdown(wait=False, cancel_futures=True)


def _try(found: FoundDossier, draft_one: Callable[[FoundDossier], Draft]) -> Outcome:
    """Return what became of one dossier; raise what is wrong with the workspace or the system."""
    try:
        return Outcome(found, draft_one(found))
    except (LlmFailed, NothingToSend) as error:
        return Outcome(found, None, error)
    except (BronvastError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - one dossier never stops a folder
        return Outcome(found, None, DraftingFailed(type(error).__name__))
