"""Ten thousand damaged documents: what a person gets for each, and what reading them takes."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from markdown import make_table
from processes import make_environment

COUNT = 10_000
COLUMNS = (
    "Kind",
    "Damaged documents",
    "Read whole",
    "Read in part",
    "Refused with a reason",
    "Worker crashed",
    "Stopped at the deadline",
    "Out of memory",
    "Caught at the last resort",
)


def measure(count: int = COUNT) -> dict[str, Any]:
    """Return how many came to what, by kind of document, and what the workers took."""
    command = [sys.executable, "-m", "mutations.part", str(count)]
    environment = make_environment(None)
    environment["PYTHONPATH"] += os.pathsep + str(Path(__file__).parents[1])
    done = subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603
    counted: dict[str, Any] = json.loads(done.stdout)
    return counted


def count_outcomes(count: int) -> dict[str, Any]:
    """Return the outcomes of so many mutations, read here."""
    from extractor.documents.workers import Workers  # noqa: PLC0415 - each worker imports this file
    from mutations.reading import name_outcome, read_mutations  # noqa: PLC0415

    kinds: dict[str, Counter[str]] = {}
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, Workers() as workers:
        for mutation, reading in read_mutations(range(count), Path(folder), workers):
            kinds.setdefault(mutation.suffix, Counter())[name_outcome(reading)] += 1
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "kinds": {kind: dict(outcomes) for kind, outcomes in sorted(kinds.items())},
        "seconds": round(time.perf_counter() - started),
        "peak_mb": round(peak),
    }


def describe(measured: dict[str, Any]) -> str:
    """Return a row a kind of document, and what it took."""
    outcomes = (
        "read",
        "partly",
        "refused",
        "crashed",
        "too_slow",
        "out_of_memory",
        "reader_failed",
    )
    rows = [
        (kind, str(sum(found.values())), *(str(found.get(name, 0)) for name in outcomes))
        for kind, found in measured["kinds"].items()
    ]
    took = f"{measured['seconds']} s in all; the largest worker took {measured['peak_mb']} MB."
    return f"{make_table(COLUMNS, rows)}\n\n{took}"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(count_outcomes(int(sys.argv[1]))))
