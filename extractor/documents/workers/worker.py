"""One worker process as seen by the thread that asks it."""

from __future__ import annotations

import errno
import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker

from pydantic import ValidationError

from extractor.documents.files import LoadedFile
from extractor.documents.problems import describe_problem
from extractor.documents.reading import refuse_loaded
from extractor.documents.workers.limits import LARGEST_ANSWER, Limits
from extractor.documents.workers.serving import READY, serve
from extractor.models import Reading

SPAWN = multiprocessing.get_context("spawn")
"""Never a fork: a copy of a process with threads may wait for a lock that nobody holds."""

MOST_FILES = 500
"""Files after which a process is replaced, so that what libraries leak does not add up."""


class Worker:
    """Reads one file at a time in a process of its own, which is replaced when it dies."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._change = threading.Lock()
        self._ended = False
        self._start()

    def read(self, loaded: LoadedFile) -> Reading:
        """Return the reading of a loaded file, or of why reading it was stopped.

        ChildProcessError when no process can be started.
        """
        if self._files >= MOST_FILES or not self._process.is_alive():
            self._stop()
            self._start()
        self._files += 1
        seconds = self._limits.allow(len(loaded.content))
        with self._watch(seconds) as overdue:
            reading = self._ask(loaded, seconds)
        if reading is not None and not overdue.is_set():
            return reading
        self._stop()
        if not self._ready and not overdue.is_set():
            raise ChildProcessError(errno.ECHILD, "het proces dat bestanden leest, start niet")
        return refuse_loaded(
            loaded, describe_problem("too_slow" if overdue.is_set() else "crashed")
        )

    def end(self) -> None:
        """End the process, whatever it is doing, and start no other."""
        with self._change:
            self._ended = True
            self._process.kill()
            self._process.join()

    def _start(self) -> None:
        """Start a process, which will say when it is ready."""
        self._connection, other_end = SPAWN.Pipe()
        self._process = SPAWN.Process(
            target=serve, args=(other_end, self._limits.memory), daemon=True
        )
        self._files, self._ready = 0, False
        with self._change, _block_interrupts():
            if self._ended:
                raise ChildProcessError(errno.ECHILD, "het lezen is gestopt")
            self._process.start()
        # Held by the process alone, it is closed when the process dies, and that is seen here.
        other_end.close()

    def _stop(self) -> None:
        """End the process: nothing is lost by that, as it keeps nothing."""
        self._process.kill()
        self._process.join()
        self._connection.close()

    def _ask(self, loaded: LoadedFile, seconds: float) -> Reading | None:
        """Return what the process makes of the content, none when it gives no proper answer."""
        try:
            if not self._ready:
                self._ready = self._connection.recv_bytes() == READY
            self._connection.send((loaded.name, seconds))
            self._connection.send_bytes(loaded.content)
            answer = self._connection.recv_bytes(LARGEST_ANSWER)
            reading = Reading.model_validate_json(answer)
        except (EOFError, OSError, ValidationError):
            return None
        return reading if reading.source.sha256 == loaded.sha256 else None

    @contextmanager
    def _watch(self, seconds: float) -> Iterator[threading.Event]:
        """Kill the process after so many seconds, and then set the event."""
        overdue = threading.Event()

        def kill() -> None:
            overdue.set()
            self._process.kill()

        timer = threading.Timer(seconds, kill)
        timer.daemon = True
        timer.start()
        try:
            yield overdue
        finally:
            timer.cancel()
            timer.join()


@contextmanager
def _block_interrupts() -> Iterator[None]:
    """Let what is started here never hear Ctrl-C, which a terminal sends to all processes."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Its own start lets interrupts through again, so it may not come in between.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    # Another thread may hear it for this one; a start that is broken off leaves a process behind.
    main = threading.current_thread() is threading.main_thread()
    late: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _: late.append(number)) if main else None
    try:
        yield
    finally:
        if main:
            signal.signal(signal.SIGINT, usual)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    if late:
        raise KeyboardInterrupt
