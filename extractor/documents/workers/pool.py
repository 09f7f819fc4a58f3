"""Read many files in a few worker processes, and hand back the readings in order."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from extractor.documents.files import LoadedFile, load_file
from extractor.documents.reading import read_loaded
from extractor.documents.workers.limits import Limits
from extractor.documents.workers.worker import Worker
from extractor.models import Reading

BYTES_PER_WORKER = 500_000
"""Bytes to read that are worth starting another process, which takes a fifth of a second."""

MOST_WAITING = 8
"""Files for each worker that are loaded and not handed back: behind one slow file, others go on."""

MOST_BYTES = 100_000_000
"""Bytes of those files together, above which no other is loaded."""

DEFAULT_LIMITS = Limits()

Waiting = deque[tuple[LoadedFile, Future[Reading]]]


class Workers:
    """Warm processes that read files; the first starts at once, others when there is work.

    Several threads may have files read at the same time.
    """

    def __init__(self, count: int | None = None, limits: Limits = DEFAULT_LIMITS) -> None:
        self._count = count or count_cores()
        self._limits = limits
        self._handed = 0
        self._lock = threading.Lock()
        self._workers: list[Worker] = []
        self._free: SimpleQueue[Worker] = SimpleQueue()

    def __enter__(self) -> Self:
        self._threads = ThreadPoolExecutor(self._count)
        self._add_worker()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()
        self._threads.shutdown()

    def read_files(
        self,
        files: Iterable[tuple[Path, Path | None]],
        recall: Callable[[LoadedFile], Reading | None] = lambda _: None,
    ) -> Iterator[tuple[LoadedFile, Reading]]:
        """Yield each file as it was loaded, with its reading, in the order given.

        A file comes with the folder it may not lead out of. A few files are loaded ahead. What
        `recall` has a reading of is not read.
        """
        waiting: Waiting = deque()
        for path, within in files:
            loaded = load_file(path, within)
            waiting.append((loaded, self._hand_over(loaded, recall(loaded))))
            while len(waiting) > MOST_WAITING * self._count or _weigh(waiting) > MOST_BYTES:
                yield _take_first(waiting)
        while waiting:
            yield _take_first(waiting)

    def _hand_over(self, loaded: LoadedFile, known: Reading | None) -> Future[Reading]:
        """Return the reading to come, with another worker if there is work for one."""
        if known is not None:
            given: Future[Reading] = Future()
            given.set_result(known)
            return given
        with self._lock:
            self._handed += len(loaded.content)
            if len(self._workers) < min(self._count, 1 + self._handed // BYTES_PER_WORKER):
                self._add_worker()
        return self._threads.submit(self._read, loaded)

    def _add_worker(self) -> None:
        worker = Worker(self._limits)
        self._workers.append(worker)
        self._free.put(worker)

    def _read(self, loaded: LoadedFile) -> Reading:
        """Return the reading by the first worker that is free."""
        if loaded.problem is not None:
            return read_loaded(loaded)
        worker = self._free.get()
        try:
            return worker.read(loaded)
        finally:
            self._free.put(worker)


def count_cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _take_first(waiting: Waiting) -> tuple[LoadedFile, Reading]:
    """Return the file that was handed over first, when it is read."""
    loaded, reading = waiting.popleft()
    return loaded, reading.result()


def _weigh(waiting: Waiting) -> int:
    """Return the bytes of the files that wait."""
    return sum(len(loaded.content) for loaded, _ in waiting)
