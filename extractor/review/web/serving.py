"""Serve the pages on this machine until the reviewer stops."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

import uvicorn

from extractor.errors import BronvastError
from extractor.review.web.adding import Drafters
from extractor.review.web.app import make_app
from extractor.review.web.guard import ENTRANCE
from extractor.review.web.sessions import Doorkeeper
from extractor.store import Store

HOST = "127.0.0.1"


class PortTaken(BronvastError):
    """Another program listens there."""

    hint = "Kies een ander nummer met --port, of sluit de andere Bronvast."

    def __init__(self, port: int) -> None:
        super().__init__(f"poort {port} van deze computer is bezet")


@dataclass(frozen=True)
class Served:
    """What the pages work with."""

    store: Store
    drafters: Drafters
    clock: Callable[[], datetime]


def serve(
    served: Served,
    port: int,
    reviewers: Sequence[str],
    tell: Callable[[str | None, str], None],
) -> None:
    """Serve until stopped; `tell` gets, for each reviewer, the address that opens the page once."""
    doorkeeper = Doorkeeper(tuple(reviewers) or (None,))
    hosts = frozenset({f"{HOST}:{port}", f"localhost:{port}"})
    app = make_app(served.store, doorkeeper, hosts, served.clock, served.drafters)
    with closing(_listen(port)) as listening:
        for ticket, session in doorkeeper.list_tickets().items():
            tell(session.reviewer, f"http://{HOST}:{port}{ENTRANCE}?ticket={ticket}")
        config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    """Return a socket that only this machine reaches; a port that is taken is refused."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        # Who opens the address at once waits until the pages are there.
        listening.listen()
    except OSError as error:
        listening.close()
        raise PortTaken(port) from error
    return listening
