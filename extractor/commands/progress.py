"""How far the work is, where somebody is looking, and the ending of it by Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from extractor.drafting.llm.spending import Purse
    from extractor.intake.reading import DocumentReader


class Progress:
    """Tells on stderr what is waited for and how far the work is, where somebody is looking."""

    def __init__(self, shown: RichProgress | None) -> None:
        self.stopped = threading.Event()
        """Set once a person stops the work."""
        self._shown = shown
        self._task = shown.add_task("", total=None) if shown else None
        self._dossiers = 0
        self._is_counting = False
        """Whether counts are shown, beside which the names of steps would flicker."""

    def step(self, name: str) -> None:
        """Name what is being done; where the work was stopped, end it here."""
        if self.stopped.is_set() and threading.current_thread() is threading.main_thread():
            raise KeyboardInterrupt
        if self._shown and self._task is not None and not self._is_counting:
            self._shown.update(self._task, description=rich_escape(name))

    def expect(self, dossiers: int, calls: int) -> None:
        """Take for the whole of the work so many dossiers, and so many questions, if any."""
        self._dossiers = dossiers
        if self._shown and self._task is not None:
            self._shown.update(self._task, total=calls or dossiers, completed=0)

    def show_done(self, dossiers: int, purse: Purse | None) -> None:
        """Show how many dossiers are done, and of questions how many and what they took."""
        if self._shown is None or self._task is None:
            return
        if purse is None:
            self._shown.update(self._task, completed=dossiers)
            return
        self._is_counting = True
        spent = purse.spent.prompt + purse.spent.completion
        told = f"{dossiers} van {self._dossiers} dossiers klaar, {spent} tokens"
        self._shown.update(self._task, completed=purse.settled, description=told)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the progress away while a result is printed, which may go to the same screen."""
        if self._shown is None:
            yield
            return
        self._shown.stop()
        yield
        self._shown.start()


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Progress]:
    """Show how far the work is and how long it may still take, where somebody is looking."""
    if quiet or not sys.stderr.isatty():
        yield Progress(None)
        return
    from rich.console import Console  # noqa: PLC0415 - not for --help
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as RichBars  # noqa: PLC0415

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.completed:.0f}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with RichBars(*columns, console=console, transient=True, redirect_stdout=False) as shown:
        yield Progress(shown)


@contextmanager
def heed_interrupts(progress: Progress) -> Iterator[None]:
    """Let Ctrl-C be heard between two steps, where nothing is half done; a second one at once."""

    def hear(*_: object) -> None:
        if progress.stopped.is_set():
            os._exit(1)
        progress.stopped.set()

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def rich_escape(text: str) -> str:
    """Return the text without markup of its own: file names are not ours."""
    from rich.markup import escape  # noqa: PLC0415 - not for --help

    return escape(text)


@contextmanager
def open_reader(progress: Progress) -> Iterator[DocumentReader]:
    """Start the processes that read documents; each step is named."""
    from extractor.documents.workers import Workers  # noqa: PLC0415 - not for --help
    from extractor.intake.reading import DocumentReader  # noqa: PLC0415

    with Workers() as workers:
        yield DocumentReader(workers, progress.step)
