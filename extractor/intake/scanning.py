"""Look at a folder without keeping anything: dossiers, documents, kinds, pages, problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractor.documents.files import show_name
from extractor.documents.folders import FoundDossier, FoundFile, find_dossiers
from extractor.documents.profile import describe_reading
from extractor.documents.reading import read_file
from extractor.models import REMARKS, Problem, Record


class ScannedDocument(Record):
    """What can be seen of one document."""

    path: str
    name: str
    media_type: str
    kind: str | None
    date: str | None
    version: str | None
    pages: int | None
    words: int
    problems: tuple[Problem, ...]


class ScannedDossier(Record):
    """A dossier as the folders suggest it."""

    name: str
    path: str
    documents: tuple[ScannedDocument, ...]

    @property
    def has_problems(self) -> bool:
        """Return whether a document was not, or not wholly, read."""
        problems = (problem for document in self.documents for problem in document.problems)
        return any(problem.code not in REMARKS for problem in problems)


def scan_folder(folder: Path, step: Callable[[str], None]) -> tuple[ScannedDossier, ...]:
    """Return the dossiers below the folder; `step` hears which one is being read."""
    scanned = []
    for found in find_dossiers(folder):
        step(f"{found.name}: lezen")
        scanned.append(_scan_dossier(found))
    return tuple(scanned)


def describe_scan(scanned: tuple[ScannedDossier, ...]) -> list[dict[str, Any]]:
    """Return the dossiers as JSON values."""
    return [dossier.model_dump(mode="json") for dossier in scanned]


def _scan_dossier(found: FoundDossier) -> ScannedDossier:
    documents = tuple(_scan_document(found, file) for file in found.files)
    return ScannedDossier(name=found.name, path=show_name(str(found.path)), documents=documents)


def _scan_document(found: FoundDossier, file: FoundFile) -> ScannedDocument:
    reading = read_file(file.path, found.path)
    profile = describe_reading(reading, file.shown)
    return ScannedDocument(
        path=file.shown,
        name=reading.source.name,
        media_type=reading.source.media_type,
        kind=profile.kind,
        date=profile.date,
        version=profile.version,
        pages=len(reading.pages) or None,
        words=len(reading.text.split()),
        problems=reading.problems,
    )
