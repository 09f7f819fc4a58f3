"""The line to an endpoint during one try, which can be cut from another thread.

A client's own timeout starts again with every byte; only a clock beside it ends a dripping answer.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from extractor.policy import is_loopback

T = TypeVar("T")
_CONNECTED = ("connect_tcp.complete", "start_tls.complete")


class Strayed(Exception):
    """A name of this machine led to another one."""


class Line:
    """The sockets that one try opened.

    `has_strayed` tells that a line which should stay on this machine led elsewhere; nothing was
    said over it then.
    """

    def __init__(self, *, stays_here: bool = False) -> None:
        self.has_strayed = False
        self._stays_here = stays_here
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._is_cut = False

    def follow(self, event: str, info: Mapping[str, Any]) -> None:
        """Keep the socket of a connection that was just made; end it when the line is cut.

        This comes before a word is said. Strayed when it should stay on this machine and does not.
        """
        if not event.endswith(_CONNECTED):
            return
        opened = info["return_value"].get_extra_info("socket")
        if self._stays_here and not is_loopback(_find_peer(opened)):
            self.has_strayed = True
            # The client never gets to know this connection, so nobody else would close it.
            opened.close()
            raise Strayed
        with self._lock:
            self._sockets.append(opened)
            is_cut = self._is_cut
        if is_cut:
            _hang_up(opened)

    def cut(self) -> None:
        """End the connections, so that whoever reads from them stops at once."""
        with self._lock:
            self._is_cut = True
            opened = tuple(self._sockets)
        for each in opened:
            _hang_up(each)


def finish_in_time(work: Callable[[], T], line: Line, seconds: float) -> T | None:
    """Return what the work gives, or none after so many seconds; the line is cut either way."""
    finished: list[T] = []
    # A daemon: what hangs in a name look-up, which nothing can cut, must not keep the program.
    worker = threading.Thread(target=lambda: finished.append(work()), daemon=True)
    worker.start()
    try:
        worker.join(seconds)
        # Looked at before the cut: a worker that is cut off may still finish, with half an answer.
        in_time = finished[:1]
    finally:
        line.cut()
    return in_time[0] if in_time else None


def _find_peer(opened: socket.socket) -> str:
    """Return the number of the machine at the other end; nothing when it has hung up already."""
    try:
        return str(opened.getpeername()[0])
    except OSError:
        return ""


def _hang_up(opened: socket.socket) -> None:
    # Closing would not wake a reader, and TLS's own shutdown may not be called beside one.
    with suppress(OSError):
        socket.socket.shutdown(opened, socket.SHUT_RDWR)
