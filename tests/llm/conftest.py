"""A server that sends a test's bytes as they are, in the test's time."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress

import pytest

from extractor.llm import OpenAILlm, Question
from extractor.policy import Policy, Route, plan_route

CANARY = "De kanarie van Duinrade zingt om kwart over zeven."
QUESTION = Question(
    system="Antwoord.", user=CANARY, schema_name="answers", answer_schema={"type": "object"}
)


def plan_here(url: str) -> Route:
    """Return the way there without a policy file or a proxy."""
    return plan_route(url, Policy(), {})


RESET = b"RST"
"""A piece that is not sent: the connection is reset in its place."""
_NO_LINGER = struct.pack("ii", 1, 0)


class RawServer:
    """Answers every request with the bytes it was last given; `ended` tells who hung up.

    `choose` picks them by the body of the request, where a test needs that.
    """

    def __init__(self) -> None:
        self.pieces: Callable[[], Iterable[bytes]] = tuple
        self.choose: Callable[[bytes], Iterable[bytes]] = lambda _: self.pieces()
        self.ended = threading.Event()
        self.requests: list[bytes] = []
        self.bodies: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/v1"
        threading.Thread(target=self._serve, daemon=True).start()

    def will_say(self, body: bytes) -> None:
        """Answer with this body, closed by the end of the connection."""
        self.pieces = lambda: (b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n", body)

    def close(self) -> None:
        """Answer no more."""
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._listener.accept()
                threading.Thread(target=self._answer, args=(caller,), daemon=True).start()

    def _answer(self, caller: socket.socket) -> None:
        with closing(caller), caller.makefile("rb") as lines:
            head = b"".join(iter(lines.readline, b"\r\n"))
            told = head.lower().partition(b"content-length:")[2].split()
            body = lines.read(int(told[0]) if told else 0)
            pieces = self.choose(body)
            self.bodies.append(body)
            self.requests.append(head)
            try:
                for piece in pieces:
                    if piece is RESET:
                        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
                        return
                    caller.sendall(piece)
            except OSError:
                self.ended.set()


@pytest.fixture
def server() -> Iterator[RawServer]:
    """Serve on this machine until the test is over."""
    raw = RawServer()
    yield raw
    raw.close()


@pytest.fixture
def ask(server: RawServer) -> Iterator[Callable[[], object]]:
    """Return what asks the server once, without waiting between tries."""
    llm = OpenAILlm("naam", plan_here(server.url), key="geheim", timeout=20.0, sleep=lambda _: None)
    yield lambda: llm.ask(QUESTION)
    llm.close()
