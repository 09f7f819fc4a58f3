"""Find the dossiers in a tree of folders.

A folder that holds documents, directly or through sub-folders named for kinds or steps, is one
dossier. A folder of that sort that only holds two or more other folders is a collection of
dossiers. Files beside such folders make a dossier of their own, also files that cannot be read:
but for what `is_skipped` names, every file comes in exactly one dossier. Links to folders and
folders that may not be read stay in sight as files that are not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extractor.documents.files import show_name
from extractor.documents.folder_names import (
    is_part_of_dossier,
    is_skipped,
    list_endings,
    make_readable,
    sort_key,
)
from extractor.errors import FolderNotFound, NothingToRead


@dataclass(frozen=True)
class FoundFile:
    """A file of a dossier."""

    path: Path
    """Where it can be opened."""
    shown: str
    """Its path inside the dossier's folder, with slashes, fit to be shown and stored."""
    whole: str = ""
    """Of a file that a person brought from elsewhere: its path inside the folder looked at."""
    within: Path | None = None
    """Of such a file: the folder that it may not lead out of."""


@dataclass(frozen=True)
class PersonsGrouping:
    """What a person last said of the grouping of a folder, as far as it concerns one dossier."""

    reviewer: str
    at: datetime
    documents: tuple[str, ...] | None
    """As paths inside the folder; none where the dossier is as the folders put it."""


@dataclass(frozen=True)
class FoundDossier:
    """A folder or file that makes one dossier."""

    name: str
    path: Path
    files: tuple[FoundFile, ...]
    wanted: frozenset[str] = frozenset()
    """Of which files, as shown, a person says that they count, whatever replaces them."""
    part: str = ""
    """Of a dossier that a person made out of others: its name, for the folder is not its own."""
    grouping: PersonsGrouping | None = None
    """None where nobody ever said anything of the folder's grouping."""


@dataclass(frozen=True)
class Folder:
    """What lies directly in a folder, in the order of its listing."""

    path: Path
    files: tuple[Path, ...]
    folders: tuple[Path, ...]


def find_dossiers(folder: Path) -> tuple[FoundDossier, ...]:
    """Return the dossiers in a tree, or the one that a single file is, in natural order.

    FolderNotFound when the path is not there, NothingToRead when it holds no documents.
    """
    shown = show_name(str(folder))
    if folder.is_file():
        name = make_readable(show_name(folder.stem))
        file = FoundFile(path=folder, shown=show_name(folder.name))
        return (FoundDossier(name=name, path=folder, files=(file,)),)
    if not folder.is_dir():
        raise FolderNotFound(shown)
    tree = list_tree(folder)
    if folder not in tree:
        raise FolderNotFound(shown)
    found = tuple(_group(tree, folder))
    if not found:
        raise NothingToRead(shown)
    return found


def list_tree(root: Path) -> dict[Path, Folder]:
    """Return every folder of the tree with what lies in it; links to folders are not entered."""
    tree: dict[Path, Folder] = {}
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: sort_key(entry.name))
        except OSError:
            continue
        beside = list_endings(entry.name for entry in entries)
        shown = [entry for entry in entries if not is_skipped(entry.name, beside)]
        inner = tuple(path / e.name for e in shown if e.is_dir(follow_symlinks=False))
        files = tuple(path / e.name for e in shown if not e.is_dir(follow_symlinks=False))
        tree[path] = Folder(path=path, files=files, folders=inner)
        waiting.extend(inner)
    return tree


def _group(tree: dict[Path, Folder], root: Path) -> Iterator[FoundDossier]:
    """Yield the dossiers of a tree, folder before sub-folder, in natural order."""
    waiting = [root]
    while waiting:
        path = waiting.pop()
        own, others = gather_own(tree, path)
        if own:
            name = make_readable(show_name(path.resolve().name)) or show_name(str(path))
            yield FoundDossier(
                name=name, path=path, files=tuple(_place(file, path) for file in own)
            )
        waiting.extend(reversed(others))


def gather_own(tree: dict[Path, Folder], path: Path) -> tuple[list[Path], list[Path]]:
    """Return the files that belong to the folder's own dossier, and the folders that do not."""
    own: list[Path] = []
    others: list[Path] = []
    waiting = [path]
    while waiting:
        current = waiting.pop()
        listed = tree.get(current)
        if listed is None:
            own.append(current)
            continue
        own.extend(listed.files)
        whole = current != path and not _is_collection(listed)
        inside = [inner for inner in listed.folders if whole or _belongs(tree, inner)]
        others.extend(inner for inner in listed.folders if not whole and not _belongs(tree, inner))
        waiting.extend(reversed(inside))
    return own, sorted(others, key=lambda folder: [sort_key(part) for part in folder.parts])


def _belongs(tree: dict[Path, Folder], folder: Path) -> bool:
    """Return whether a folder is named for a kind or step, or could not be listed."""
    return folder not in tree or is_part_of_dossier(folder.name)


def _is_collection(folder: Folder) -> bool:
    """Return whether a folder holds nothing but two or more folders with names of their own."""
    named = [inner for inner in folder.folders if not is_part_of_dossier(inner.name)]
    return not folder.files and len(named) > 1


def _place(file: Path, folder: Path) -> FoundFile:
    """Return a file with its path inside the folder."""
    parts = file.relative_to(folder).parts
    return FoundFile(path=file, shown="/".join(show_name(part) for part in parts))
