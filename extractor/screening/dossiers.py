"""Screen a dossier as it lies in its folder, without keeping or sending anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.documents.folders import FoundDossier
from extractor.intake.documents import ReadDocument, measure_coverage
from extractor.intake.families import find_families
from extractor.intake.reading import DocumentReader
from extractor.models import Reading, Screen, UnreadPages
from extractor.screening.screening import screen_readings


@dataclass(frozen=True)
class ScreenedDossier:
    """The quick screen of one dossier, with what it rests on."""

    name: str
    screen: Screen
    paths: Mapping[str, str]
    """Inside the dossier's folder, by reading."""
    readings: Mapping[str, Reading]
    unread: tuple[UnreadPages, ...]


def screen_dossier(found: FoundDossier, reader: DocumentReader) -> ScreenedDossier:
    """Return the quick screen of the documents that a draft would rest on."""
    documents = [
        ReadDocument(path=file.shown, reading=reading, kept=loaded.problem is None)
        for file, loaded, reading in reader.read(found)
    ]
    families = find_families([(each.path, each.reading) for each in documents], found.wanted)
    feeding = [each for each in documents if each.path not in families.replaced]
    readings = {each.reading.id: each.reading for each in feeding}
    return ScreenedDossier(
        name=found.name,
        screen=screen_readings((found.name,), readings),
        paths={each.reading.id: each.path for each in feeding},
        readings=readings,
        unread=measure_coverage(documents, families, ()).pages_unread,
    )
