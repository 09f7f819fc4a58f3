"""What drafting many dossiers takes beside the least it can take, and what kills cost."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bulk_runs import measure_bulk, measure_kills

DOSSIERS, LATENCY, CONCURRENCY = 200, 0.5, 16
KILLED_DOSSIERS, KILLS, KILLED_CONCURRENCY, SEED = 150, 20, 8, 20261127


def measure() -> dict[str, Any]:
    """Return the run over many dossiers, and the runs that were killed."""
    with tempfile.TemporaryDirectory() as folder:
        bulk = measure_bulk(Path(folder), DOSSIERS, LATENCY, CONCURRENCY)
    with tempfile.TemporaryDirectory() as folder:
        killed = measure_kills(Path(folder), KILLED_DOSSIERS, KILLS, KILLED_CONCURRENCY, SEED)
    return {"bulk": asdict(bulk), "killed": asdict(killed)}


def describe(measured: dict[str, Any]) -> str:
    """Return the counts as Markdown."""
    bulk, killed = measured["bulk"], measured["killed"]
    share = bulk["ideal"] / bulk["seconds"]
    return (
        f"{bulk['dossiers']} small dossiers, {bulk['calls']} questions to a local server that "
        f"takes {LATENCY * 1000:.0f} ms, {CONCURRENCY} in flight: {bulk['seconds']:.1f} s, "
        f"start-up and reading included, {share:.0%} of the ideal {bulk['ideal']:.1f} s.\n\n"
        f"Killed (`kill -9`) {killed['kills']} times at random moments, {KILLED_CONCURRENCY} in "
        f"flight: {killed['repeated']} of {killed['requests']} requests were asked again (at most "
        f"{killed['kills'] * KILLED_CONCURRENCY} were in flight), {killed['drafts']} of "
        f"{KILLED_DOSSIERS} dossiers drafted at the end, {killed['lost']} answers lost, "
        f"{killed['findings']} faults found in the store."
    )
