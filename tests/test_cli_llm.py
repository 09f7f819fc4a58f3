"""The command with a language model, over real connections on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.commands import call_here
from tests.drafting.llm.scripts import answer_all

Call = Callable[..., tuple[int, str, str]]

REFUSED = "Kademuur"
"""A word that makes the endpoint refuse the question it stands in."""


@pytest.fixture
def asked() -> list[str]:
    """Keep the bodies of the questions that reached the endpoint."""
    return []


@pytest.fixture
def endpoint(asked: list[str]) -> Iterator[str]:
    """Serve answers that propose nothing; refuse questions with the refused word."""
    message = {"role": "assistant", "content": answer_all()}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "x", "choices": [choice]}
    body["usage"] = usage

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["content-length"])).decode()
            asked.append(question)
            content = json.dumps(body).encode()
            self.send_response(400 if REFUSED in question else 200)
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
) -> Call:
    """Return what drafts a folder with the llm: the exit code, stdout and stderr."""
    chosen = ["--drafter", "llm", "--llm", "x", "--base-url", endpoint]
    workspace = ["--workspace", str(tmp_path / "werkmap")]

    def run_here(folder: Path, *options: str) -> tuple[int, str, str]:
        return call_here("draft", folder, *chosen, *workspace, *options)

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


def test_what_it_takes_is_said_before_anything_is_sent(tmp_path: Path, call: Call) -> None:
    """A dry run stops there; the price is that of all questions together."""
    write_dossiers(tmp_path / "dossiers", "Brug", "Sluis")
    prices = ("--price-in", "1", "--price-out", "10")

    code, out, told = call(tmp_path / "dossiers", "--dry-run", *prices)
    _, counted, _ = call(tmp_path / "dossiers", "--dry-run", "--json", *prices)

    plan = json.loads(counted)
    cost = (plan["tokens"]["prompt"] + 10 * plan["tokens"]["completion"]) / 1_000_000
    assert (code, out) == (0, "")
    assert (plan["dossiers"], plan["calls"]) == (2, 10)
    assert plan["cost"] == pytest.approx(cost)
    assert "2 dossiers, 10 vragen" in told
    assert f"{cost:.2f}".replace(".", ",") in told


def test_what_was_answered_before_is_not_counted_again(tmp_path: Path, call: Call) -> None:
    """A rerun pays nothing twice, and says so."""
    write_dossiers(tmp_path / "dossiers", "Brug")
    call(tmp_path / "dossiers")

    _, counted, _ = call(tmp_path / "dossiers", "--dry-run", "--json")

    assert json.loads(counted)["calls"] == 0


@pytest.mark.parametrize(
    ("limit", "most"),
    [(("--max-tokens", "20000"), 18), (("--max-cost", "0.02", "--price-in", "1"), 20)],
    ids=["tokens", "cost"],
)
def test_a_limit_stops_before_the_next_question(
    tmp_path: Path, call: Call, asked: list[str], limit: tuple[str, ...], most: int
) -> None:
    """What is done is kept; without the limit a new run goes on.

    How many dossiers were begun by then differs from run to run, since they are asked together.
    """
    write_dossiers(tmp_path / "dossiers", "Brug", "Dijk", "Sluis", "Tunnel", "Viaduct")

    code, out, told = call(tmp_path / "dossiers", *limit)
    begun, sent = out.count("concept "), len(asked)
    again, everything, _ = call(tmp_path / "dossiers")

    assert code == 3
    assert begun > 0
    assert 0 < sent <= most
    assert f"de grens van {limit[0]} is bereikt" in told
    assert "fout:" not in told
    assert (again, everything.count("concept "), len(asked)) == (0, 5, 25)


def test_a_limit_that_allows_no_question_begins_no_dossier(tmp_path: Path, call: Call) -> None:
    """It is the limit that stopped it and no fault of the llm; without it a new run drafts all."""
    write_dossiers(tmp_path / "dossiers", "Brug", "Dijk")

    code, out, told = call(tmp_path / "dossiers", "--max-tokens", "1")

    assert (code, out.strip()) == (3, "2 algoritmedossiers: 2 niet begonnen")
    assert "fout:" not in told
    assert "2 dossiers zijn niet begonnen" in told
