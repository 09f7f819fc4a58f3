"""A text that another entry of the workspace has too is told where the draft is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.description import describe_review
from extractor.review.loading import load_among_others
from extractor.review.terminal import write_draft
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNED = Signature(reviewer="R. Lezer", at=NOON)
GOAL = (
    "Het doel van {name} is dat inwoners sneller weten waar in de stad nog plek is. "
    "Zij hoeven daardoor minder lang rond te rijden en de lucht in de straten blijft schoner."
)
OWN = "Het doel van de Sluiswacht is dat schepen korter wachten, zodat er minder diesel nodig is."


@pytest.fixture
def store(tmp_path: Path, reader: DocumentReader) -> Iterator[Store]:
    """Return a store with drafts of two systems whose documents say the same."""
    for name in ("Parkeerwacht", "Sluiswacht"):
        folder = tmp_path / "dossiers" / name
        folder.mkdir(parents=True)
        text = f"# Systeembeschrijving {name}\n\n## Doel\n\n{GOAL.format(name=name)}\n"
        (folder / "systeem.md").write_text(text, encoding="utf-8")
    with open_store(tmp_path / "werkmap") as opened:
        for found in find_dossiers(tmp_path / "dossiers"):
            draft_dossier(
                found,
                opened,
                reader,
                lambda readings: OfflineDrafter(readings, lambda: NOON),
                lambda: NOON,
            )
        yield opened


def list_rules(store: Store, field: str) -> list[str]:
    """Return the rules that speak of a field of the first draft."""
    described = describe_review(load_among_others(store, "Parkeerwacht", NOON.date()))
    return [check["rule"] for check in described["fields"][field]["checks"]]


def test_the_other_entry_is_named(store: Store) -> None:
    """Where the person reads the text that was copied."""
    shown = " ".join(write_draft(load_among_others(store, "Parkeerwacht", NOON.date())).split())

    assert "same_as_other" in list_rules(store, "goal")
    assert "dezelfde als die van Sluiswacht" in shown


def test_what_a_person_chose_counts(store: Store) -> None:
    """Another entry is what was decided of it, not what was proposed."""
    decide_subject(store, "Sluiswacht", "goal", Choice(action="edit", typed=OWN), SIGNED)

    assert "same_as_other" not in list_rules(store, "goal")


def test_only_prose_is_compared(store: Store) -> None:
    """Two systems of one organisation may well have one address."""
    rules = {
        rule
        for field in ("organization", "contact_email", "name", "status")
        for rule in list_rules(store, field)
    }

    assert "same_as_other" not in rules
