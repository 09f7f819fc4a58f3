"""Know a document again that was read before, by its bytes, so that it is not read anew."""

from __future__ import annotations

from pathlib import PurePath

from extractor.documents.files import LoadedFile
from extractor.documents.folder_names import is_owner_file
from extractor.documents.formats import find_stand_in
from extractor.documents.identity import READERS
from extractor.documents.reading import NO_READER
from extractor.store import Store


def find_kept(store: Store, loaded: LoadedFile) -> str | None:
    """Return the id of the one reading that today's readers made of a file like this, or none.

    A name tells along with the bytes how a file is read, so it must end alike. What could not be
    read is tried again, and so is what was read in more than one way.
    """
    source = None if loaded.problem else store.get_source(loaded.sha256)
    if source is None or not _is_alike(source.name, loaded.name):
        return None
    rows = store.list_readings(loaded.sha256)
    made = [row.id for row in rows if row.reader in READERS]
    refused = any(row.reader == NO_READER for row in rows)
    return made[0] if len(made) == 1 and not refused else None


def _is_alike(one: str, other: str) -> bool:
    """Return whether two names say the same of how a file is read."""
    ends = {PurePath(name).suffix.lower() for name in (one, other)}
    special = any(is_owner_file(name) or find_stand_in(name) for name in (one, other))
    return len(ends) == 1 and not special
