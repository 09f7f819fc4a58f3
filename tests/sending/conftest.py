"""A language model that keeps what it is sent, and commands that send to it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from extractor.commands.surroundings import SITE_POLICIES
from tests.commands import call_here

ELSEWHERE = "http://llm.intern.example:8080/v1"
OPEN = "Brugwacht voorspelt welke brug onderhoud nodig heeft."


@dataclass
class Endpoint:
    """A language model, or a proxy before one: keeps what arrived, and what was logged by then."""

    origin: str = ""
    log: Path | None = None
    reply: str = '{"answers": []}'
    status: int = 200
    bodies: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    logged: list[int] = field(default_factory=list)

    def receive(self, path: str, body: bytes) -> bytes:
        """Return the answer; look first what is written down already."""
        if self.log:
            with closing(sqlite3.connect(self.log)) as database:
                self.logged.append(database.execute("SELECT count(*) FROM sending").fetchone()[0])
        self.asked.append(path)
        self.bodies.append(json.loads(body)["messages"][1]["content"])
        message = {"role": "assistant", "content": self.reply}
        return json.dumps({"choices": [{"message": message}]}).encode()


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Serve on this machine."""
    served = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            said = served.receive(self.path, body)
            self.send_response(served.status)
            self.send_header("content-length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.origin = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command without policy files and proxies: exit code, stdout, stderr."""
    monkeypatch.setitem(SITE_POLICIES, sys.platform, str(tmp_path / "etc" / "policy.toml"))
    monkeypatch.delenv("BRONVAST_POLICY", raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)

    def run_here(*arguments: str) -> tuple[int, str, str]:
        workspace = ["--workspace", str(tmp_path / "werkmap")]
        return call_here(*arguments, *workspace)

    return run_here


@pytest.fixture
def draft(tmp_path: Path, run: Run) -> Run:
    """Return what drafts the dossier with a language model at an address."""

    def draft_there(url: str, *options: str) -> tuple[int, str, str]:
        llm = ["--drafter", "llm", "--llm", "x", "--base-url", url, "--timeout", "20"]
        return run("draft", str(tmp_path / "Brugwacht"), *llm, *options)

    return draft_there


def write_document(tmp_path: Path, name: str, words: str, marking: str = "") -> str:
    """Write a document of the dossier, and return its hash."""
    head = f"Rubricering: {marking}\n\n" if marking else ""
    text = f"{head}# Systeembeschrijving {name}\n\n## Werking\n\n{words}\n"
    (tmp_path / "Brugwacht").mkdir(exist_ok=True)
    (tmp_path / "Brugwacht" / f"{name}.md").write_text(text, encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def write_policy(path: Path, *, confidential: bool = False) -> Path:
    """Write a policy that allows the endpoint elsewhere."""
    path.parent.mkdir(exist_ok=True)
    allowed = f"address = '{ELSEWHERE}'\ndep_vertrouwelijk = {str(confidential).lower()}\n"
    path.write_text(f"[[endpoint]]\n{allowed}", encoding="utf-8")
    return path


def show_json(run: Run) -> dict[str, Any]:
    """Return the draft of the dossier."""
    code, out, _ = run("show", "Brugwacht", "--json")
    assert code == 0
    shown: dict[str, Any] = json.loads(out)
    return shown
