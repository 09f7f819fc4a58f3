"""A thousand pages in many PDFs, read by one worker process and by two."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from processes import DOCUMENTS, ROOT, make_environment

ROUNDS = 5
ENOUGH = 1000
PAGES, LINES, LETTERS = 20, 45, 90
"""Pages of a generated document, lines of a page, letters of a line."""


@dataclass(frozen=True)
class Timing:
    """What reading took, in wall seconds."""

    pages: int
    cold: float
    """With processes that had still to start."""
    warm: float
    """By the same processes, again."""


def measure() -> dict[str, Any] | None:
    """Return pages, files and seconds of both, interleaved; none without the real documents."""
    if not DOCUMENTS.exists():
        return None
    command = [sys.executable, __file__]
    done = subprocess.run(command, env=make_environment(None), capture_output=True, check=True)  # noqa: S603
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def describe(measured: dict[str, Any]) -> str:
    """Return how much faster two processes are, and how long each takes."""
    states = " ".join(
        f"{state.capitalize()}: {measured[f'{state}_1']} s by one, {measured[f'{state}_2']} s by"
        f" two, {measured[f'{state}_ratio']} times as fast."
        for state in ("cold", "warm")
    )
    what = f"{measured['pages']} pages in {measured['files']} PDFs, read by worker processes."
    return f"{what}\n{states}"


def compare() -> dict[str, Any]:
    """Return the medians of one and of two processes."""
    with tempfile.TemporaryDirectory() as folder:
        paths = sorted(DOCUMENTS.rglob("*.pdf"))
        pages = time_reading(paths, 1).pages
        while pages < ENOUGH:
            paths.append(generate_pdf(Path(folder) / f"{pages}.pdf"))
            pages += PAGES
        rounds = [(time_reading(paths, 1), time_reading(paths, 2)) for _ in range(ROUNDS)]
    cold = [median(timing.cold for timing in each) for each in zip(*rounds, strict=True)]
    warm = [median(timing.warm for timing in each) for each in zip(*rounds, strict=True)]
    return {
        "pages": pages,
        "files": len(paths),
        "cold_1": round(cold[0], 2),
        "cold_2": round(cold[1], 2),
        "cold_ratio": round(cold[0] / cold[1], 2),
        "warm_1": round(warm[0], 2),
        "warm_2": round(warm[1], 2),
        "warm_ratio": round(warm[0] / warm[1], 2),
    }


def time_reading(paths: Sequence[Path], count: int) -> Timing:
    """Return what reading these files takes so many processes, twice."""
    from extractor.documents.workers import Workers  # noqa: PLC0415 - each worker imports this file

    started = time.perf_counter()
    with Workers(count) as workers:
        read = [reading for _, reading in workers.read_files((path, None) for path in paths)]
        cold = time.perf_counter()
        for _ in workers.read_files((path, None) for path in paths):
            pass
        warm = time.perf_counter()
    pages = sum(len(reading.pages) for reading in read)
    return Timing(pages=pages, cold=cold - started, warm=warm - cold)


def generate_pdf(path: Path) -> Path:
    """Return the path of a document with the sentences of the invented dossiers."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - as above

    sources = sorted((ROOT / "fixtures" / "sources").rglob("*.md"))
    text = " ".join(" ".join(source.read_text(encoding="utf-8").split()) for source in sources)
    lines = cycle(text[at : at + LETTERS] for at in range(0, len(text), LETTERS))
    canvas = Canvas(str(path), invariant=1)
    for _ in range(PAGES):
        canvas.setFont("Helvetica", 9)
        for row in range(LINES):
            canvas.drawString(60, 780 - 15 * row, next(lines))
        canvas.showPage()
    canvas.save()
    return path


if __name__ == "__main__":
    sys.stdout.write(json.dumps(compare()))
