"""Look at a folder without keeping anything: dossiers, documents, kinds, pages, problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from extractor.documents.files import show_name
from extractor.documents.folders import FoundDossier, find_dossiers
from extractor.documents.profile import (
    Aspect,
    DocumentKind,
    Language,
    Place,
    Status,
    Voice,
    describe_reading,
)
from extractor.intake.families import Replaced, find_families
from extractor.intake.reading import DocumentReader
from extractor.models import REMARKS, Problem, Reading, Record


class ScannedSign(Record):
    """The words something was decided on, and where they stand."""

    words: str
    place: Place


class ScannedDocument(Record):
    """What can be seen of one document."""

    path: str
    sha256: str
    also_in: tuple[str, ...] = ()
    """Other dossiers that hold the same document."""
    name: str
    media_type: str
    kind: DocumentKind
    voice: Voice
    status: Status | None
    date: str | None
    version: str | None
    language: Language | None
    marking: str | None
    signs: dict[Aspect, ScannedSign]
    replaced_by: str | None
    """The path of another version, which feeds a draft instead."""
    replaced_because: str | None
    pages: int | None
    words: int
    problems: tuple[Problem, ...]

    @property
    def is_read(self) -> bool:
        """Return whether the document was read, and wholly so."""
        return all(problem.code in REMARKS for problem in self.problems)


class ScannedDossier(Record):
    """A dossier as the folders suggest it."""

    name: str
    path: str
    documents: tuple[ScannedDocument, ...]
    in_doubt: tuple[tuple[str, ...], ...]
    """Paths of versions of one document of which none could be told to be the latest."""

    @property
    def has_problems(self) -> bool:
        """Return whether a document was not, or not wholly, read."""
        return not all(document.is_read for document in self.documents)


def scan_folder(folder: Path, reader: DocumentReader) -> tuple[ScannedDossier, ...]:
    """Return the dossiers below the folder, with what can be seen of each document."""
    return scan_dossiers(find_dossiers(folder), reader)


def scan_dossiers(
    dossiers: Sequence[FoundDossier], reader: DocumentReader
) -> tuple[ScannedDossier, ...]:
    """Return what can be seen of each document, and in which other dossiers it lies too."""
    read = ((file.shown, reading) for file, _, reading in reader.read(*dossiers))
    scanned = [_scan_dossier(found, [*islice(read, len(found.files))]) for found in dossiers]
    holders: dict[str, list[str]] = {}
    for dossier in scanned:
        for document in dossier.documents:
            holders.setdefault(document.sha256, []).append(dossier.name)
    return tuple(_tell_others(dossier, holders) for dossier in scanned)


def _tell_others(dossier: ScannedDossier, holders: Mapping[str, Sequence[str]]) -> ScannedDossier:
    """Return the dossier with, at each document, the other dossiers that hold the same one."""
    documents = tuple(
        each.model_copy(
            update={"also_in": tuple(n for n in holders[each.sha256] if n != dossier.name)}
        )
        for each in dossier.documents
    )
    return dossier.model_copy(update={"documents": documents})


def describe_scan(scanned: tuple[ScannedDossier, ...]) -> list[dict[str, Any]]:
    """Return the dossiers as JSON values."""
    return [dossier.model_dump(mode="json") for dossier in scanned]


def _scan_dossier(found: FoundDossier, read: Sequence[tuple[str, Reading]]) -> ScannedDossier:
    families = find_families(read)
    return ScannedDossier(
        name=found.name,
        path=show_name(str(found.path)),
        documents=tuple(
            _describe_document(path, reading, families.replaced.get(path)) for path, reading in read
        ),
        in_doubt=families.doubts,
    )


def _describe_document(path: str, reading: Reading, replaced: Replaced | None) -> ScannedDocument:
    profile = describe_reading(reading, path)
    return ScannedDocument(
        path=path,
        sha256=reading.source.sha256,
        name=reading.source.name,
        media_type=reading.source.media_type,
        kind=profile.kind,
        voice=profile.voice,
        status=profile.status,
        date=profile.date,
        version=profile.version,
        language=profile.language,
        marking=profile.marking,
        signs={
            aspect: ScannedSign(words=sign.words, place=sign.place)
            for aspect, sign in profile.signs.items()
        },
        replaced_by=replaced.by if replaced else None,
        replaced_because=replaced.reason if replaced else None,
        pages=len(reading.pages) or None,
        words=len(reading.text.split()),
        problems=reading.problems,
    )
