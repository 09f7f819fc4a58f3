"""Take a dossier's name and documents out of how persons grouped a folder."""

from __future__ import annotations

import os
from collections.abc import Collection
from urllib.parse import quote, unquote

from sqlalchemy import Connection, select

from extractor.models import GroupedDossier, Grouping
from extractor.store.payloads import unpack_record
from extractor.store.tables import DOSSIER_DOCUMENT, DOSSIER_VERSION, GROUPING

ENCODED = "bytes:"
"""How a path begins that is kept percent-encoded, as its bytes are no text."""


def find_regrouped(
    connection: Connection, dossier: str, gone: Collection[str]
) -> dict[int, Grouping]:
    """Return by position each grouping that names the dossier or its own documents, without them.

    `gone` holds the hashes of the documents that go.
    """
    versions = connection.execute(
        select(DOSSIER_VERSION.c.name, DOSSIER_VERSION.c.origin).where(
            DOSSIER_VERSION.c.dossier == dossier
        )
    ).all()
    names = {version.name for version in versions}
    origins = {_spell(version.origin.partition("//")[0]) for version in versions}
    documents = connection.execute(
        select(DOSSIER_DOCUMENT.c.source, DOSSIER_DOCUMENT.c.path).where(
            DOSSIER_DOCUMENT.c.dossier == dossier
        )
    )
    paths = {each.path for each in documents if each.source in gone}
    found = {}
    for position, packed in connection.execute(select(GROUPING.c.position, GROUPING.c.payload)):
        kept = unpack_record(Grouping, packed)
        folder = _spell(kept.folder)
        inner = [each[len(folder) :] for each in origins if _lies_in(each, folder)]
        whole = paths | {_join(each, path) for each in inner for path in paths}
        changed = _leave_out(kept, names if inner else set(), whole if inner else set())
        if changed != kept:
            found[position] = changed
    return found


def _leave_out(kept: Grouping, names: set[str], paths: set[str]) -> Grouping:
    left = (
        GroupedDossier(
            name=each.name,
            documents=tuple(path for path in each.documents if path not in paths),
        )
        for each in kept.dossiers
        if each.name not in names
    )
    return kept.model_copy(update={"dossiers": tuple(each for each in left if each.documents)})


def _spell(path: str) -> str:
    """Return a path in one spelling, whichever of the two it was kept in."""
    if path.startswith(ENCODED):
        return path.removeprefix(ENCODED)
    return quote(os.fsencode(path))


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith((f"{folder}/", f"{folder}%5C"))


def _join(inner: str, path: str) -> str:
    """Return a document's path inside the folder that was grouped."""
    place = unquote(inner).strip("/\\").replace("\\", "/")
    return f"{place}/{path}" if place else path
