"""The folders of this machine, so that nobody has to type a path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractor.documents.files import show_name
from extractor.documents.folder_names import sort_key
from extractor.errors import FolderNotFound

MOST = 500
"""Folders shown of one folder."""

LISTS = (".xlsx", ".csv")
"""How the files end that may be a list."""


@dataclass(frozen=True)
class SubFolder:
    """A folder or file inside the folder that is shown."""

    name: str
    path: str


@dataclass(frozen=True)
class FolderView:
    """A folder with what can be opened from there."""

    path: str
    above: str | None
    folders: tuple[SubFolder, ...]
    files: int
    """Files that lie directly in it."""
    lists: tuple[SubFolder, ...] = ()
    """Those that may be an organisation's list of algorithms."""


def show_folder(path: str) -> FolderView:
    """Return a folder's sub-folders in natural order, the home folder's where none is named.

    FolderNotFound where it is no folder that may be read; hidden folders are left out.
    """
    place = Path(path).expanduser() if path.strip() else Path.home()
    try:
        place = place.resolve(strict=True)
        with os.scandir(place) as listing:
            entries = [entry for entry in listing if not entry.name.startswith(".")]
        inner = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        lists = [entry.name for entry in entries if entry.name.lower().endswith(LISTS)]
    except (OSError, ValueError):
        raise FolderNotFound(show_name(path)) from None
    return FolderView(
        path=str(place),
        above=str(place.parent) if place.parent != place else None,
        folders=_place(inner, place),
        files=len(entries) - len(inner),
        lists=_place(lists, place),
    )


def _place(names: Iterable[str], folder: Path) -> tuple[SubFolder, ...]:
    """Return the first of the names in natural order.

    A name that is no text cannot be asked for again; whoever needs it types a path above it.
    """
    shown = sorted((name for name in names if name.isprintable()), key=sort_key)[:MOST]
    return tuple(SubFolder(name, str(folder / name)) for name in shown)
