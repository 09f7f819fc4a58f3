"""Run commands and take their CPU seconds and peak memory: what every part measures with."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT.parent / "shared/documents"
"""Real public documents; they are not part of the project, and need not be there."""

LAUNCHER = """
import resource, subprocess, sys
sink = subprocess.DEVNULL
status = subprocess.call(sys.argv[1:], stdin=sink, stdout=sink, stderr=sink)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Starts the command from a small process: a peak counts what the starting process held."""

PYPDF_TEXT = "import sys, pypdf; [p.extract_text() for p in pypdf.PdfReader(sys.argv[1]).pages]"
"""What reading a PDF is measured against: the text alone, by pypdf."""


@dataclass(frozen=True)
class Usage:
    """What a command took."""

    seconds: float
    """Of CPU, user and system."""
    peak_mb: float


def run_measured(command: list[str], workspace: str | None = None) -> Usage:
    """Return what one command takes in a process of its own; raises where it fails."""
    launched = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-I", "-S", "-c", LAUNCHER, *command],
        env=make_environment(workspace),
        capture_output=True,
        check=True,
    )
    status, seconds, peak_kb = launched.stdout.split()
    if int(status) not in {0, 3}:
        raise subprocess.CalledProcessError(int(status), command)
    return Usage(float(seconds), int(peak_kb) / 1024)


def bronvast() -> list[str]:
    """Return how to call the command of this checkout."""
    return [sys.executable, str(ROOT / "cli.py")]


def python(code: str, *arguments: str) -> list[str]:
    """Return how to run a piece of Python that may import this checkout."""
    return [sys.executable, "-c", code, *arguments]


def make_environment(workspace: str | None) -> dict[str, str]:
    """Return the environment with this workspace, and this checkout importable."""
    own = {"BRONVAST_WORKSPACE": workspace} if workspace else {}
    return {**os.environ, "PYTHONPATH": str(ROOT), **own}
