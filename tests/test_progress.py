"""Where somebody is looking, progress is shown, and results still go where they belong."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

from bulk_runs import ROOT, write_dossiers
from slow_llm import serve_slowly

COMMAND = "import sys; from cli import main; sys.argv[0] = 'bronvast'; main()"


def test_results_go_to_stdout_and_the_time_left_to_the_screen(tmp_path: Path) -> None:
    """A redirected result holds no sign of the progress."""
    folder = write_dossiers(tmp_path / "map", 6)
    with serve_slowly(0.2) as llm:
        chosen = ["--drafter", "llm", "--llm", "x", "--base-url", llm.endpoint]
        where = ["--workspace", str(tmp_path / "werkmap"), "--concurrency", "2"]
        out, shown = run_on_screen(["draft", str(folder), *chosen, *where])

    assert out.count(": concept ") == 6
    assert "\x1b" not in out
    assert "dossiers klaar" not in out
    assert "2 van 6 dossiers klaar" in shown
    assert "0:00:0" in shown


def run_on_screen(arguments: list[str]) -> tuple[str, str]:
    """Return the command's stdout, and what a terminal shows of its stderr."""
    reading, screen = pty.openpty()
    shown: list[bytes] = []
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-c", COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=screen,
        env=environment,
        text=True,
    )
    os.close(screen)
    watching = threading.Thread(target=watch, args=(reading, shown), daemon=True)
    watching.start()
    out, _ = process.communicate(timeout=120)
    watching.join(10)
    os.close(reading)
    return out, b"".join(shown).decode("utf-8", "replace")


def watch(reading: int, shown: list[bytes]) -> None:
    """Take down what is written to the terminal until nobody writes any more."""
    try:
        while piece := os.read(reading, 65536):
            shown.append(piece)
    except OSError:
        return
