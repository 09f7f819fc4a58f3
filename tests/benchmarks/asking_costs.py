"""What asking about a dossier costs, beside one call for all and a call for every passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown import make_table
from processes import ROOT
from suggestion_counts import read_dossier

from extractor.chunking import split_reading
from extractor.documents.folders import find_dossiers
from extractor.drafting.llm.material import write_material
from extractor.drafting.llm.planning import estimate_tokens
from extractor.drafting.llm.questions import group_fields, write_questions
from extractor.models import Chunk, Reading
from extractor.prompts import FilledPrompt, fill_prompt, load_prompt
from extractor.standard.catalogue import Field, load_fields

READ, CACHED, WRITTEN = 1.0, 0.1, 4.0
"""Prices of a million tokens, in proportion; a token that is cached costs a tenth."""
COLUMNS = ("Dossier", "Questions", "Tokens sent", "Cost against one call", "Against every passage")
_NOTHING_FOUND = 30
"""Tokens of an answer that a field is not in a passage: what most passages would get."""


def measure() -> dict[str, Any]:
    """Return per dossier the questions, the tokens and the costs of three ways of asking."""
    counts = {}
    for found in find_dossiers(ROOT / "fixtures/dossiers"):
        readings = {reading.id: reading for reading in read_dossier(found).values()}
        chunks = [chunk for reading in readings.values() for chunk in split_reading(reading)]
        counts[found.name] = count(readings, chunks)
    return dict(sorted(counts.items()))


def count(readings: dict[str, Reading], chunks: Sequence[Chunk]) -> dict[str, float]:
    """Return the counts of one dossier; the beginning that all questions share is cached."""
    groups = group_fields(load_fields())
    every = tuple(field for group in groups for field in group)
    prompts = [ask(readings, chunks, group) for group in groups]
    sent = [estimate_tokens(*each) for each in zip(prompts, groups, strict=True)]
    shared = estimate_tokens(ask(readings, chunks, ()), ()).prompt
    ours = sent[0].prompt * READ + sum(
        shared * CACHED + max(each.prompt - shared, 0) * READ for each in sent[1:]
    )
    written = sum(each.completion for each in sent)
    once = estimate_tokens(ask(readings, chunks, every), every)
    each_alone = [estimate_tokens(ask(readings, [c], every), every).prompt for c in chunks]
    apart = sum(each_alone) * READ + len(chunks) * len(every) * _NOTHING_FOUND * WRITTEN
    return {
        "calls": len(groups),
        "tokens": sum(each.prompt for each in sent),
        "ours": ours + written * WRITTEN,
        "once": once.prompt * READ + once.completion * WRITTEN,
        "apart": apart + written * WRITTEN,
    }


def ask(
    readings: dict[str, Reading], chunks: Sequence[Chunk], fields: Sequence[Field]
) -> FilledPrompt:
    """Return a question about these fields and passages."""
    material = write_material(readings, chunks)
    return fill_prompt(
        load_prompt("propose.v1"),
        dossier="dossier",
        seal=material.seal,
        passages=material.text,
        questions=write_questions(fields),
    )


def describe(measured: dict[str, Any]) -> str:
    """Return a row a dossier and their total."""
    names = ("calls", "tokens", "ours", "once", "apart")
    total = {name: sum(each[name] for each in measured.values()) for name in names}
    rows = [make_cells(*each) for each in [*measured.items(), ("**total**", total)]]
    return make_table(COLUMNS, rows)


def make_cells(dossier: str, counts: dict[str, float]) -> list[str]:
    """Return the cells of one row."""
    return [
        dossier,
        str(counts["calls"]),
        f"{counts['tokens']:,.0f}",
        f"{counts['ours'] / counts['once']:.2f} ×",
        f"{counts['ours'] / counts['apart']:.2f} ×",
    ]
