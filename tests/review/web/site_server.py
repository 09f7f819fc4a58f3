"""A real server on this machine, and a browser's part of talking to it."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import uvicorn

from extractor.models import Draft
from extractor.review.web.app import make_app
from extractor.review.web.guard import ENTRANCE
from extractor.review.web.sessions import Doorkeeper
from extractor.store import Store


@dataclass
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a JSON value
        """Return the body as JSON."""
        return json.loads(self.body)


@dataclass
class Site:
    """A server that runs, with a browser's part of it."""

    port: int
    doorkeeper: Doorkeeper
    store: Store
    drafts: tuple[Draft, ...]
    cookie: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        """Return the address of the pages."""
        return f"http://127.0.0.1:{self.port}"

    def make_address(self) -> str:
        """Return an address that opens the page once."""
        ticket = next(iter(self.doorkeeper.list_tickets()))
        return f"{self.origin}{ENTRANCE}?ticket={ticket}"

    def enter(self) -> None:
        """Open the page with an address that has not been used."""
        ticket = next(iter(self.doorkeeper.list_tickets()))
        answer = self.ask("GET", f"{ENTRANCE}?ticket={ticket}")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def ask(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> Answer:
        """Return what the server answers, as a browser on its page would ask."""
        sent = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie}
        if method != "GET":
            sent |= {"Origin": self.origin, "Content-Type": "application/json"}
        sent |= self.extra | (headers or {})
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            payload = None if body is None else json.dumps(body)
            connection.request(method, path, payload, {k: v for k, v in sent.items() if v})
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, text)
        finally:
            connection.close()


def run_site(store: Store, drafts: tuple[Draft, ...]) -> Iterator[Site]:
    """Yield the pages on this store, served until the test is done."""
    doorkeeper = Doorkeeper((None, "J. Jansen", "P. Pietersen"))
    listening = uvicorn.Config("unused", host="127.0.0.1", port=0, log_level="error").bind_socket()
    port = listening.getsockname()[1]
    app = make_app(store, doorkeeper, frozenset({f"127.0.0.1:{port}"}), lambda: datetime.now(UTC))
    config = uvicorn.Config(app, log_level="error", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Site(port, doorkeeper, store, drafts)
    server.should_exit = True
    thread.join(10)
    listening.close()
