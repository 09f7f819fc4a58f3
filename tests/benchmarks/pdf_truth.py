"""What is read right of generated PDFs, whose text, rows, headings and running lines are known."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from markdown import make_table
from processes import make_environment

MEASURES = {
    "sentences": "Sentences whole in one block of text",
    "paragraphs": "Paragraphs and items that are one block each",
    "rows": "Table rows with all cells in one row, in order",
    "cells": "Table rows parted into their cells",
    "headings": "Headings found",
    "true_headings": "Headings that are one",
    "levels": "Headings that stand to the one before as they should",
    "notes": "Footnotes found",
    "notes_apart": "Footnotes kept out of the text",
    "contents": "Lines of contents marked",
    "true_contents": "Lines marked as contents that are so",
    "furniture": "Running lines marked",
    "text_lines": "Other lines not marked as running lines",
}
"""What the README calls each measure."""


def measure() -> dict[str, Any]:
    """Return the counts of all generated documents, by who typeset them, and of the forms."""
    done = subprocess.run(
        [sys.executable, "-m", "generated"],
        cwd=Path(__file__).parent,
        env=make_environment(None),
        stdout=subprocess.PIPE,
        check=True,
    )
    counted = json.loads(done.stdout)
    return {"engines": add_documents(counted["documents"]), "forms": counted["forms"]}


def add_documents(documents: dict[str, Any]) -> dict[str, Any]:
    """Return the documents, pages and counts of each engine."""
    engines: dict[str, Any] = {}
    for each in documents.values():
        kept = engines.setdefault(each["engine"], {"documents": 0, "pages": 0, "counts": {}})
        kept["documents"] += 1
        kept["pages"] += each["pages"]
        for name, (found, total) in each["counts"].items():
            before = kept["counts"].get(name, (0, 0))
            kept["counts"][name] = (before[0] + found, before[1] + total)
    return engines


def describe(measured: dict[str, Any]) -> str:
    """Return a row a measure with a column an engine, and what is taken for contents."""
    engines = measured["engines"]
    columns = ["", *(f"{name} ({kept['pages']} pages)" for name, kept in engines.items())]
    rows = [
        [title, *(make_count(kept["counts"][name]) for kept in engines.values())]
        for name, title in MEASURES.items()
    ]
    return make_table(columns, rows) + "\n\n" + describe_forms(measured["forms"])


def make_count(count: tuple[int, int]) -> str:
    """Return how many of how many."""
    return f"{count[0]} of {count[1]}" if count[1] else "–"


def describe_forms(forms: dict[str, tuple[int, int]]) -> str:
    """Return a row a planted form of contents or lookalike, with the lines told rightly."""
    total: Counter[bool] = Counter()
    for found, of in forms.values():
        total.update({True: found, False: of})
    rows = [(name, make_count(count)) for name, count in forms.items()]
    rows.append(("**total**", make_count((total[True], total[False]))))
    return make_table(("Planted contents and lookalikes", "Lines told rightly"), rows)
