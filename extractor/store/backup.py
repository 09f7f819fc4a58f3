"""Copy a workspace wholly or not at all, while others go on writing in it."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from shutil import rmtree

from extractor.errors import WorkspaceUnusable
from extractor.store.sources import read_bytes, write_bytes
from extractor.store.workspace import open_store

DATABASE = "bronvast.db"
SOURCES = "sources"


def copy_workspace(folder: Path, target: Path) -> int:
    """Return how many documents were copied; the copy at `target` is itself a workspace.

    Refused when `folder` has no database, when `target` is there and not empty or lies inside
    `folder`, and when anything in the copy is not as it was added; then nothing is left at
    `target`. A copy that is killed leaves a folder beside it, named for it with `.partial-`.
    """
    _require_places(folder, target)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkdtemp makes the folder its owner's only, beside its place: a rename is atomic.
        partial = Path(tempfile.mkdtemp(prefix=f"{target.name}.partial-", dir=target.parent))
        try:
            copied = _fill(folder, partial)
            if target.exists():
                target.rmdir()
            partial.rename(target)
        finally:
            rmtree(partial, ignore_errors=True)
    except (OSError, sqlite3.Error):
        message = f"de kopie van {folder} naar {target} is niet gelukt"
        hint = "Controleer de ruimte op de schijf, en of u beide mappen mag gebruiken."
        raise WorkspaceUnusable(message, hint) from None
    return copied


def _require_places(folder: Path, target: Path) -> None:
    if not (folder / DATABASE).is_file():
        message = f"in {folder} staat geen werkmap van Bronvast"
        raise WorkspaceUnusable(message, "Controleer het pad.")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        message = f"{target} is niet leeg"
        raise WorkspaceUnusable(message, "Geef een map die er nog niet is, of een lege map.")
    if target.resolve().is_relative_to(folder.resolve()):
        message = f"{target} ligt in de map die wordt gekopieerd"
        raise WorkspaceUnusable(message, "Kies een map daarbuiten.")


def _fill(folder: Path, partial: Path) -> int:
    # The rows first: bytes are kept before their row, and so are there for each row copied.
    copy = partial / DATABASE
    copy.touch(mode=0o600)
    original = f"{(folder / DATABASE).resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(original, uri=True)) as source,
        closing(sqlite3.connect(copy)) as written,
    ):
        source.backup(written)
        written.execute("PRAGMA journal_mode=DELETE")
        hashes = [row[0] for row in written.execute("SELECT sha256 FROM source ORDER BY sha256")]
    for sha256 in hashes:
        write_bytes(partial / SOURCES, sha256, read_bytes(folder / SOURCES, sha256))
    with open_store(partial) as store:
        findings = store.verify()
    if findings:
        message = f"de kopie is niet gemaakt, want {findings[0].message}"
        raise WorkspaceUnusable(message, "Bekijk alle schade met `bronvast verify`.")
    return len(hashes)
