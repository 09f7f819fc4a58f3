"""No process outlives the command: not after Ctrl-C, and not when the command is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SLOW = "Een auto leest kentekens. " * 400_000
"""Ten megabytes of text, which take seconds to read."""

READ = """
import sys
from pathlib import Path
from extractor.documents.workers import Workers

if __name__ == "__main__":
    with Workers(1) as workers:
        for _ in workers.read_files((Path(path), None) for path in sys.argv[1:]):
            print("gelezen", flush=True)
        sys.stdin.read()
"""

ITS_PROCESSES = 2
"""A worker, and the process by which Python looks after what processes share."""

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a document that is read at once and one that is not."""
    folder = tmp_path / "Scanauto"
    folder.mkdir()
    (folder / "a.md").write_text("Kort.", encoding="utf-8")
    (folder / "b.md").write_text(SLOW, encoding="utf-8")
    return folder


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """Return a command that was started in a group of its own."""
    return subprocess.Popen(  # noqa: S603 - the command under test
        [sys.executable, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Return a program that reads files and then waits."""
    path = tmp_path / "lezen.py"
    path.write_text(READ, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def groups() -> Iterator[list[int]]:
    """Return where a test notes the groups it starts, so that a failure leaves none behind."""
    noted: list[int] = []
    yield noted
    for group in noted:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def outlive(group: int, seconds: float = 60) -> bool:
    """Return whether a process of the group still lives after so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(ProcessLookupError):
            os.killpg(group, 0)
            time.sleep(0.05)
            continue
        return False
    return True


def wait_for_workers(command: int) -> None:
    """Wait until the command has started processes of its own."""
    children = Path(f"/proc/{command}/task/{command}/children")
    while children.exists() and len(children.read_text().split()) < ITS_PROCESSES:
        time.sleep(0.05)


@pytest.mark.parametrize("documents", [("a.md",), ("a.md", "b.md")], ids=["idle", "reading"])
def test_workers_end_with_a_killed_command(
    documents: tuple[str, ...], folder: Path, script: Path, groups: list[int]
) -> None:
    """Whether they wait for work or are in the middle of a file."""
    process = start(script, *(folder / name for name in documents))
    groups.append(process.pid)
    assert process.stdout is not None
    assert process.stdout.readline() == b"gelezen\n"

    process.kill()
    process.communicate()

    assert not outlive(process.pid)


def test_an_interrupt_ends_everything_in_two_lines(folder: Path, groups: list[int]) -> None:
    """A terminal sends it to the command and its workers alike; none of them prints a traceback."""
    process = start(ROOT / "cli.py", "scan", folder)
    groups.append(process.pid)
    wait_for_workers(process.pid)

    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)

    assert (process.returncode, out) == (1, b"")
    assert [line[:5] for line in err.splitlines()] == [b"fout:", b"tip: "]
    assert not outlive(process.pid)


FIRST = """
import time
from pathlib import Path
from extractor.documents.workers.limits import Limits
from extractor.documents.workers.worker import Worker


def list_blocked():
    children = Path("/proc/self/task").glob("*/children")
    for child in " ".join(each.read_text() for each in children).split():
        status = Path("/proc", child, "status").read_text()
        command = Path("/proc", child, "cmdline").read_text()
        if "spawn_main" in command:
            yield status.split("SigBlk:")[1].split()[0]


if __name__ == "__main__":
    worker = Worker(Limits())
    # A process that was only just begun is not called anything yet.
    while not (blocked := list(list_blocked())):
        time.sleep(0.01)
    print(*blocked)
    worker.end()
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no table of processes")
def test_the_first_worker_never_hears_an_interrupt(tmp_path: Path) -> None:
    """From its very start, before it could write a traceback; Python's own helper starts first."""
    script = tmp_path / "eerste.py"
    script.write_text(FIRST, encoding="utf-8")

    out, err = start(script).communicate(timeout=60)

    assert (len(out.split()), err) == (1, b"")
    assert int(out, 16) >> (signal.SIGINT - 1) & 1
