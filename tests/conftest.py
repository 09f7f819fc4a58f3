"""Settings for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from extractor.documents.workers import Workers
from extractor.intake.reading import DocumentReader

# A machine's load is no fault of the code; in CI every run tries the same examples.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """Return the processes that read documents, warm for all tests."""
    with Workers() as opened:
        yield opened


@pytest.fixture(scope="session")
def reader(workers: Workers) -> DocumentReader:
    """Return what reads a dossier's documents and tells nobody."""
    return DocumentReader(workers, lambda _: None)
