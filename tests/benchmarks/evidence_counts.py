"""How much of what the gold cites is among the passages chosen within a budget of tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown import make_table
from suggestion_counts import fold, list_labelled, read_dossier

from extractor.chunking import split_reading
from extractor.documents.reading import read_file
from extractor.drafting.llm.passages import PassageChooser
from extractor.drafting.llm.questions import group_fields
from extractor.evaluation.gold import Gold
from extractor.evidence import CHARACTERS_PER_TOKEN, measure_passage
from extractor.models import Chunk, Dossier, Reading
from extractor.presenting import present
from extractor.standard.catalogue import load_fields

BUDGETS = (4_000, 8_000, 16_000)
AMONG = 24_000
"""The budget for a dossier of some 300 pages."""
OTHERS = Path(__file__).parents[3] / "shared" / "documents" / "coronamelder-vws"
"""Real documents of 279 pages together, where they are; each labelled dossier is put among them."""
COLUMNS = (
    "Dossier",
    "Tokens of all passages",
    *(f"Evidence within {b:,}" for b in BUDGETS),
    f"Within {AMONG:,}, among 279 other pages",
)


def measure() -> dict[str, Any]:
    """Return per dossier how many pieces of evidence each budget holds, of how many."""
    found = (read_file(path) for path in sorted(OTHERS.iterdir())) if OTHERS.is_dir() else ()
    others = {reading.id: reading for reading in found}
    counts = {
        gold.dossier: count_evidence(read_dossier(found), gold, others)
        for gold, found in list_labelled()
    }
    return {each: count for each, count in sorted(counts.items()) if count["evidence"]}


def count_evidence(
    read: Mapping[str, Reading], gold: Gold, others: Mapping[str, Reading]
) -> dict[str, Any]:
    """Return what is held of one dossier's evidence, each field by its own group's passages."""
    readings = {reading.id: reading for reading in read.values()}
    held = {str(budget): count_held(readings, read, gold, budget) for budget in BUDGETS}
    evidence = sum(len(fact.evidence) for field in gold.fields.values() for fact in field.facts)
    among = count_held({**readings, **others}, read, gold, AMONG) if others else None
    return {"evidence": evidence, "tokens": count_tokens(readings), "held": held, "among": among}


def count_held(
    readings: Mapping[str, Reading], read: Mapping[str, Reading], gold: Gold, budget: int
) -> int:
    """Return how many pieces of evidence are among what is shown to their fields' groups."""
    dossier = Dossier(id="d", name=gold.dossier.replace("-", " "), origin="d")
    chooser = PassageChooser(readings, list_chunks(readings), dossier)
    held = 0
    for group in group_fields(load_fields()):
        shown = write_shown(readings, chooser.choose(group, budget))
        held += sum(
            fold(each.quote) in shown.get(read[each.file].id, "")
            for field in group
            for fact in gold.fields[field.key].facts
            for each in fact.evidence
        )
    return held


def list_chunks(readings: Mapping[str, Reading]) -> list[Chunk]:
    """Return the windows on all readings."""
    return [chunk for reading in readings.values() for chunk in split_reading(reading)]


def count_tokens(readings: Mapping[str, Reading]) -> int:
    """Return how many tokens it takes to show all passages, on the safe side."""
    sizes = (measure_passage(readings[each.reading], each) for each in list_chunks(readings))
    return sum(sizes) // CHARACTERS_PER_TOKEN


def write_shown(readings: Mapping[str, Reading], chunks: Sequence[Chunk]) -> dict[str, str]:
    """Return what is shown of each reading, folded."""
    shown: dict[str, str] = {}
    for chunk in chunks:
        text = fold(present(readings[chunk.reading], chunk.span).text)
        shown[chunk.reading] = f"{shown.get(chunk.reading, '')} {text}"
    return shown


def describe(measured: dict[str, Any]) -> str:
    """Return a row a dossier and their total."""
    each = list(measured.values())
    among = [row["among"] for row in each]
    total: dict[str, Any] = {
        "evidence": sum(row["evidence"] for row in each),
        "tokens": sum(row["tokens"] for row in each),
        "held": {str(b): sum(row["held"][str(b)] for row in each) for b in BUDGETS},
        "among": None if None in among else sum(among),
    }
    rows = [make_cells(*row) for row in [*measured.items(), ("**total**", total)]]
    return make_table(COLUMNS, rows)


def make_cells(dossier: str, counts: Mapping[str, Any]) -> list[str]:
    """Return the cells of one row."""
    held = (f"{counts['held'][str(b)]} of {counts['evidence']}" for b in BUDGETS)
    among = "–" if counts["among"] is None else f"{counts['among']} of {counts['evidence']}"
    return [dossier, f"{counts['tokens']:,}", *held, among]
