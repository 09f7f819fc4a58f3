"""Read the documents of dossiers in worker processes, in the order of the dossiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.documents.files import LoadedFile
from extractor.documents.folders import FoundDossier, FoundFile
from extractor.documents.workers import Workers
from extractor.models import Reading


@dataclass(frozen=True)
class DocumentReader:
    """Reads with these workers; `step` hears which document is waited for."""

    workers: Workers
    step: Callable[[str], None]

    def read(self, *dossiers: FoundDossier) -> Iterator[tuple[FoundFile, LoadedFile, Reading]]:
        """Yield every file of the dossiers, one after the other, as loaded and as read."""
        files = [(found, file) for found in dossiers for file in found.files]
        read = self.workers.read_files((file.path, found.path) for found, file in files)
        for found, file in files:
            self.step(f"{found.name}: {file.shown} lezen")
            yield file, *next(read)
