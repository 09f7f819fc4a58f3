"""How much of what the gold cites is among the passages chosen within a budget of tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markdown import make_table
from suggestion_counts import fold, list_labelled, read_dossier

from extractor.chunking import split_reading
from extractor.drafting.llm.passages import PassageChooser
from extractor.drafting.llm.questions import group_fields
from extractor.evaluation.gold import Gold
from extractor.models import Chunk, Reading
from extractor.presenting import present
from extractor.standard.catalogue import load_fields

BUDGETS = (4_000, 8_000, 16_000)
COLUMNS = ("Dossier", "Tokens of all passages", *(f"Evidence within {b:,}" for b in BUDGETS))


def measure() -> dict[str, Any]:
    """Return per dossier how many pieces of evidence each budget holds, of how many."""
    counts = {
        gold.dossier: count_evidence(read_dossier(found), gold) for gold, found in list_labelled()
    }
    return {each: count for each, count in sorted(counts.items()) if count["evidence"]}


def count_evidence(read: Mapping[str, Reading], gold: Gold) -> dict[str, Any]:
    """Return what is held of one dossier's evidence, each field by its own group's passages."""
    readings = {reading.id: reading for reading in read.values()}
    chunks = [chunk for reading in readings.values() for chunk in split_reading(reading)]
    chooser = PassageChooser(readings, chunks)
    counts: dict[str, Any] = {"evidence": 0, "tokens": chooser.count_tokens(chunks)}
    held = dict.fromkeys(map(str, BUDGETS), 0)
    for group in group_fields(load_fields()):
        wanted = [
            (read[each.file].id, fold(each.quote))
            for field in group
            for fact in gold.fields[field.key].facts
            for each in fact.evidence
        ]
        counts["evidence"] += len(wanted)
        for budget in BUDGETS:
            shown = write_shown(readings, chooser.choose(group, budget))
            held[str(budget)] += sum(words in shown.get(each, "") for each, words in wanted)
    return {**counts, "held": held}


def write_shown(readings: Mapping[str, Reading], chunks: Sequence[Chunk]) -> dict[str, str]:
    """Return what is shown of each reading, folded."""
    shown: dict[str, str] = {}
    for chunk in chunks:
        text = fold(present(readings[chunk.reading], chunk.span).text)
        shown[chunk.reading] = f"{shown.get(chunk.reading, '')} {text}"
    return shown


def describe(measured: dict[str, Any]) -> str:
    """Return a row a dossier and their total."""
    total: dict[str, Any] = {
        "evidence": sum(each["evidence"] for each in measured.values()),
        "tokens": sum(each["tokens"] for each in measured.values()),
        "held": {str(b): sum(each["held"][str(b)] for each in measured.values()) for b in BUDGETS},
    }
    rows = [make_cells(*each) for each in [*measured.items(), ("**total**", total)]]
    return make_table(COLUMNS, rows)


def make_cells(dossier: str, counts: Mapping[str, Any]) -> list[str]:
    """Return the cells of one row."""
    held = (f"{counts['held'][str(b)]} of {counts['evidence']}" for b in BUDGETS)
    return [dossier, f"{counts['tokens']:,}", *held]
