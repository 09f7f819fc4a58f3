"""A reviewer is told why an English document gave nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.loading import load_review
from extractor.review.overview import write_drafted
from extractor.review.terminal import write_draft
from extractor.store import open_store

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
DUTCH = "# Beschrijving\n\nHet systeem leest kentekens en de medewerker kijkt het na.\n"
ENGLISH = "# Readme\n\nThe system reads number plates and this is what it does with all of them.\n"
Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path, reader: DocumentReader) -> Write:
    """Return what writes the draft of a dossier with these documents."""

    def write_texts(face: Callable[..., str], **texts: str) -> str:
        folder = tmp_path / "dossiers" / "Scan"
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
        with open_store(tmp_path / "werkmap") as store:
            (found,) = find_dossiers(folder)
            draft_dossier(
                found, store, reader, lambda held: OfflineDrafter(held, lambda: NOON), lambda: NOON
            )
            return face(load_review(store, "Scan", NOON.date()))

    return write_texts


@pytest.mark.parametrize("face", [write_drafted, write_draft])
def test_an_english_document_is_named(write: Write, face: Callable[..., str]) -> None:
    """With what the offline drafter does take."""
    shown = write(face, readme=ENGLISH, nota=DUTCH)

    assert "in het Engels: readme.md" in shown
    assert "alleen Nederlandse zinnen" in " ".join(shown.split())


def test_of_dutch_documents_nothing_is_said(write: Write) -> None:
    """There is nothing to explain."""
    assert "Engels" not in write(write_drafted, nota=DUTCH)
