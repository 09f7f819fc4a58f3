"""Measure what the README states, side by side in one run, into `results.json`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).with_name("results.json")
REAL_DPIA = ROOT.parent / "shared/documents/coronamelder-vws/dpia-coronamelder.pdf"
"""A real DPIA of 65 pages; it is not part of the project."""

ROUNDS = 5
PLAIN_TEXT = "import sys, pypdf; [p.extract_text() for p in pypdf.PdfReader(sys.argv[1]).pages]"
"""What reading is measured against: the text alone, by pypdf."""


def main() -> None:
    """Write the results; what needs a document or an llm that is not there keeps its last result.

    Arguments are those of an llm to evaluate too: `--llm NAME --base-url URL --workspace PATH`,
    where the workspace may hold what it answered before.
    """
    results: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    evaluation = results.setdefault("evaluation", {})
    evaluation["offline"] = evaluate_fixtures()
    if sys.argv[1:]:
        evaluation["llm"] = evaluate_fixtures("--drafter", "llm", *sys.argv[1:])
    if REAL_DPIA.exists():
        results["draft_65_pages"] = compare_drafting(REAL_DPIA)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def evaluate_fixtures(*options: str) -> dict[str, Any]:
    """Return the counts of a drafter on each fixture dossier and in total."""
    command = [*bronvast(), "evaluate", str(ROOT / "fixtures/dossiers"), "--json"]
    command += ["--gold", str(ROOT / "fixtures/gold"), *options]
    with tempfile.TemporaryDirectory() as workspace:
        done = subprocess.run(  # noqa: S603 - our own command
            command, env=make_environment(workspace), capture_output=True, check=True
        )
    counted = json.loads(done.stdout)
    rows = {each["dossier"]: add_fields(each["fields"]) for each in counted["dossiers"]}
    return {"dossiers": rows, "total": counted["total"]}


def add_fields(fields: list[dict[str, Any]]) -> dict[str, int]:
    """Return the counts of all fields of a dossier together."""
    names = fields[0]["counts"]
    return {name: sum(field["counts"][name] for field in fields) for name in names}


def compare_drafting(path: Path) -> dict[str, Any]:
    """Return seconds and peak memory from file to draft, beside pypdf's plain text, interleaved."""
    drafts, texts = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as workspace:
            drafts.append(run_measured([*bronvast(), "draft", str(path)], workspace))
        texts.append(run_measured([sys.executable, "-c", PLAIN_TEXT, str(path)], None))
    seconds = median(seconds for seconds, _ in drafts)
    text_seconds = median(seconds for seconds, _ in texts)
    return {
        "seconds": round(seconds, 2),
        "peak_mb": round(max(peak for _, peak in drafts)),
        "pypdf_text_seconds": round(text_seconds, 2),
        "ratio": round(seconds / text_seconds, 2),
    }


def run_measured(command: list[str], workspace: str | None) -> tuple[float, float]:
    """Return the CPU seconds and the peak memory in MB of one command."""
    with tempfile.TemporaryFile() as sink:
        process = subprocess.Popen(  # noqa: S603 - our own command
            command, env=make_environment(workspace), stdout=sink, stderr=sink
        )
        _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def bronvast() -> list[str]:
    """Return how to call the command of this checkout."""
    return [sys.executable, str(ROOT / "cli.py")]


def make_environment(workspace: str | None) -> dict[str, str]:
    """Return the environment with this workspace."""
    return {**os.environ, **({"BRONVAST_WORKSPACE": workspace} if workspace else {})}


if __name__ == "__main__":
    main()
