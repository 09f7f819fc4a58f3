"""A sentence of a document reaches the drafts and nothing else."""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import cli

CANARY = "De kanarie van Duinrade zingt om kwart over zeven bij de sluis."
TEXT = f"# Systeembeschrijving Zangvogel\n\n## Doel\n\nHet doel is rust. {CANARY}\n"
KEY = "sleutel-die-niemand-mag-zien"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a dossier that holds the canary."""
    folder = tmp_path / "zangvogel"
    folder.mkdir()
    (folder / "systeem.md").write_text(TEXT, encoding="utf-8")
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Return the exit code of the command, run in this process so that its logs are seen."""
    monkeypatch.setattr("sys.argv", ["bronvast", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def break_store(workspace: Path) -> None:
    """Put a file of another kind where the database stands."""
    broken = [path.write_bytes(b"geen database " * 100) for path in workspace.glob("*.db*")]
    assert broken


@pytest.mark.parametrize("fault", ["unreachable", "broken store"])
def test_no_text_of_a_document_leaves_with_an_error(  # noqa: PLR0913, PLR0917 - fixtures
    fault: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Neither output nor logs, whatever goes wrong, hold the canary or the key."""
    monkeypatch.setenv("BRONVAST_API_KEY", KEY)
    workspace = tmp_path / "werkmap"
    llm = [
        "--drafter",
        "llm",
        "--llm",
        "x",
        "--base-url",
        "http://127.0.0.1:9/v1",
        "--timeout",
        "2",
    ]
    if fault == "broken store":
        run(monkeypatch, "draft", str(folder), "--workspace", str(workspace), "--quiet")
        capfd.readouterr()
        break_store(workspace)

    with caplog.at_level(logging.DEBUG):
        code = run(monkeypatch, "draft", str(folder), "--workspace", str(workspace), *llm)

    said = [caplog.text, *capfd.readouterr()]
    assert code == 1
    assert not any("kanarie" in text or KEY in text for text in said)


@dataclass
class Endpoint:
    """A language model that knows nothing; keeps the keys it was shown."""

    url: str = ""
    keys: list[str] = field(default_factory=list)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Serve empty answers of the asked form on this machine."""
    served = Endpoint()
    message = {"role": "assistant", "content": '{"answers": []}'}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "x"}
    usage = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
    said = json.dumps({**body, "choices": [choice], "usage": usage}).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            served.keys.append(self.headers["authorization"])
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


def list_kept(workspace: Path) -> list[bytes]:
    """Return every file of the workspace, and every value of its database, unpacked."""
    kept = [path.read_bytes() for path in workspace.rglob("*") if path.is_file()]
    for path in workspace.glob("*.db"):
        with closing(sqlite3.connect(path)) as database:
            tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in tables.fetchall():
                for row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own name
                    kept.extend(unpack(value) for value in row)
    return kept


def unpack(value: object) -> bytes:
    """Return a stored value as bytes, without its compression."""
    if not isinstance(value, bytes):
        return str(value).encode("utf-8", "surrogatepass")
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value


def test_the_key_is_not_kept(
    folder: Path, tmp_path: Path, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The endpoint gets it, and nothing in the workspace holds it, not compressed either."""
    monkeypatch.setenv("BRONVAST_API_KEY", KEY)
    workspace = tmp_path / "werkmap"
    llm = ["--drafter", "llm", "--llm", "x", "--base-url", endpoint.url, "--quiet"]

    code = run(monkeypatch, "draft", str(folder), "--workspace", str(workspace), *llm)

    kept = list_kept(workspace)
    assert code == 0
    assert endpoint.keys
    assert set(endpoint.keys) == {f"Bearer {KEY}"}
    # What was answered and read is found, so that the key would be found too.
    assert any(rb"{\"answers\": []}" in content for content in kept)
    assert any(CANARY.encode() in content for content in kept)
    assert not any(KEY.encode() in content for content in kept)
