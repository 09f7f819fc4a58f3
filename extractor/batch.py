"""Draft many dossiers side by side: as many at once as questions may be in flight."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from extractor.documents.folders import FoundDossier
from extractor.errors import BronvastError, LlmFailed, NothingToSend
from extractor.models import Draft

PATIENCE = 10.0
"""Seconds that answers on their way are waited for once a person stops the work."""


@dataclass(frozen=True)
class Outcome:
    """What became of one dossier: its draft, or why there is none."""

    found: FoundDossier
    draft: Draft | None
    error: BronvastError | None = None


def draft_all(
    dossiers: Sequence[FoundDossier],
    draft_one: Callable[[FoundDossier], Draft],
    at_once: int,
    may_begin: Callable[[], bool],
    stop: Callable[[], None],
) -> Generator[Outcome]:
    """Yield what becomes of each dossier as it is done; the failure of one leaves the others alone.

    No dossier is begun once `may_begin` says no: it is left out. When the work is interrupted,
    `stop` is called so that no new question is asked, and answers on their way are waited for a
    while: they are kept, and not asked again.
    """
    pool = ThreadPoolExecutor(at_once)
    left = iter(dossiers)
    running: set[Future[Outcome]] = set()
    try:
        while True:
            while len(running) < at_once and may_begin() and (found := next(left, None)):
                running.add(pool.submit(_try, found, draft_one))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
    finally:
        if running:
            stop()
            wait(running, PATIENCE)
        pool.shutdown(wait=False, cancel_futures=True)


def _try(found: FoundDossier, draft_one: Callable[[FoundDossier], Draft]) -> Outcome:
    try:
        return Outcome(found, draft_one(found))
    except (LlmFailed, NothingToSend) as error:
        return Outcome(found, None, error)
