"""Tell whether a folder is likely to be copied elsewhere by a program that keeps folders alike."""

from __future__ import annotations

import re
from pathlib import Path

SYNCED_NAMES = re.compile(
    r"(?:onedrive|dropbox|nextcloud|owncloud|google ?drive|googledrive|my drive)(?:$|[ ._\-(].*)"
    r"|icloud ?drive|icloud~.*|com~apple~clouddocs|mobile documents|cloudstorage",
    re.IGNORECASE,
)
"""How those programs name their own folders; "OneDrive - Ministerie" too."""

SYNCED_MARKS = (".dropbox", ".dropbox.cache", ".sync", ".stfolder", ".owncloudsync.log")
"""What those programs leave in the folders they keep alike, whatever these are called."""

SYNC_DATABASES = "._sync_*.db", ".sync_*.db"
"""The same of Nextcloud and ownCloud, with a name of its own for each folder."""


def find_synced(path: Path) -> Path | None:
    """Return the innermost folder at or above the path that looks synced, or none.

    A program that leaves no mark in a folder with an ordinary name is not recognised.
    """
    folder = path.resolve()
    return next((place for place in (folder, *folder.parents) if _looks_synced(place)), None)


def _looks_synced(folder: Path) -> bool:
    if SYNCED_NAMES.fullmatch(folder.name):
        return True
    try:
        if any((folder / mark).exists() for mark in SYNCED_MARKS):
            return True
        return any(True for pattern in SYNC_DATABASES for _ in folder.glob(pattern))
    except OSError:
        return False
