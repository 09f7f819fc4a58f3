"""Search a workspace for what should be gone: as plain bytes, packed, and in pieces of a page."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

PIECE = 24
"""So many packed bytes never come back by chance."""


def find_sentences(workspace: Path, sentences: Iterable[str]) -> set[str]:
    """Return which sentences stand somewhere in the workspace's files, packed or not."""
    wanted = {sentence: sentence.encode() for sentence in sentences}
    texts = [path.read_bytes() for path in list_files(workspace)]
    texts += [unpack(blob) for blob in read_blobs(workspace)]
    return {shown for shown, sought in wanted.items() if any(sought in text for text in texts)}


def count_pieces(workspace: Path, packed: Iterable[bytes], kept: Iterable[bytes]) -> int:
    """Return how many pieces of what was packed are still in a file, free pages included.

    A piece that also stands in what is kept says nothing.
    """
    pieces = {piece for blob in packed for piece in cut(blob)}
    files = [path.read_bytes() for path in list_files(workspace)]
    others = b"".join(kept)
    return sum(any(piece in each for each in files) and piece not in others for piece in pieces)


def read_blobs(workspace: Path) -> list[bytes]:
    """Return every value in the database that holds bytes."""
    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = (
            row
            for (table,) in tables
            for row in database.execute(f"SELECT * FROM {table}")  # noqa: S608 - a table of its own
        )
        return [value for row in rows for value in row if isinstance(value, bytes)]


def list_files(workspace: Path) -> Iterator[Path]:
    """Yield every file of the workspace, journals included."""
    yield from (path for path in sorted(workspace.rglob("*")) if path.is_file())


def unpack(blob: bytes) -> bytes:
    """Return what was packed, as it is where nothing was."""
    with suppress(zlib.error):
        return zlib.decompress(blob)
    return blob


def cut(blob: bytes) -> Iterator[bytes]:
    """Yield pieces from the whole length."""
    yield from (blob[at : at + PIECE] for at in range(0, len(blob) - PIECE, PIECE))
