"""The public download is fetched within bounds, from the address that was named alone."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.responses import RedirectResponse, Response

from extractor.errors import RegisterRefused
from extractor.submitting.downloading import fetch_download
from tests.downloads.made import LEAST, make_csv

ROOT = Path(__file__).parents[2]


def make_app() -> FastAPI:
    """Return a register that behaves, and that misbehaves."""
    app = FastAPI()

    @app.get("/NLD")
    def give() -> Response:
        return Response(make_csv(LEAST), media_type="text/csv")

    @app.get("/here")
    def refer_here() -> RedirectResponse:
        return RedirectResponse("/NLD")

    @app.get("/there")
    def refer_there() -> RedirectResponse:
        return RedirectResponse("https://kwaad.example/NLD")

    @app.get("/round")
    def refer_round() -> RedirectResponse:
        return RedirectResponse("/round")

    return app


@contextmanager
def serve() -> Iterator[str]:
    """Yield the address of a running register."""
    listening = uvicorn.Config("unused", host="127.0.0.1", port=0, log_level="error").bind_socket()
    config = uvicorn.Config(make_app(), log_level="critical", access_log=False, lifespan="off")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    running.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def register() -> Iterator[str]:
    """Return the address of a register."""
    with serve() as address:
        yield address


@pytest.mark.parametrize("path", ["/NLD", "/here"])
def test_the_download_comes_whole(register: str, path: str) -> None:
    """Also where the same host says that it stands elsewhere on it."""
    assert fetch_download(register + path, time.monotonic).content == make_csv(LEAST)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/there", "verwijst door naar een ander adres"),
        ("/round", "verwijst te vaak door"),
        ("/weg", "kent deze organisatie of beschrijving niet"),
    ],
)
def test_what_is_no_download_is_refused(register: str, path: str, told: str) -> None:
    """With what somebody can do by hand."""
    with pytest.raises(RegisterRefused, match=told) as refused:
        fetch_download(register + path, time.monotonic)

    assert "Haal de download zelf op" in refused.value.hint


def test_too_much_and_too_slow_are_refused(register: str) -> None:
    """However much is sent, and however slowly."""
    with pytest.raises(RegisterRefused, match="groter"):
        fetch_download(f"{register}/NLD", time.monotonic, largest=10)
    ticks = itertools.count(step=1000.0)
    with pytest.raises(RegisterRefused, match="duurt te lang"):
        fetch_download(f"{register}/NLD", lambda: next(ticks))


@pytest.mark.parametrize("address", ["http://register.example/NLD", "ftp://register.example"])
def test_an_address_without_encryption_is_refused(address: str) -> None:
    """Somebody in between could write what the organisation would start from."""
    with pytest.raises(RegisterRefused, match="https://"):
        fetch_download(address, time.monotonic)


def run(workspace: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return what the command did."""
    command = [sys.executable, str(ROOT / "cli.py"), "compare-register", "--from-register"]
    return subprocess.run(  # noqa: S603 - our own command
        [*command, *arguments, "--workspace", str(workspace)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_the_command_fetches_when_asked(register: str, tmp_path: Path) -> None:
    """And is told in two lines where nobody answers."""
    done = run(tmp_path, "--register", f"{register}/NLD")
    broken = run(tmp_path, "--register", "http://127.0.0.1:9/NLD")

    assert (done.returncode, "12345678 Wachttijd laadpaal" in done.stdout) == (0, True)
    assert broken.returncode == 1
    assert broken.stderr.startswith("fout: het register is niet te bereiken (ConnectError)\ntip: ")
