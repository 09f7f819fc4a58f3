"""Count what is suggested of planted passages, by the text fields they belong to."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from planted_passages import FOLDER, Planted, read_planted, write_document

from extractor.documents.reading import read_document
from extractor.drafting.offline.rules import load_rules
from extractor.models import NOT_FOUND, Absence, Dossier, Origin, Proposal
from extractor.suggesting import add_suggestions
from extractor.suggesting.choosing import MOST

HALVES = {"seen": "while building", "held_out": "set apart"}
"""The halves by the names of their files, as tables say them."""
ORIGIN = Origin(drafter="offline", prompt="none", at=datetime(2026, 11, 27, tzinfo=UTC))


def count_planted(half: str) -> Counter[str]:
    """Return the counts of one half, each text field of each document taken as left empty."""
    counts: Counter[str] = Counter()
    for document in tomllib.loads((FOLDER / f"{half}.toml").read_text("utf-8"))["document"]:
        planted = [each for each in read_planted(document) if each.labels != ("row",)]
        for key, quotes in suggest_for_texts(document).items():
            given = [each for each in planted if stands_in(each, quotes)]
            belonging = [each for each in planted if key in each.wanted]
            counts["fields"] += bool(belonging)
            counts["fields_reached"] += any(each in given for each in belonging)
            counts["belonging"] += min(MOST, len(belonging))
            counts["belonging_suggested"] += sum(each in given for each in belonging)
            counts["suggested"] += len(given)
            counts["allowed"] += sum(key in each.allowed for each in given)
            counts["never"] += sum(each.labels in {("never",), ("none",)} for each in given)
    return counts


def suggest_for_texts(document: dict[str, Any]) -> dict[str, list[str]]:
    """Return the quotes suggested for each text field of a planted document."""
    reading = read_document(write_document(document).encode(), "stuk.md")
    name, aliases = document["name"], tuple(document["aliases"])
    dossier = Dossier(id="planted", name=name, aliases=aliases, origin="planted")
    absent = Absence(kind="not_found", reason=NOT_FOUND)
    empty = [Proposal(field=key, absent=absent, origin=ORIGIN) for key in load_rules().text]
    return {
        each.field: [re.sub(r"\s+", " ", place.quote) for place in each.suggestions]
        for each in add_suggestions(dossier, empty, {reading.id: reading})
    }


def stands_in(planted: Planted, quotes: list[str]) -> bool:
    """Return whether a quote holds the passage: of a row, its longest cell."""
    words = re.sub(r"\s+", " ", max(planted.cells, key=len))
    return any(words in quote for quote in quotes)
