"""Many small dossiers drafted by the real command: how fast, and what a kill costs."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from slow_llm import SlowLlm, serve_slowly

from extractor.store import open_store

ROOT = Path(__file__).parents[2]
_COMMAND = "import sys; from cli import main; sys.argv[0] = 'bronvast'; main()"
_PARTS = ("Het doel is dat {0} sneller werkt.", "{0} gebruikt het aantal meldingen per straat.")


def write_dossiers(folder: Path, count: int) -> Path:
    """Write so many dossiers of one short document each, all different."""
    for number in range(count):
        name = f"Wacht {number:03}"
        (folder / name).mkdir(parents=True)
        lines = [f"# Systeembeschrijving {name}", "## Doel", *(p.format(name) for p in _PARTS)]
        (folder / name / "systeem.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return folder


def start_drafting(
    folder: Path, workspace: Path, llm: SlowLlm, concurrency: int, options: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """Start the command on the folder, in a process of its own."""
    chosen = ["--drafter", "llm", "--llm", "x", "--base-url", llm.endpoint]
    where = ["--workspace", str(workspace), "--concurrency", str(concurrency), *options]
    command = [sys.executable, "-c", _COMMAND, "draft", str(folder), *chosen, *where]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


@dataclass(frozen=True)
class BulkRun:
    """One run over many dossiers, and the least time it can take."""

    dossiers: int
    calls: int
    seconds: float
    most_in_flight: int
    ideal: float
    """The questions, each with its latency, so many at a time."""


def measure_bulk(folder: Path, dossiers: int, latency: float, concurrency: int) -> BulkRun:
    """Return how long the command takes over new dossiers, start-up and reading included."""
    source = write_dossiers(folder / "map", dossiers)
    with serve_slowly(latency) as llm:
        started = time.monotonic()
        process = start_drafting(source, folder / "werkmap", llm, concurrency, ["--quiet"])
        process.communicate()
        seconds = time.monotonic() - started
        calls = llm.asked.total()
        ideal = calls * latency / concurrency
        return BulkRun(dossiers, calls, seconds, llm.most_in_flight, ideal)


@dataclass(frozen=True)
class KilledRuns:
    """What killing the command at random moments cost."""

    kills: int
    requests: int
    repeated: int
    most_in_flight: int
    drafts: int
    findings: int
    """What the store finds wrong with itself afterwards."""
    lost: int
    """Answers that were kept before a kill and asked again after it, beyond those in flight."""


def measure_kills(
    folder: Path, dossiers: int, kills: int, concurrency: int, seed: int
) -> KilledRuns:
    """Kill the command at random moments, let it end once, and count."""
    source = write_dossiers(folder / "map", dossiers)
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    workspace = folder / "werkmap"
    killed = 0
    with serve_slowly(0.05) as llm:
        for _ in range(kills):
            process = start_drafting(source, workspace, llm, concurrency, ["--quiet"])
            try:
                process.wait(chance.uniform(0.8, 3.0))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                killed += 1
            process.communicate()
        start_drafting(source, workspace, llm, concurrency, ["--quiet"]).communicate()
        with open_store(workspace) as store:
            drafts = len({row.dossier for row in store.list_drafts()})
            findings = len(store.verify())
        return KilledRuns(
            kills=killed,
            requests=llm.asked.total(),
            repeated=llm.repeated,
            most_in_flight=llm.most_in_flight,
            drafts=drafts,
            findings=findings,
            lost=max(0, llm.repeated - killed * concurrency),
        )
