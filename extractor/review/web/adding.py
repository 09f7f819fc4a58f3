"""A folder of this machine into drafts, while the reviewer sees how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from extractor.batch import ChosenDrafter, Course, Outcome, draft_all
from extractor.documents.folders import FoundDossier
from extractor.documents.workers import Workers
from extractor.errors import BronvastError, NothingToSend
from extractor.intake.grouping import find_grouped
from extractor.intake.reading import DocumentReader
from extractor.intake.scanning import ScannedDossier, scan_dossiers
from extractor.models import Draft
from extractor.review.grouped import draft_grouped
from extractor.store import Store

Drafters = Mapping[str, Callable[[], ChosenDrafter]]
"""What makes the drafter for one run, by the name the page gives it."""


class AtWork(BronvastError):
    """Drafts are being made already."""

    hint = "Wacht tot dit klaar is."

    def __init__(self) -> None:
        super().__init__("er worden al concepten gemaakt")


class DrafterUnknown(BronvastError):
    """The page was not started with this drafter."""

    hint = "Start Bronvast met --llm en --base-url om een taalmodel te gebruiken."

    def __init__(self) -> None:
        super().__init__("dit taalmodel is niet ingesteld")


@dataclass(frozen=True)
class Work:
    """How far the making of drafts is."""

    state: Literal["none", "busy", "done"]
    done: int = 0
    total: int = 0
    step: str = ""
    tokens: int = 0
    seconds_left: int | None = None
    stopped: bool = False
    failures: tuple[str, ...] = ()
    """Of the dossiers without a draft: which, and why."""


@dataclass
class _Run:
    """One run: what it works with, and whether a person stops it."""

    drafting: ChosenDrafter
    dossiers: Sequence[FoundDossier]
    began: datetime
    stopped: threading.Event = field(default_factory=threading.Event)


class AddingRoom:
    """Makes the drafts of one folder at a time, in a thread of its own."""

    def __init__(self, store: Store, clock: Callable[[], datetime], drafters: Drafters) -> None:
        self.store = store
        self.drafters = drafters
        self._clock = clock
        self._lock = threading.Lock()
        self._work = Work("none")
        self._run: _Run | None = None

    def scan(self, path: str) -> tuple[ScannedDossier, ...]:
        """Return the dossiers in a folder with their documents; nothing is kept."""
        with Workers() as workers:
            dossiers = find_grouped(open_path(path), self.store)
            return scan_dossiers(dossiers, DocumentReader(workers, lambda _: None))

    def describe_plan(self, path: str, name: str) -> str:
        """Return what the drafter sends where, and what it will take, before anything is sent."""
        drafting = self._choose(name)
        if drafting.plan is None or drafting.purse is None:
            return drafting.told
        from extractor.drafting.llm.planning import add_plans, write_plan  # noqa: PLC0415

        plans = []
        with Workers() as workers:
            reader = DocumentReader(workers, lambda _: None)
            for found in find_grouped(open_path(path), self.store):
                with suppress(NothingToSend):
                    plans.append(drafting.plan(found, reader, self.store))
        return f"{drafting.told}\n{write_plan(add_plans(plans), drafting.purse.prices)}"

    def start(self, path: str, name: str) -> Work:
        """Begin to draft the dossiers of a folder; refused while others are being drafted."""
        dossiers = find_grouped(open_path(path), self.store)
        run = _Run(self._choose(name), dossiers, self._clock())
        with self._lock:
            if self._work.state == "busy":
                raise AtWork
            self._work = Work("busy", total=len(dossiers))
            self._run = run
        threading.Thread(target=self._draft_all, args=(run,), daemon=True).start()
        return self.look()

    def stop(self) -> Work:
        """Let the work end tidily: what is done is kept, and a new run goes on from there."""
        with self._lock:
            if self._run is not None and self._work.state == "busy":
                self._run.stopped.set()
        return self.look()

    def look(self) -> Work:
        """Return how far it is."""
        with self._lock:
            run = self._run
            if run is None or not self._work.done:
                return self._work
            took = (self._clock() - run.began).total_seconds()
            left = took / self._work.done * (self._work.total - self._work.done)
            purse = run.drafting.purse
            tokens = purse.spent.prompt + purse.spent.completion if purse else 0
            return replace(self._work, seconds_left=round(left), tokens=tokens)

    def _choose(self, name: str) -> ChosenDrafter:
        if name not in self.drafters:
            raise DrafterUnknown
        return self.drafters[name]()

    def _draft_all(self, run: _Run) -> None:
        try:
            with Workers() as workers:
                reader = DocumentReader(workers, lambda step: self._note(step=step))
                outcomes = draft_all(
                    run.dossiers,
                    lambda found: self._draft_one(found, reader, run.drafting),
                    run.drafting.at_once,
                    _steer(run),
                )
                with closing(outcomes):
                    for outcome in outcomes:
                        self._note_outcome(outcome)
        except (BronvastError, OSError) as error:
            self._note(failures=(*self._work.failures, str(error)))
        finally:
            self._note(state="done", stopped=run.stopped.is_set())

    def _draft_one(
        self, found: FoundDossier, reader: DocumentReader, drafting: ChosenDrafter
    ) -> Draft:
        return draft_grouped(found, self.store, reader, drafting, self._clock)

    def _note_outcome(self, outcome: Outcome) -> None:
        failures = self._work.failures
        if outcome.error is not None:
            told = f"{outcome.found.name}: {outcome.error}. {outcome.error.hint}"
            failures = (*failures, told)
        self._note(done=self._work.done + 1, failures=failures)

    def _note(self, **changes: object) -> None:
        with self._lock:
            self._work = replace(self._work, **changes)  # type: ignore[arg-type]


def _steer(run: _Run) -> Course:
    purse = run.drafting.purse
    return Course(
        may_begin=lambda: not run.stopped.is_set() and (purse is None or not purse.refusal),
        is_stopped=run.stopped.is_set,
        stop_asking=lambda: purse.stop() if purse else None,
    )


def open_path(path: str) -> Path:
    """Return the folder or document that somebody typed."""
    return Path(path.strip()).expanduser()
