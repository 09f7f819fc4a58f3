"""What killing `decide`, `backup` and `forget` at random moments costs."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kill_runs import measure_backup, measure_decide, measure_forget

KILLS, SEED = 20, 20261128
RUNS = {"decide": measure_decide, "backup": measure_backup, "forget": measure_forget}


def measure() -> dict[str, Any]:
    """Return the counts of each command."""
    measured = {}
    for name, run in RUNS.items():
        with tempfile.TemporaryDirectory() as folder:
            measured[name] = asdict(run(Path(folder), KILLS, SEED))
    return measured


def describe(measured: dict[str, Any]) -> str:
    """Return the counts as a table."""
    head = (
        "| Command | Killed | Nothing done yet | Unfinished, and said so | All done "
        "| Repeated | Lost | Faults in the store |"
    )
    columns = ("kills", "undone", "unfinished", "done", "repeated", "lost", "findings")
    rows = (
        f"| `{name}` | {' | '.join(str(counts[column]) for column in columns)} |"
        for name, counts in measured.items()
    )
    return "\n".join([head, f"|{'--|' * 8}", *rows])
