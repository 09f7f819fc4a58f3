"""Make the README's tables from `results.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
COLUMNS = (
    "Dossier",
    "Drafter",
    "Closed fields right / wrong / missing",
    "Fact weight found",
    "Forbidden claims",
    "Made up",
    "Citations verbatim",
    "Contradictions shown",
)
RESULTS = Path(__file__).with_name("results.json")


def main() -> None:
    """Write the tables into the README."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    README.write_text(fill_tables(README.read_text(encoding="utf-8"), results), encoding="utf-8")


def fill_tables(readme: str, results: dict[str, Any]) -> str:
    """Return the README with each table between its marks made from the results."""
    tables = {
        "evaluation": make_evaluation_table(results["evaluation"]),
        "speed": make_speed_line(results["draft_65_pages"]),
    }
    for name, table in tables.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        readme = marks.sub(partial(put_between, table), readme)
    return readme


def put_between(table: str, marks: re.Match[str]) -> str:
    """Return the marks with the table between them."""
    return f"{marks[1]}{table}\n{marks[2]}"


def make_evaluation_table(evaluation: dict[str, Any]) -> str:
    """Return a row a dossier and drafter, with the counts against gold."""
    head = [make_line(COLUMNS), "|--" * len(COLUMNS) + "|"]
    rows = [
        make_row(dossier, drafter, counts)
        for drafter, counted in evaluation.items()
        for dossier, counts in [*counted["dossiers"].items(), ("**total**", counted["total"])]
    ]
    return "\n".join([*head, *rows])


def make_row(dossier: str, drafter: str, counts: dict[str, int]) -> str:
    """Return one row of the evaluation table."""
    cells = (
        dossier,
        drafter,
        f"{counts['right']} / {counts['wrong']} / {counts['missing']}",
        f"{counts['fact_weight_found']} of {counts['fact_weight']}",
        str(counts["forbidden"]),
        f"{counts['unanswerable_filled']} of {counts['unanswerable']}",
        f"{counts['citations_verbatim']} of {counts['citations']}",
        f"{counts['conflicts_reported']} of {counts['conflicts']}",
    )
    return make_line(cells)


def make_line(cells: Sequence[str]) -> str:
    """Return a line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def make_speed_line(measured: dict[str, float]) -> str:
    """Return what a draft of a real DPIA of 65 pages takes."""
    took = f"{measured['seconds']} s of one processor and {measured['peak_mb']} MB"
    ratio = f"{measured['ratio']} times what pypdf takes for its text alone"
    return f"A real DPIA of 65 pages, from file to draft: {took},\n{ratio}."


if __name__ == "__main__":
    main()
