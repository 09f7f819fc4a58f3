"""How often the passages suggested for a field hold what its gold says, had it been left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from markdown import make_table
from processes import ROOT

from extractor.documents.folders import FoundDossier, find_dossiers
from extractor.documents.reading import read_document
from extractor.evaluation.gold import Evidence, Gold, load_gold
from extractor.models import NOT_FOUND, Absence, Citation, Origin, Proposal, Reading
from extractor.standard.catalogue import load_fields
from extractor.suggesting import add_suggestions

COLUMNS = ("Dossier", "Fields with a passage that holds a fact", "Fact weight in the passages")
ORIGIN = Origin(drafter="offline", prompt="none", at=datetime(2026, 11, 27, tzinfo=UTC))


def measure() -> dict[str, Any]:
    """Return per dossier how many fields and how much fact weight five suggestions reach."""
    counts = {gold.dossier: count_reached(found, gold) for gold, found in list_labelled()}
    return {each: count for each, count in sorted(counts.items()) if count["fields"]}


def list_labelled() -> Iterator[tuple[Gold, FoundDossier]]:
    """Yield each gold file with the dossier that holds its documents."""
    golds = load_gold(ROOT / "fixtures/gold")
    for found in find_dossiers(ROOT / "fixtures/dossiers"):
        paths = {file.shown for file in found.files}
        for gold in golds:
            if {document.file for document in gold.documents} <= paths:
                yield gold, found


def read_dossier(found: FoundDossier) -> dict[str, Reading]:
    """Return the readings of a dossier by their path in its folder."""
    return {
        file.shown: read_document(file.path.read_bytes(), file.path.name) for file in found.files
    }


def count_reached(found: FoundDossier, gold: Gold) -> dict[str, int]:
    """Return the counts of one dossier, each field taken as left empty."""
    read = read_dossier(found)
    readings = {reading.id: reading for reading in read.values()}
    absent = Absence(kind="not_found", reason=NOT_FOUND)
    empty = [Proposal(field=f.key, absent=absent, origin=ORIGIN) for f in load_fields()]
    suggested = {p.field: p.suggestions for p in add_suggestions(empty, readings)}
    paths = {reading.id: path for path, reading in read.items()}
    counts = dict.fromkeys(("fields", "fields_reached", "weight", "weight_reached"), 0)
    for key, known in gold.fields.items():
        if not (known.answerable and known.facts):
            continue
        reached = [
            fact.weight
            for fact in known.facts
            if any(holds(each, suggested[key], paths, readings) for each in fact.evidence)
        ]
        counts["fields"] += 1
        counts["fields_reached"] += bool(reached)
        counts["weight"] += sum(fact.weight for fact in known.facts)
        counts["weight_reached"] += sum(reached)
    return counts


def holds(
    evidence: Evidence,
    places: Sequence[Citation],
    paths: Mapping[str, str],
    readings: Mapping[str, Reading],
) -> bool:
    """Return whether one of the passages holds the words of the evidence."""
    words = fold(evidence.quote)
    return any(
        paths[place.reading] == evidence.file
        and words in fold(place.span.of(readings[place.reading].text))
        for place in places
    )


def fold(text: str) -> str:
    """Return only the letters and digits, for lines break differently."""
    return "".join(char for char in text.lower() if char.isalnum())


def describe(measured: dict[str, Any]) -> str:
    """Return a row a dossier and their total."""
    total = {
        name: sum(each[name] for each in measured.values())
        for name in next(iter(measured.values()))
    }
    rows = [make_cells(*each) for each in [*measured.items(), ("**total**", total)]]
    return make_table(COLUMNS, rows)


def make_cells(dossier: str, counts: Mapping[str, int]) -> list[str]:
    """Return the cells of one row."""
    return [
        dossier,
        f"{counts['fields_reached']} of {counts['fields']}",
        f"{counts['weight_reached']} of {counts['weight']}",
    ]
