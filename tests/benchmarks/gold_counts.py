"""What drafts of the fixture dossiers get right, miss and make up against known truth."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from typing import Any

from markdown import make_table
from processes import ROOT, bronvast, make_environment

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


def measure() -> dict[str, Any]:
    """Return the counts of the offline drafter."""
    return {"offline": count_drafter()}


def count_drafter(*options: str) -> dict[str, Any]:
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


def describe(measured: dict[str, Any]) -> str:
    """Return a row a dossier and drafter, with the counts against gold."""
    rows = [
        make_cells(dossier, drafter, counts)
        for drafter, counted in measured.items()
        for dossier, counts in [*counted["dossiers"].items(), ("**total**", counted["total"])]
    ]
    return make_table(COLUMNS, rows)


def make_cells(dossier: str, drafter: str, counts: dict[str, int]) -> Sequence[str]:
    """Return the cells of one row."""
    return (
        dossier,
        drafter,
        f"{counts['right']} / {counts['wrong']} / {counts['missing']}",
        f"{counts['fact_weight_found']} of {counts['fact_weight']}",
        str(counts["forbidden"]),
        f"{counts['unanswerable_filled']} of {counts['unanswerable']}",
        f"{counts['citations_verbatim']} of {counts['citations']}",
        f"{counts['conflicts_reported']} of {counts['conflicts']}",
    )
