"""The documents of a dossier as they lie in their folder, and which of them feed a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.documents.folders import FoundDossier
from extractor.intake.documents import ReadDocument, read_documents
from extractor.intake.families import Families, find_families
from extractor.intake.reading import DocumentReader
from extractor.models import Reading
from extractor.store import Store


@dataclass(frozen=True)
class Feeding:
    """What was read of a dossier."""

    documents: tuple[ReadDocument, ...]
    families: Families
    paths: Mapping[str, str]
    """Of the documents that feed a draft: where each stands, by its reading."""
    readings: Mapping[str, Reading]


def read_feeding(
    found: FoundDossier, reader: DocumentReader, store: Store | None = None
) -> Feeding:
    """Return the documents of a dossier with those that no later version replaces.

    Without a store nothing of them is kept.
    """
    documents = read_documents(found, store, reader) if store else _read(found, reader)
    families = find_families([(each.path, each.reading) for each in documents], found.wanted)
    feeding = [each for each in documents if each.path not in families.replaced]
    return Feeding(
        documents=documents,
        families=families,
        paths={each.reading.id: each.path for each in feeding},
        readings={each.reading.id: each.reading for each in feeding},
    )


def _read(found: FoundDossier, reader: DocumentReader) -> tuple[ReadDocument, ...]:
    return tuple(
        ReadDocument(path=file.shown, reading=reading, kept=loaded.problem is None)
        for file, loaded, reading in reader.read(found)
    )
