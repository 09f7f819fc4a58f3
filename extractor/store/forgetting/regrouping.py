"""Take a dossier's name and documents out of how persons grouped a folder."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Mapping
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

    `gone` holds the hashes of the documents that go. A path where another dossier has a document
    stays.
    """
    named = select(DOSSIER_VERSION.c.name).where(DOSSIER_VERSION.c.dossier == dossier)
    names = set(connection.scalars(named))
    origins = _list_origins(connection)
    columns = DOSSIER_DOCUMENT.c.dossier, DOSSIER_DOCUMENT.c.source, DOSSIER_DOCUMENT.c.path
    documents = connection.execute(select(*columns)).all()
    own = {each.path for each in documents if each.dossier == dossier and each.source in gone}
    others = {(each.dossier, each.path) for each in documents if each.dossier != dossier}
    found = {}
    for position, packed in connection.execute(select(GROUPING.c.position, GROUPING.c.payload)):
        kept = unpack_record(Grouping, packed)
        inner = _list_inner(origins[dossier], kept.folder)
        if not inner:
            continue
        # The path of a document that was brought from elsewhere is whole already.
        whole = own | {_join(place, path) for place in inner for path in own}
        taken = {
            _join(place, path)
            for each, path in others
            for place in _list_inner(origins[each], kept.folder)
        }
        changed = _leave_out(kept, names, whole - taken)
        if changed != kept:
            found[position] = changed
    return found


def _list_origins(connection: Connection) -> Mapping[str, set[str]]:
    """Return by dossier the folders in which it was found, in one spelling."""
    origins: dict[str, set[str]] = defaultdict(set)
    for dossier, origin in connection.execute(
        select(DOSSIER_VERSION.c.dossier, DOSSIER_VERSION.c.origin)
    ):
        origins[dossier].add(_spell(origin.partition("//")[0]))
    return origins


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


def _list_inner(origins: Collection[str], folder: str) -> list[str]:
    """Return where in the folder, if there, a dossier was found; nothing for the folder itself."""
    spelled = _spell(folder)
    return [each[len(spelled) :] for each in origins if _lies_in(each, spelled)]


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
