"""How often the passages suggested for a field hold what belongs in it, had it been left empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from markdown import make_table
from planted_suggestions import HALVES, count_planted
from processes import ROOT

from extractor.documents.folders import FoundDossier, find_dossiers
from extractor.documents.reading import read_document
from extractor.evaluation.gold import Evidence, Fact, Gold, load_gold
from extractor.models import (
    NOT_FOUND,
    Absence,
    Citation,
    Dossier,
    Origin,
    Proposal,
    Reading,
)
from extractor.standard.catalogue import list_decided_fields
from extractor.suggesting import add_suggestions

COLUMNS = (
    "Dossier",
    "Fields with a passage that holds a fact",
    "Fact weight in the passages",
    "Passages that hold a fact",
    "Passages for fields without an answer",
)
PLANTED_COLUMNS = (
    "Planted passages",
    "Fields with a passage that belongs there",
    "Passages that belong somewhere, suggested there",
    "Suggestions that may stand in the field",
    "Suggestions of what may stand in none",
)
ORIGIN = Origin(drafter="offline", prompt="none", at=datetime(2026, 11, 27, tzinfo=UTC))


def measure() -> dict[str, Any]:
    """Return what five suggestions reach in labelled dossiers, and among planted passages."""
    dossiers = {gold.dossier: dict(count_reached(found, gold)) for gold, found in list_labelled()}
    planted = {half: dict(count_planted(half)) for half in HALVES}
    return {"dossiers": dict(sorted(dossiers.items())), "planted": planted}


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


def count_reached(found: FoundDossier, gold: Gold) -> Counter[str]:
    """Return the counts of one dossier, each field taken as left empty."""
    read = read_dossier(found)
    readings = {reading.id: reading for reading in read.values()}
    paths = {reading.id: path for path, reading in read.items()}
    dossier = Dossier(id=gold.dossier, name=found.name, origin=found.name)
    suggested = suggest_for_all(dossier, readings)
    counts: Counter[str] = Counter()
    for key, places in suggested.items():
        known = gold.fields[key]
        if not (known.answerable and known.facts):
            counts["unasked"] += len(places)
            continue
        reached = [fact for fact in known.facts if holds(fact, places, paths, readings)]
        holding = [
            each
            for each in places
            if any(holds(fact, [each], paths, readings) for fact in known.facts)
        ]
        counts["fields"] += 1
        counts["fields_reached"] += bool(reached)
        counts["weight"] += sum(fact.weight for fact in known.facts)
        counts["weight_reached"] += sum(fact.weight for fact in reached)
        counts["suggested"] += len(places)
        counts["holding"] += len(holding)
    return counts


def suggest_for_all(
    dossier: Dossier, readings: Mapping[str, Reading]
) -> dict[str, tuple[Citation, ...]]:
    """Return what is suggested for each field a person decides, all of them left empty."""
    absent = Absence(kind="not_found", reason=NOT_FOUND)
    empty = [
        Proposal(field=each.key, absent=absent, origin=ORIGIN) for each in list_decided_fields()
    ]
    return {each.field: each.suggestions for each in add_suggestions(dossier, empty, readings)}


def holds(
    fact: Fact,
    places: Sequence[Citation],
    paths: Mapping[str, str],
    readings: Mapping[str, Reading],
) -> bool:
    """Return whether one of the passages holds the words of one piece of a fact's evidence."""
    return any(
        paths[place.reading] == evidence.file and is_within(evidence, place, readings)
        for evidence in fact.evidence
        for place in places
    )


def is_within(evidence: Evidence, place: Citation, readings: Mapping[str, Reading]) -> bool:
    """Return whether the passage has the evidence's letters and digits; lines break differently."""
    return fold(evidence.quote) in fold(place.span.of(readings[place.reading].text))


def fold(text: str) -> str:
    """Return only the letters and digits."""
    return "".join(char for char in text.lower() if char.isalnum())


def describe(measured: dict[str, Any]) -> str:
    """Return a row a dossier and their total, and a row for each half of the planted passages."""
    dossiers: dict[str, Mapping[str, int]] = measured["dossiers"]
    total = sum((Counter(each) for each in dossiers.values()), Counter[str]())
    rows = [make_cells(*each) for each in [*dossiers.items(), ("**total**", total)]]
    planted = [make_planted_cells(*each) for each in measured["planted"].items()]
    return "\n\n".join((make_table(COLUMNS, rows), make_table(PLANTED_COLUMNS, planted)))


def make_cells(dossier: str, counts: Mapping[str, int]) -> list[str]:
    """Return the cells of one dossier."""
    pairs = (
        ("fields_reached", "fields"),
        ("weight_reached", "weight"),
        ("holding", "suggested"),
    )
    return [
        dossier,
        *(f"{counts.get(part, 0)} of {counts.get(whole, 0)}" for part, whole in pairs),
        str(counts.get("unasked", 0)),
    ]


def make_planted_cells(half: str, counts: Mapping[str, int]) -> list[str]:
    """Return the cells of one half."""
    pairs = (
        ("fields_reached", "fields"),
        ("belonging_suggested", "belonging"),
        ("allowed", "suggested"),
    )
    return [
        HALVES[half],
        *(f"{counts.get(part, 0)} of {counts.get(whole, 0)}" for part, whole in pairs),
        str(counts.get("never", 0)),
    ]
