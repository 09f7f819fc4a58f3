"""Read the documents of dossiers in worker processes, in the order of the dossiers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extractor.documents.files import LoadedFile
from extractor.documents.folders import FoundDossier, FoundFile
from extractor.documents.workers import Workers
from extractor.models import Reading, Source

Fetch = Callable[[str], Reading | None]
"""Returns the reading with an id where it was kept, or none."""
Find = Callable[[LoadedFile], str | None]
"""Returns the id of the reading that was kept of a file, or none."""


@dataclass(frozen=True)
class DocumentReader:
    """Reads with these workers; `step` hears which document is waited for.

    May be shared by threads that take turns, so that files of one dossier at most are loaded.
    """

    workers: Workers
    step: Callable[[str], None]
    turn: threading.RLock = field(default_factory=threading.RLock)
    _read: dict[tuple[str, str], tuple[str, Source]] = field(default_factory=dict)
    """By content and name: the id of what was read, and its source."""

    def read(
        self,
        *dossiers: FoundDossier,
        fetch: Fetch = lambda _: None,
        find: Find = lambda _: None,
    ) -> Iterator[tuple[FoundFile, LoadedFile, Reading]]:
        """Yield every file of the dossiers, one after the other, as loaded and as read.

        What was read before, by this reader or as `find` knows, is not read again where `fetch`
        still has it.
        """
        files = [(found, file) for found in dossiers for file in found.files]
        with self.turn:
            read = self.workers.read_files(
                ((file.path, file.within or found.path) for found, file in files),
                lambda loaded: self._recall(loaded, fetch, find),
            )
            for found, file in files:
                self.step(f"{found.name}: {file.shown} lezen")
                loaded, reading = next(read)
                self._read[loaded.sha256, loaded.name] = reading.id, reading.source
                yield file, loaded, reading

    def _recall(self, loaded: LoadedFile, fetch: Fetch, find: Find) -> Reading | None:
        """Return the reading made of this content under such a name before, where it was kept."""
        reading_id, source = self._read.get((loaded.sha256, loaded.name), (find(loaded), None))
        kept = fetch(reading_id) if reading_id else None
        if kept is None:
            return None
        # The same content may have been kept under another name.
        source = source or kept.source.model_copy(update={"name": loaded.name})
        return kept.model_copy(update={"source": source})
