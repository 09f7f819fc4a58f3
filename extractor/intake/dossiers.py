"""Know a dossier again, also when its folder has another name."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from extractor.documents.folders import FoundDossier
from extractor.intake.documents import ReadDocument
from extractor.models import Dossier
from extractor.store import Store

_SLUG = 40
_ENCODED = "bytes:"
"""No whole path begins so."""


def recognise_dossier(
    found: FoundDossier, documents: Sequence[ReadDocument], store: Store, at: datetime
) -> Dossier:
    """Return the dossier these documents belong to, added to the store if it is new.

    The folder decides first; a folder that moved is known by its documents.
    """
    origin = name_origin(found)
    kept = [document for document in documents if document.kept]
    contents = frozenset(document.reading.source.sha256 for document in kept)
    known = store.find_dossier_by_origin(origin) or _find_moved(contents, store)
    dossier = Dossier(
        id=known.id if known else _make_id(found.name, contents, store),
        name=found.name,
        aliases=_keep_names(known, found.name) if known else (),
        process=known.process if known else None,
        origin=origin,
    )
    store.add_dossier(dossier, at)
    for document in kept:
        store.link_document(dossier.id, document.reading.source.sha256, document.path, at)
    return dossier


def name_origin(found: FoundDossier) -> str:
    """Return by what a dossier is known: its folder, and the name of a part made by a person."""
    return write_path(found.path.resolve()) + (f"//{found.part}" if found.part else "")


def _find_moved(contents: frozenset[str], store: Store) -> Dossier | None:
    """Return the dossier with exactly these documents whose own folder is gone."""
    if not contents:
        return None
    for dossier in store.find_holders(min(contents)):
        held = {document.source.sha256 for document in store.list_documents(dossier.id)}
        if held == contents and not read_path(dossier.origin).exists():
            return dossier
    return None


def write_path(path: Path) -> str:
    """Return the path as text that can be stored; bytes that are no text are percent-encoded."""
    text = str(path)
    return text if text.isprintable() else _ENCODED + quote(os.fsencode(path))


def read_path(text: str) -> Path:
    """Return the path that was written so."""
    if not text.startswith(_ENCODED):
        return Path(text)
    return Path(os.fsdecode(unquote_to_bytes(text.removeprefix(_ENCODED))))


def _keep_names(known: Dossier, name: str) -> tuple[str, ...]:
    names = dict.fromkeys((*known.aliases, known.name))
    return tuple(each for each in names if each != name)


def _make_id(name: str, contents: frozenset[str], store: Store) -> str:
    """Return an id that the same dossier gets on every machine; it may leave in an entry."""
    parts = "\n".join((name, *sorted(contents)))
    number = 0
    while True:
        salted = f"{parts}\n{number}" if number else parts
        digest = hashlib.sha256(salted.encode("utf-8", "surrogateescape")).hexdigest()
        made = f"{make_slug(name)}-{digest[:8]}"
        if not store.has_dossier(made):
            return made
        number += 1


def make_slug(name: str) -> str:
    """Return the name in lower-case letters, digits and hyphens, at most 40 characters.

    >>> make_slug("Parkeercontrole (scanauto's), café")
    'parkeercontrole-scanauto-s-cafe'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = "-".join(words) or "dossier"
    return slug[:_SLUG].rstrip("-")
