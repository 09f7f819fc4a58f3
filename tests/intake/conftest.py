"""A workspace, and folders with small documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.intake.documents import read_documents
from extractor.intake.dossiers import recognise_dossier
from extractor.intake.reading import DocumentReader
from extractor.models import Dossier
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder that holds the dossiers."""
    folder = tmp_path / "dossiers"
    folder.mkdir()
    return folder


@pytest.fixture
def recognise(store: Store, reader: DocumentReader) -> Callable[[Path], Dossier]:
    """Return what takes the one dossier in a folder into the store."""

    def take_in(folder: Path) -> Dossier:
        found = find_dossiers(folder)[0]
        return recognise_dossier(found, read_documents(found, store, reader), store, NOON)

    return take_in
