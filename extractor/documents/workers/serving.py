"""What runs in a worker process: read a file, hand back its reading, until nobody asks."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection

from extractor.documents.problems import describe_problem
from extractor.documents.reading import read_document, refuse_source
from extractor.documents.workers.limits import LARGEST_ANSWER

READY = b"ready"

GRACE = 5.0
"""Seconds after the deadline in which whoever asked can end this process; then it ends itself."""


def serve(connection: Connection, memory: int) -> None:
    """Answer each file with its reading as JSON, in at most so much memory, until nobody asks."""
    _confine(memory)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        connection.send_bytes(READY)
        while True:
            name, seconds = connection.recv()
            _set_alarm(seconds + GRACE)
            connection.send_bytes(_read(connection.recv_bytes(), name))
            _set_alarm(0)


def _read(content: bytes, name: str) -> bytes:
    """Return the reading as JSON: unlike a pickle, it cannot make the one who asked do anything."""
    reading = read_document(content, name)
    answer = reading.model_dump_json().encode()
    if len(answer) <= LARGEST_ANSWER:
        return answer
    refused = refuse_source(reading.source, describe_problem("too_much_text"))
    return refused.model_dump_json().encode()


def _confine(memory: int) -> None:
    """Bound the memory, and keep libraries off the screen and crashes out of core files."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (most, resource.getrlimit(limit)[1]))
    else:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silence, stream)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, also in the middle of a file."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _set_alarm(seconds: float) -> None:
    """Let the system end this process after so many seconds, also where no thread gets a turn."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
