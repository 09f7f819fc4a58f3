"""The command with a language model, over real connections on this machine."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cli import main

Call = Callable[..., tuple[int, str, str]]

REFUSED = "Kademuur"
"""A word that makes the endpoint refuse the question it stands in."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    """Serve answers that propose nothing; refuse questions with the refused word."""
    message = {"role": "assistant", "content": '{"answers": []}'}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "x", "choices": [choice]}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["content-length"])).decode()
            content = json.dumps(body).encode()
            self.send_response(400 if REFUSED in asked else 200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


@pytest.fixture
def call(
    tmp_path: Path,
    endpoint: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Call:
    """Return what drafts a folder with the llm: the exit code, stdout and stderr."""
    chosen = ["--drafter", "llm", "--llm", "x", "--base-url", endpoint]
    workspace = ["--workspace", str(tmp_path / "werkmap")]

    def run_here(folder: Path) -> tuple[int, str, str]:
        command = ["bronvast", "draft", str(folder), *chosen, *workspace]
        monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return left.value.code, *capsys.readouterr()

    return run_here


def write_dossiers(root: Path, *names: str) -> None:
    """Write a dossier of one document for each name."""
    for name in names:
        (root / name).mkdir(parents=True)
        text = f"# Systeembeschrijving {name}\n\n{name} voorspelt waar onderhoud nodig is.\n"
        (root / name / "systeem.md").write_text(text, encoding="utf-8")


def test_a_failing_dossier_does_not_stop_the_folder(tmp_path: Path, call: Call) -> None:
    """It is named with what to do; the others are drafted, and the exit code says so."""
    write_dossiers(tmp_path / "map", "Brugwacht", REFUSED, "Lichtwacht")

    code, out, err = call(tmp_path / "map")

    assert code == 3
    assert ("Brugwacht: concept" in out, "Lichtwacht: concept" in out) == (True, True)
    assert f"fout: {REFUSED}: het taalmodel gaf geen antwoord" in err


def test_when_every_dossier_fails_nothing_is_done(tmp_path: Path, call: Call) -> None:
    """The exit code is that of an error, and no draft is shown."""
    write_dossiers(tmp_path / "map", REFUSED)

    code, out, err = call(tmp_path / "map")

    assert (code, out) == (1, "")
    assert [line.split(":")[0] for line in err.splitlines()[-2:]] == ["fout", "tip"]
