"""A comparison as JSON values, and as tables for a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from extractor.comparing.changes import PROPOSED, Change
from extractor.comparing.comparison import ComparedEntry, Comparison
from extractor.comparing.due import Due
from extractor.comparing.wording import HOWS, name_why, tell_why
from extractor.composing import FieldValue
from extractor.exports.comparison import Table
from extractor.published import Publication
from extractor.review.values import write_typed


def describe_comparison(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as one JSON object of format 1."""
    return {
        "format": 1,
        "on": comparison.on.isoformat(),
        "compared": [_describe_entry(each) for each in comparison.compared],
        "alike": [
            {
                "lars": each.publication.entry.lars,
                "name": each.publication.entry.name,
                "dossier": each.candidate.review.name,
                "percent": each.share,
                "evidence": list(each.evidence),
            }
            for each in comparison.alike
        ],
        "entries_left": [_describe_published(each) for each in comparison.entries_left],
        "drafts_left": [asdict(each) for each in comparison.drafts_left],
        "due": [_describe_due(each, comparison) for each in comparison.due],
        "brought": comparison.brought,
    }


def list_tables(comparison: Comparison) -> tuple[Table, ...]:
    """Return the comparison as tables: changes, what is left, what is due."""
    return (
        Table(
            title="Wijzigingen",
            head=("LARS", "Naam", "Veld", "Voorstel", "Oud", "Nieuw", "Waarom", "Vindplaats"),
            rows=tuple(row for each in comparison.compared for row in _list_changed(each)),
        ),
        Table(
            title="Past niet in 1.0",
            head=("LARS", "Naam", "Kolom", "Waarde", "Waarom", "Bedoeld"),
            rows=tuple(_list_unmapped(comparison)),
        ),
        Table(
            title="Koppelen",
            head=("LARS", "Naam", "Dossier", "Aanwijzing"),
            rows=tuple(_list_unlinked(comparison)),
        ),
        Table(
            title="Herziening",
            head=("Datum", "LARS", "Naam", "Toe aan herziening", "Grond", "Citaat"),
            rows=tuple(_list_due(comparison)),
        ),
    )


def _describe_entry(entry: ComparedEntry) -> dict[str, Any]:
    return {
        **_describe_published(entry.publication),
        "draft": entry.draft,
        "dossier": entry.dossier,
        "linked_by": entry.how,
        "changes": [_describe_change(each) for each in entry.changes],
    }


def _describe_published(publication: Publication) -> dict[str, Any]:
    entry = publication.entry
    return {
        "lars": entry.lars,
        "name": entry.name,
        "published_on": entry.published_on.isoformat() if entry.published_on else None,
        "standard_version": entry.standard_version,
        "download": publication.document,
        "downloaded_on": publication.downloaded_on.isoformat(),
        "unmapped": [each.model_dump() for each in entry.unmapped],
    }


def _describe_change(change: Change) -> dict[str, Any]:
    return {
        "field": change.field.key,
        "kind": change.kind,
        "proposed": change.kind in PROPOSED,
        "old": _dump(change.old),
        "new": _dump(change.new),
        "contradicted": change.differ,
        "why": tell_why(change),
        "places": [asdict(why) for why in change.why],
    }


def _dump(value: FieldValue) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else item.model_dump() for item in value]
    return value


def _describe_due(due: Due, comparison: Comparison) -> dict[str, Any]:
    return {**asdict(due), "day": due.day.isoformat(), "is_due": due.day <= comparison.on}


def _list_changed(entry: ComparedEntry) -> Iterator[tuple[str, ...]]:
    published = entry.publication.entry
    for change in entry.changes:
        yield (
            published.lars or "",
            published.name,
            change.field.title,
            "ja" if change.kind in PROPOSED else "nee",
            write_typed(change.old),
            write_typed(change.new),
            tell_why(change),
            "\n".join(f"{name_why(why)}: “{why.quote}”" for why in change.why),
        )


def _list_unmapped(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    linked = (each.publication for each in comparison.compared)
    for publication in (*linked, *comparison.entries_left):
        entry = publication.entry
        for each in entry.unmapped:
            why = (each.column, each.value, each.why, each.repair or "")
            yield entry.lars or "", entry.name, *why


def _list_unlinked(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for each in comparison.compared:
        entry = each.publication.entry
        yield entry.lars or "", entry.name, each.dossier, HOWS[each.how]
    for alike in comparison.alike:
        entry = alike.publication.entry
        told = f"lijkt erop: {'; '.join(alike.evidence)}"
        yield entry.lars or "", entry.name, alike.candidate.review.name, told
    for left in comparison.entries_left:
        yield left.entry.lars or "", left.entry.name, "", "gepubliceerd, zonder dossier"
    for draft in comparison.drafts_left:
        yield draft.lars or "", "", draft.dossier, "concept, zonder beschrijving in deze download"


def _list_due(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for due in comparison.due:
        is_due = "ja" if due.day <= comparison.on else "nee"
        yield due.day.isoformat(), due.lars or "", due.name, is_due, due.basis, due.quote or ""
