"""Switch on documents that another version replaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractor.documents.files import show_name
from extractor.documents.folders import FoundDossier, FoundFile
from extractor.errors import DocumentNotFound


def want_documents(
    dossiers: Sequence[FoundDossier], names: Sequence[str]
) -> tuple[FoundDossier, ...]:
    """Return the dossiers, with these documents counting whatever replaces them.

    A document is named as a scan shows it, or by its path on disk. DocumentNotFound for a name
    that no dossier has.
    """
    for name in names:
        if not any(_is_named(file, name) for found in dossiers for file in found.files):
            raise DocumentNotFound(show_name(name))
    return tuple(
        replace(
            found,
            wanted=frozenset(
                file.shown for file in found.files if any(_is_named(file, name) for name in names)
            ),
        )
        for found in dossiers
    )


def _is_named(file: FoundFile, name: str) -> bool:
    return file.shown == name or file.path.absolute() == Path(name).absolute()
