"""Screen a dossier as it lies in its folder, without keeping or sending anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.documents.folders import FoundDossier
from extractor.intake.documents import measure_coverage
from extractor.intake.feeding import read_feeding
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
    feeding = read_feeding(found, reader)
    return ScreenedDossier(
        name=found.name,
        screen=screen_readings((found.name,), feeding.readings),
        paths=feeding.paths,
        readings=feeding.readings,
        unread=measure_coverage(feeding.documents, feeding.families, ()).pages_unread,
    )
