"""What is read right of generated PDFs, whose text, rows, headings and running lines are known."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
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
"""What the table calls each measure."""

FORMS = {
    "contents": "Tables of contents, marked as such",
    "lookalikes": "Lookalikes, not marked so",
    "text around": "Sentences around both, not marked so",
}


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
    forms = [describe_forms(title, measured["forms"][kind]) for kind, title in FORMS.items()]
    planted = make_table(("Planted", "Forms", "Lines told rightly", "Missed in"), forms)
    return f"{make_table(columns, rows)}\n\n{planted}"


def make_count(count: Sequence[int]) -> str:
    """Return how many of how many."""
    return f"{count[0]} of {count[1]}" if count[1] else "–"


def describe_forms(title: str, forms: dict[str, Sequence[int]]) -> Sequence[str]:
    """Return the cells of a kind of form: how many there are, what was told, what was not."""
    found = sum(count[0] for count in forms.values())
    missed = [name for name, count in forms.items() if count[0] < count[1]]
    total = sum(count[1] for count in forms.values())
    return title, str(len(forms)), make_count((found, total)), "; ".join(missed) or "–"
