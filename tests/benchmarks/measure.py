"""Measure what the READMEs state, side by side in one run, into `results.json`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import gold_counts
from parts import PARTS

RESULTS = Path(__file__).with_name("results.json")


def main() -> None:
    """Write the results; what needs something that is not there keeps its last result.

    `--part NAME` measures only that part. Other options are those of an llm to evaluate too:
    `--llm NAME --base-url URL --workspace PATH`, where the workspace may hold what it answered.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", action="append", choices=PARTS)
    chosen, llm_options = parser.parse_known_args()
    results: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    for name in chosen.part or PARTS:
        sys.stderr.write(f"{name} …\n")
        measured = PARTS[name].measure()
        if measured is not None:
            results[name] = {**results.get(name, {}), **measured}
    if llm_options:
        results["evaluation"]["llm"] = gold_counts.count_drafter("--drafter", "llm", *llm_options)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
