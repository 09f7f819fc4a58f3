"""Dossiers side by side: the same drafts as one by one, also where answers must be repaired."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bulk_runs import start_drafting, write_dossiers
from quoting_llm import quote_passages
from slow_llm import SlowLlm, serve_slowly

DOSSIERS = Path(__file__).parents[1] / "fixtures" / "dossiers"
LONG = ("subsidie-risicomodel", "documentanonimisering")

Draft = dict[str, Any]


def draft_folder(folder: Path, workspace: Path, llm: SlowLlm, at_once: int) -> dict[str, Draft]:
    """Return the drafts that the command prints, by dossier."""
    process = start_drafting(folder, workspace, llm, at_once, ["--json", "--quiet"])
    out, told = process.communicate(timeout=300)
    assert process.returncode == 0, told
    return {each["dossier"]: each for each in map(json.loads, out.splitlines())}


def write_proposed(draft: Draft) -> str:
    """Return what a draft proposes and rests on, without the moment it was made."""
    bare = {key: {**each, "origin": None} for key, each in draft["fields"].items()}
    return json.dumps([draft["draft"], draft["coverage"], bare], sort_keys=True)


@dataclass(frozen=True)
class Drafted:
    """The drafts of one folder, made one by one and sixteen at a time, and the questions of one."""

    alone: dict[str, Draft]
    together: dict[str, Draft]
    questions: int


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """Return what an endpoint whose answers quote, and slip, makes of small and long dossiers."""
    work = tmp_path_factory.mktemp("samen")
    folder = write_dossiers(work / "map", 12)
    for name in LONG:
        shutil.copytree(DOSSIERS / name, folder / name)
    with serve_slowly(0.02, quote_passages) as llm:
        alone = draft_folder(folder, work / "een", llm, 1)
        questions = llm.asked.total()
        together = draft_folder(folder, work / "zestien", llm, 16)
        assert llm.asked.total() == 2 * questions
    return Drafted(alone, together, questions)


def test_side_by_side_gives_what_one_by_one_gives(drafted: Drafted) -> None:
    """Each draft has the same id, claims, citations, refusals, alternatives and suggestions."""
    assert len(drafted.alone) == 14
    assert drafted.alone.keys() == drafted.together.keys()
    for name, draft in drafted.alone.items():
        assert write_proposed(draft) == write_proposed(drafted.together[name]), name


def test_the_answers_were_checked_and_repaired(drafted: Drafted) -> None:
    """Otherwise there would be nothing to get in each other's way about."""
    fields = [each for draft in drafted.together.values() for each in draft["fields"].values()]
    refused = [
        quote for each in fields for claim in each["withheld"] for quote in claim["rejected"]
    ]

    assert sum(len(claim["citations"]) for each in fields for claim in each["claims"]) > 100
    assert any(quote["quote"].endswith(" nooit.") for quote in refused)
    assert drafted.questions >= 14 * 5 + 14 * 2
