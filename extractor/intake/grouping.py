"""What a person says belongs together: documents of a folder into dossiers, over the folders."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from extractor.documents.folders import (
    FoundDossier,
    FoundFile,
    PersonsGrouping,
    find_dossiers,
)
from extractor.errors import DocumentNotFound, GroupingRefused
from extractor.intake.dossiers import write_path
from extractor.models import GroupedDossier, Grouping
from extractor.store import Store

Groups = dict[str, list[str]]
"""The documents of each dossier, as paths inside the folder."""


def find_grouped(folder: Path, store: Store) -> tuple[FoundDossier, ...]:
    """Return the dossiers below a folder, as its sub-folders and a person's corrections say."""
    found = find_dossiers(folder)
    kept = store.list_groupings(name_folder(folder))
    if not kept:
        return found
    own = list_groups(found, folder)
    grouped = apply_grouping(found, folder, kept[-1] if kept[-1].dossiers else None)
    return tuple(_note_person(each, folder, own, kept[-1]) for each in grouped)


def _note_person(
    dossier: FoundDossier, folder: Path, own: Groups, grouping: Grouping
) -> FoundDossier:
    """Return the dossier with who said that it is these documents, where folders say otherwise."""
    documents = [_name_file(dossier, file, folder) for file in dossier.files]
    is_own = documents == own.get(dossier.name)
    said = PersonsGrouping(
        reviewer=grouping.reviewer,
        at=grouping.decided_at,
        documents=None if is_own else tuple(documents),
    )
    return replace(dossier, grouping=said)


def find_grouping(folder: Path, store: Store) -> Grouping | None:
    """Return the last correction of the folder's grouping, none where it was taken back."""
    kept = store.list_groupings(name_folder(folder))
    return kept[-1] if kept and kept[-1].dossiers else None


def name_folder(folder: Path) -> str:
    """Return how a folder is known in the store."""
    return write_path(folder.resolve())


def apply_grouping(
    found: Sequence[FoundDossier], folder: Path, grouping: Grouping | None
) -> tuple[FoundDossier, ...]:
    """Return the dossiers with the documents that a person put in each.

    What nobody moved stays where the folders put it, and documents that are gone are left out.
    """
    if grouping is None:
        return tuple(found)
    files = _list_files(found, folder)
    wanted = {each.name: each.documents for each in grouping.dossiers}
    moved = {path for documents in wanted.values() for path in documents}
    own = {each.name: each for each in found}
    made = []
    for name in dict.fromkeys((*own, *wanted)):
        base = own.get(name)
        asked = wanted.get(name, ())
        stays = _list_staying(base, folder, moved - set(asked)) if base else []
        brought = [
            _bring(files[path], path)
            for path in asked
            if path in files and files[path][0] is not base
        ]
        if stays or brought:
            part = "" if base else name
            place = base.path if base else folder
            made.append(FoundDossier(name=name, path=place, files=(*stays, *brought), part=part))
    return tuple(made)


def move_documents(
    folder: Path, groups: Groups, documents: Iterable[str], name: str, *, also: bool = False
) -> Groups:
    """Return the groups with these documents in the dossier of this name, a new one if need be.

    With `also` they stay where they were too: one document can serve several dossiers.
    """
    wanted = tuple(documents)
    title = " ".join(name.split())
    if not title:
        raise GroupingRefused("het dossier heeft geen naam")
    known = {path for listed in groups.values() for path in listed}
    for path in wanted:
        if path not in known:
            raise DocumentNotFound(path)
    if not wanted:
        raise GroupingRefused(f"er is geen document gekozen in {folder.name}")
    kept = {
        each: [path for path in listed if also or each == title or path not in wanted]
        for each, listed in groups.items()
    }
    kept[title] = list(dict.fromkeys((*kept.get(title, ()), *wanted)))
    return {each: listed for each, listed in kept.items() if listed}


def list_groups(dossiers: Sequence[FoundDossier], folder: Path) -> Groups:
    """Return the documents of each dossier as paths inside the folder."""
    return {each.name: [_name_file(each, file, folder) for file in each.files] for each in dossiers}


def keep_grouping(
    store: Store, folder: Path, groups: Mapping[str, Sequence[str]], who: tuple[str, datetime]
) -> None:
    """Keep how a person groups the documents of a folder; no groups take the corrections back."""
    reviewer, at = who
    if not reviewer.strip():
        raise GroupingRefused("er staat niet wie de indeling verandert")
    store.add_grouping(
        Grouping(
            folder=name_folder(folder),
            dossiers=tuple(
                GroupedDossier(name=name, documents=tuple(documents))
                for name, documents in groups.items()
            ),
            reviewer=reviewer.strip(),
            decided_at=at,
        )
    )


def undo_grouping(store: Store, folder: Path, who: tuple[str, datetime]) -> None:
    """Go back to how the documents were grouped before the last correction."""
    kept = store.list_groupings(name_folder(folder))
    if not kept or not kept[-1].dossiers:
        raise GroupingRefused("de indeling is niet veranderd, er valt niets ongedaan te maken")
    before = kept[-2].dossiers if len(kept) > 1 else ()
    keep_grouping(store, folder, {each.name: each.documents for each in before}, who)


def _list_files(
    found: Sequence[FoundDossier], folder: Path
) -> dict[str, tuple[FoundDossier, FoundFile]]:
    return {_name_file(each, file, folder): (each, file) for each in found for file in each.files}


def _list_staying(base: FoundDossier, folder: Path, gone: Container[str]) -> list[FoundFile]:
    return [file for file in base.files if _name_file(base, file, folder) not in gone]


def _name_file(dossier: FoundDossier, file: FoundFile, folder: Path) -> str:
    """Return a document's path inside the folder that was looked at."""
    if file.whole:
        return file.whole
    if not dossier.path.is_relative_to(folder):
        return file.shown
    inner = dossier.path.relative_to(folder).as_posix()
    return file.shown if inner == "." or dossier.path == folder else f"{inner}/{file.shown}"


def _bring(place: tuple[FoundDossier, FoundFile], path: str) -> FoundFile:
    """Return a file as part of another dossier; it may not lead out of its own folder."""
    own, file = place
    return replace(file, shown=path, whole=path, within=own.path)
