"""Keep sources: a row each, and their bytes in the workspace under their own hash."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, insert, select

from extractor.errors import WorkspaceUnusable
from extractor.models import Source
from extractor.store.tables import SOURCE

PARTIAL = "partial-"
"""How the name of a file begins that is being written, or was when the writing was killed."""

WRITES = 3
"""How often a file is written when forgetting sweeps the half-written one away."""


def insert_source(connection: Connection, source: Source, size: int) -> bool:
    """Add the source and return whether it was new; the first name it had is kept."""
    if select_source(connection, source.sha256) is not None:
        return False
    row = {**source.model_dump(), "size": size}
    connection.execute(insert(SOURCE).values(row))
    return True


def select_source(connection: Connection, sha256: str) -> Source | None:
    """Return the source with this hash, or none."""
    query = select(SOURCE.c.sha256, SOURCE.c.name, SOURCE.c.media_type)
    row = connection.execute(query.where(SOURCE.c.sha256 == sha256)).one_or_none()
    if row is None:
        return None
    return Source(sha256=row.sha256, name=row.name, media_type=row.media_type)


def select_hashes(connection: Connection) -> tuple[str, ...]:
    """Return the hashes of all sources, sorted."""
    return tuple(connection.scalars(select(SOURCE.c.sha256).order_by(SOURCE.c.sha256)))


def locate_bytes(folder: Path, sha256: str) -> Path:
    """Return where bytes with this hash lie below the folder; what is no hash is refused."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        message = "a source is known by 64 lower-case hexadecimal digits"
        raise ValueError(message)
    return folder / sha256[:2] / sha256


def write_bytes(folder: Path, sha256: str, content: bytes) -> None:
    """Keep the bytes, wholly or not at all; bytes that are not what the hash says are refused."""
    if hashlib.sha256(content).hexdigest() != sha256:
        message = "the content is not what its hash says"
        raise ValueError(message)
    path = locate_bytes(folder, sha256)
    if path.is_file() and path.read_bytes() == content:
        return
    try:
        _write_whole(path, content)
    except OSError:
        message = f"een document kan niet worden bewaard in {folder}"
        hint = "Controleer de ruimte op de schijf, en of u in de werkmap mag schrijven."
        raise WorkspaceUnusable(message, hint) from None


def read_bytes(folder: Path, sha256: str) -> bytes:
    """Return the bytes with this hash; missing or changed bytes are refused."""
    try:
        content = locate_bytes(folder, sha256).read_bytes()
    except OSError:
        raise _lost(sha256, "ontbreekt") from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise _lost(sha256, "is gewijzigd")
    return content


def _write_whole(path: Path, content: bytes) -> None:
    for _ in range(WRITES - 1):
        with suppress(FileNotFoundError):
            _replace_file(path, content)
            return
    _replace_file(path, content)


def _replace_file(path: Path, content: bytes) -> None:
    path.parent.parent.mkdir(mode=0o700, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    # mkstemp makes the file readable for its owner only, beside its place: a rename is atomic.
    handle, partial = tempfile.mkstemp(prefix=PARTIAL, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Let the new name survive a power cut; Windows does so by itself and cannot be asked."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lost(sha256: str, state: str) -> WorkspaceUnusable:
    return WorkspaceUnusable(
        f"de bewaarde kopie van document {sha256[:12]} {state}",
        "Lees de map met dit document opnieuw in met `bronvast draft`.",
    )
