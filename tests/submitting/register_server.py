"""An ingest API on this machine that behaves as the register's own does (register.md 2)."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from fastapi import FastAPI, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = secrets.token_hex(12)
ORG = "gm0000"


class Body(BaseModel):
    """The least that the register looks at; other keys are kept as they come."""

    model_config = ConfigDict(extra="allow")

    name: str = Field(max_length=100)
    description_short: str = Field(max_length=400)
    organization: str
    status: str
    contact_email: str
    publication_category: str
    lang: str


@dataclass
class RegisterServer:
    """The register's side: what it holds, and how it misbehaves."""

    address: str = ""
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    lose_answers: int = 0
    """How many answers to a POST still get lost after the entry was kept."""
    refuse_connections: int = 0
    """How many POSTs still break before anything was kept."""
    answers: list[int] = field(default_factory=list)
    """Statuses to give to the next requests, instead of doing what is asked."""

    def make_app(self) -> ASGIApp:
        """Return the application."""
        app = FastAPI()

        def check(request: Request, org: str) -> None:
            self.asked.append(f"{request.method} {request.url.path}")
            if self.answers:
                raise HTTPException(self.answers.pop(0), "REDEN")
            if request.headers.get("authorization") != f"Bearer {TOKEN}":
                raise HTTPException(401, "TOKEN_NOT_FOUND")
            if org != ORG:
                raise HTTPException(404, "ORG_NOT_FOUND")

        @app.get("/v1_0/organizations/{org}/algorithms")
        def list_all(org: str, request: Request) -> list[dict[str, Any]]:
            check(request, org)
            keys = ("name", "source_id")
            return [
                {"lars": lars, **{key: each.get(key) for key in keys}}
                for lars, each in self.entries.items()
            ]

        @app.post("/v1_0/organizations/{org}/algorithms")
        def add(org: str, body: Body, request: Request) -> dict[str, str]:
            check(request, org)
            lars = f"{11111110 + len(self.entries)}"
            self.entries[lars] = body.model_dump(exclude_unset=True)
            self.entries[lars].setdefault("standard_version", "1.0")
            return {"lars_code": lars}

        @app.get("/v1_0/organizations/{org}/algorithms/{lars}")
        def get(org: str, lars: str, request: Request) -> dict[str, Any]:
            check(request, org)
            return {"lars": lars, "state": "STATE_1", **self.entries[lars]}

        @app.put("/v1_0/organizations/{org}/algorithms/{lars}")
        def replace(org: str, lars: str, body: Body, request: Request) -> None:
            check(request, org)
            self.entries[lars] = body.model_dump(exclude_unset=True)

        return self._break_off(app)

    def _break_off(self, app: ASGIApp) -> Callable[[Scope, Receive, Send], Awaitable[None]]:
        async def serve(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http" or scope["method"] != "POST":
                return await app(scope, receive, send)
            if self.refuse_connections:
                self.refuse_connections -= 1
                return await _cut(send)
            if not self.lose_answers:
                return await app(scope, receive, send)
            self.lose_answers -= 1

            async def swallow(_message: Message) -> None:
                """Let nothing of the answer leave."""

            await app(scope, receive, swallow)
            return await _cut(send)

        return serve


async def _cut(send: Send) -> None:
    """Promise a hundred bytes, send one, and end: the connection breaks."""
    headers = [(b"content-length", b"100"), (b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"{", "more_body": False})


@contextmanager
def run_register() -> Iterator[RegisterServer]:
    """Yield a running register, empty at first."""
    server = RegisterServer()
    quiet = {"log_level": "critical", "access_log": False, "lifespan": "off"}
    listening = uvicorn.Config("unused", host="127.0.0.1", port=0, log_level="error").bind_socket()
    config = uvicorn.Config(server.make_app(), **quiet)  # type: ignore[arg-type]
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    server.address = f"http://127.0.0.1:{listening.getsockname()[1]}/v1_0"
    yield server
    running.should_exit = True
    thread.join(10)
    listening.close()
