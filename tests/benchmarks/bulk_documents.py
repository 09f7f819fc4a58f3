"""What drafting many dossiers of generated documents takes, at three sizes."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from processes import ROOT, bronvast, make_environment

SIZES = (100, 500, 2000)
PAGES, LINES, LETTERS = 30, 4, 90
"""Pages of a document, lines of a page, letters of a line."""
KINDS = ("DPIA", "IAMA", "Systeembeschrijving", "Advies")
"""The documents of each dossier."""
MARK = "Toetswijzer 00000"
"""The name in the pattern of a document; every dossier gets its own of the same length."""
LOOK = 0.25
"""Seconds after which the memory is looked at again."""


@dataclass(frozen=True)
class Run:
    """What one command took."""

    seconds: float
    cpu: float
    peak_mb: float
    """Of the command and its worker processes together."""


def measure() -> dict[str, Any]:
    """Return what each size takes: a first run, one where nothing, and one where one changed."""
    return {str(size): measure_size(size) for size in SIZES}


def measure_size(size: int) -> dict[str, Any]:
    """Return what so many documents take."""
    with tempfile.TemporaryDirectory() as place:
        folder, workspace = Path(place) / "map", Path(place) / "werkmap"
        write_dossiers(folder, size // len(KINDS))
        command = [*bronvast(), "draft", str(folder), "--quiet"]
        first, again = (run_watched(command, workspace) for _ in range(2))
        changed = next(folder.glob(f"*/{KINDS[0]}*"))
        changed.write_bytes(changed.read_bytes().replace(b"Hoofdstuk", b"Onderdeel"))
        other = run_watched(command, workspace)
    return {"first": asdict(first), "unchanged": asdict(again), "one_changed": asdict(other)}


def describe(measured: dict[str, Any]) -> str:
    """Return a row for each size."""
    head = (
        "| Documents | Documents a second | CPU a document | Peak memory, workers included | "
        "CPU again, nothing changed | … one document changed |"
    )
    rows = [
        (
            f"{int(size):,}",
            f"{int(size) / took['first']['seconds']:.2f}",
            f"{took['first']['cpu'] / int(size) * 1000:,.0f} ms",
            f"{took['first']['peak_mb']:.0f} MB",
            f"{took['unchanged']['cpu']:.1f} s",
            f"{took['one_changed']['cpu']:.1f} s",
        )
        for size, took in measured.items()
    ]
    return "\n".join([head, "|--|--|--|--|--|--|", *(f"| {' | '.join(row)} |" for row in rows)])


def run_watched(command: list[str], workspace: Path) -> Run:
    """Return what a command and the processes it starts take; raises where it fails."""
    before, begun = _count_cpu(), time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, env=make_environment(str(workspace))
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, weigh_family(process.pid))
        time.sleep(LOOK)
    if process.returncode not in {0, 3}:
        raise subprocess.CalledProcessError(process.returncode, command)
    took = time.monotonic() - begun
    return Run(round(took, 2), round(_count_cpu() - before, 2), round(peak, 1))


def weigh_family(parent: int) -> float:
    """Return the megabytes that a process and those it started hold now."""
    family = {parent}
    held = 0
    for listed in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
        try:
            stated = (listed / "stat").read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        if int(stated[1]) in family or int(listed.name) == parent:
            family.add(int(listed.name))
            held += int(stated[21]) * os.sysconf("SC_PAGE_SIZE")
    return held / 1e6


def _count_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write_dossiers(folder: Path, count: int) -> None:
    """Write so many dossiers, each with a document of every kind under a name of its own."""
    patterns = {kind: make_pattern(kind, at) for at, kind in enumerate(KINDS)}
    for number in range(count):
        name = f"{MARK[:-5]}{number:05}"
        (folder / name).mkdir(parents=True)
        for kind, pattern in patterns.items():
            content = pattern.replace(MARK.encode(), name.encode())
            (folder / name / f"{kind} {name}.pdf").write_bytes(content)


def make_pattern(kind: str, at: int) -> bytes:
    """Return a PDF with sentences of the invented dossiers, each kind with others.

    Its pages are not compressed, so that a name of the same length can be put in.
    """
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - worker processes import this file

    sources = sorted((ROOT / "fixtures" / "sources").rglob("*.md"))
    words = " ".join(source.read_text(encoding="utf-8") for source in sources)
    text = re.sub(r"[#*|`\s]+", " ", words).encode("cp1252", "ignore").decode("cp1252")
    parts = textwrap.wrap(text, LETTERS)
    lines = cycle(parts[at * PAGES * LINES :] + parts[: at * PAGES * LINES])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "patroon.pdf"
        canvas = Canvas(str(path), invariant=1, pageCompression=0)
        for page in range(PAGES):
            canvas.setFont("Helvetica-Bold", 14)
            title = f"{page}. Hoofdstuk over {MARK}" if page else f"{kind} {MARK}"
            canvas.drawString(60, 790, title)
            canvas.setFont("Helvetica", 10)
            for row in range(LINES):
                canvas.drawString(60, 760 - 15 * row, next(lines))
            canvas.showPage()
        canvas.save()
        return path.read_bytes()


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        sys.stdout.write(json.dumps({wanted: measure_size(int(wanted))}) + "\n")
        sys.stdout.flush()
