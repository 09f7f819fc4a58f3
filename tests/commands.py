"""Run the command in this process, which is quicker than a process of its own each time."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from unittest.mock import patch

import pytest

from cli import main


def run_here(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Return the exit code of `bronvast` with these arguments, and what it wrote."""
    command = ["bronvast", *map(str, arguments)]
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.object(sys, "argv", command),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as left,
    ):
        main()
    assert isinstance(left.value.code, int)
    return subprocess.CompletedProcess(command, left.value.code, out.getvalue(), err.getvalue())


def call_here(*arguments: object) -> tuple[int, str, str]:
    """Return the same as the exit code, what went to stdout and what went to stderr."""
    done = run_here(*arguments)
    return done.returncode, done.stdout, done.stderr
