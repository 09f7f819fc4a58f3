"""The command as a user gives it, at an endpoint of some kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.commands import call_here
from tests.probing.endpoints import KEY, Endpoint, serve

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def play() -> Iterator[Callable[[Endpoint], Endpoint]]:
    """Return what plays an endpoint until the test is over."""
    with ExitStack() as stack:
        yield lambda endpoint: stack.enter_context(serve(endpoint))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a folder that is not there yet."""
    return tmp_path / "werkmap"


@pytest.fixture
def run(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what gives a command: the exit code, stdout and stderr."""
    monkeypatch.setenv("BRONVAST_API_KEY", KEY)

    def run_here(endpoint: Endpoint, *command: str, llm: str = "x") -> tuple[int, str, str]:
        chosen = ["--llm", llm, "--base-url", endpoint.url, "--workspace", str(workspace)]
        return call_here(*command, *chosen)

    return run_here
