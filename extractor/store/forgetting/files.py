"""Remove the files of forgotten documents, and what work that was broken off left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from extractor.errors import WorkspaceUnusable
from extractor.store.forgotten import select_forgotten
from extractor.store.sources import PARTIAL, locate_bytes, select_hashes, sync_folder

EDITED = "*bewerken-*"
"""Texts that a person had open in an editor, its own copies included."""


def list_leftovers(connection: Connection, folder: Path) -> Iterator[Path]:
    """Yield the files of forgotten documents that are still there and belong to no row."""
    kept = set(select_hashes(connection))
    for forgotten in select_forgotten(connection):
        for sha256 in forgotten.removal.sources:
            path = locate_bytes(folder, sha256)
            if sha256 not in kept and path.is_file():
                yield path


def remove_files(connection: Connection, folder: Path) -> None:
    """Remove the files of forgotten documents, half-written documents and texts left in editing.

    Runs as a write, so that no document gets its row meanwhile; who is writing one writes it anew.
    """
    found = [*list_leftovers(connection, folder), *folder.glob(f"*/{PARTIAL}*")]
    found += [path for path in folder.parent.glob(EDITED) if path.is_file()]
    try:
        for path in found:
            path.unlink(missing_ok=True)
        for place in {path.parent for path in found}:
            sync_folder(place)
    except OSError:
        message = "een bestand van het vergeten dossier kan niet worden verwijderd"
        hint = "Sluit programma's die het open hebben, en geef de opdracht opnieuw."
        raise WorkspaceUnusable(message, hint) from None
