"""Load files from disk: regular ones only, inside the chosen folder, within a size."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from extractor.documents.problems import describe_problem
from extractor.models import Problem

LARGEST_FILE = 500_000_000
"""Bytes; the largest real documents, scans of hundreds of pages, stay well below."""

MEGABYTE = 1_000_000

RECALLED = stat.FILE_ATTRIBUTE_OFFLINE | 0x0004_0000 | 0x0040_0000
"""What Windows says of a file that OneDrive has not yet put on the disk (recall on open, on
data access)."""

DATALESS = 0x4000_0000
"""What macOS says of a file that is only in the cloud."""

OPENING = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)
"""A pipe or a link that takes the place of a file after it was looked at is not opened."""


@dataclass(frozen=True)
class LoadedFile:
    """The bytes of a file, or why there are none."""

    name: str
    content: bytes
    sha256: str
    """Of the content; of a file that was not loaded, of its name and the reason."""
    problem: Problem | None = None


def load_file(path: Path, within: Path | None = None) -> LoadedFile:
    """Return the bytes of a regular file, or a problem; nothing outside `within` is opened.

    A symbolic link is followed when it ends inside `within`, or when no folder is given: then
    the user named the file itself. A file that another program is writing is loaded once more.
    """
    try:
        place = path.resolve()
        if within is not None and not place.is_relative_to(within.resolve()):
            return _refuse(path, describe_problem("not_regular"))
        loaded = _load(path, place)
        changed = loaded.problem is not None and loaded.problem.code == "changed"
        return _load(path, place) if changed else loaded
    except (OSError, RuntimeError, ValueError):
        problem = "in_cloud" if _is_in_cloud(path) else "unreadable_file"
        return _refuse(path, describe_problem(problem))


def show_name(name: str) -> str:
    """Return a file name fit to be shown and stored: what has no shape of its own becomes �."""
    return "".join(
        character if character.isprintable() else " " if character.isspace() else "�"
        for character in name
    )


def _load(path: Path, place: Path) -> LoadedFile:
    """Return the bytes at a place if a regular file is there; nothing waits for a writer."""
    # A device is not opened at all: for some of them that alone does something.
    if not stat.S_ISREG(place.stat().st_mode):
        return _refuse(path, describe_problem("not_regular"))
    handle = os.open(place, OPENING)
    try:
        before = os.fstat(handle)
        regular, fits = stat.S_ISREG(before.st_mode), before.st_size <= LARGEST_FILE
        content = _read(handle) if regular and fits else b""
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if not regular:
        return _refuse(path, describe_problem("not_regular"))
    if not fits or len(content) > LARGEST_FILE:
        limit = str(LARGEST_FILE // MEGABYTE)
        return _refuse(path, describe_problem("too_large", limit=limit))
    if _is_changed(before, after) or len(content) != after.st_size:
        return _refuse(path, describe_problem("changed"))
    digest = hashlib.sha256(content).hexdigest()
    return LoadedFile(name=show_name(path.name), content=content, sha256=digest)


def _is_changed(before: os.stat_result, after: os.stat_result) -> bool:
    """Return whether a file was written between the two looks at it."""
    return (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)


def _read(handle: int) -> bytes:
    """Return all bytes of an open file, and one more than may be at most."""
    with os.fdopen(handle, "rb", closefd=False) as file:
        return file.read(LARGEST_FILE + 1)


def _is_in_cloud(path: Path) -> bool:
    """Return whether the system says that the file's content is not on this machine."""
    try:
        facts = path.stat()
    except (OSError, RuntimeError, ValueError):
        return False
    return is_recalled(getattr(facts, "st_file_attributes", 0), getattr(facts, "st_flags", 0))


def is_recalled(attributes: int, flags: int) -> bool:
    """Return whether a file's attributes (Windows) or flags (macOS) say it is in the cloud."""
    return bool(attributes & RECALLED or flags & DATALESS)


def _refuse(path: Path, problem: Problem) -> LoadedFile:
    """Return a file without its bytes, known by its path."""
    known = f"{problem.code}\n{path}".encode("utf-8", "surrogateescape")
    return LoadedFile(
        name=show_name(path.name),
        content=b"",
        sha256=hashlib.sha256(known).hexdigest(),
        problem=problem,
    )
