"""The folders of this machine, so that nobody has to type a path."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from extractor.documents.files import show_name
from extractor.documents.folder_names import sort_key
from extractor.errors import FolderNotFound

MOST = 500
"""Folders shown of one folder."""


@dataclass(frozen=True)
class SubFolder:
    """A folder inside the one that is shown."""

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
    except (OSError, ValueError):
        raise FolderNotFound(show_name(path)) from None
    # A name that is no text cannot be asked for again; whoever needs it types a path above it.
    shown = sorted((name for name in inner if name.isprintable()), key=sort_key)[:MOST]
    return FolderView(
        path=str(place),
        above=str(place.parent) if place.parent != place else None,
        folders=tuple(SubFolder(name, str(place / name)) for name in shown),
        files=len(entries) - len(inner),
    )
