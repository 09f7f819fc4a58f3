"""Words that stand in several places: the draft says where else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.description import describe_review
from extractor.review.loading import load_review
from extractor.store import open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STATUS = "Het systeem is sinds maart 2023 in gebruik bij de gemeente Duinrade."
TEXT = f"# Systeembeschrijving ParkeerScan\n\n## Inzet\n\n{STATUS}\n\n## Slot\n\n{STATUS}\n"


def test_other_places_of_cited_words_are_described(tmp_path: Path, reader: DocumentReader) -> None:
    """A citation whose words stand once more names that place; stored, and as JSON."""
    folder = tmp_path / "dossiers" / "Scanauto"
    folder.mkdir(parents=True)
    (folder / "systeem.md").write_text(TEXT, encoding="utf-8")
    with open_store(tmp_path / "werkmap") as store:
        draft = draft_dossier(
            find_dossiers(folder)[0],
            store,
            reader,
            lambda readings: OfflineDrafter(readings, lambda: NOON),
            lambda: NOON,
        )
        described = describe_review(load_review(store, draft.id, NOON.date()))

    citation = described["fields"]["status"]["claims"][0]["citations"][0]
    (twin,) = citation["twins"]
    start, end = twin["span"]
    assert TEXT[start:end] == citation["quote"]
    assert start > citation["span"][1]
    assert "Slot" in twin["locator"]["heading"]
