"""Find the entries that are kin: they rest on a same document, or came out of one dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from extractor.models import Dossier
from extractor.store import Store

_PART = "//"
"""Stands in the origin of a dossier that a person made, between the folder and its name."""


def find_siblings(store: Store, dossier_id: str) -> frozenset[str]:
    """Return the ids of the dossiers that share a document with this one or were split with it."""
    dossiers = store.list_dossiers()
    return frozenset((*_share(store, dossier_id), *_list_split(store, dossier_id, dossiers))) - {
        dossier_id
    }


def _share(store: Store, dossier_id: str) -> Iterator[str]:
    """Yield the dossiers that hold one of the documents now, whatever they held before."""
    own = {each.source.sha256 for each in store.list_documents(dossier_id)}
    holders = {each.id for sha256 in own for each in store.find_holders(sha256)}
    for holder in holders - {dossier_id}:
        if any(each.source.sha256 in own for each in store.list_documents(holder)):
            yield holder


def _list_split(store: Store, dossier_id: str, dossiers: Sequence[Dossier]) -> Iterator[str]:
    """Yield the dossiers whose documents a person took from the same folder."""
    if not any(_PART in each.origin for each in dossiers):
        return
    own = next((each for each in dossiers if each.id == dossier_id), None)
    if own is None:
        return
    folders = [each.origin for each in dossiers if _PART not in each.origin]
    homes = _find_homes(store, own, folders)
    for other in dossiers:
        made = any(_PART in each.origin for each in (own, other))
        if made and homes & _find_homes(store, other, folders):
            yield other.id


def _find_homes(store: Store, dossier: Dossier, folders: Sequence[str]) -> set[str]:
    """Return the folders that a dossier's documents come from, as the folders of dossiers."""
    folder, is_made, _ = dossier.origin.partition(_PART)
    if not is_made:
        return {dossier.origin}
    places = {
        str(PurePosixPath(folder) / PurePosixPath(each.path).parent)
        for each in store.list_documents(dossier.id)
    }
    return {_find_folder(place, folders) for place in places}


def _find_folder(place: str, folders: Sequence[str]) -> str:
    """Return the dossier's folder that a place lies in, else the place itself."""
    above = [each for each in folders if place == each or place.startswith(f"{each}/")]
    return max(above, key=len, default=place)
