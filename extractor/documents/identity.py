"""Give a reading its id: the same bytes read the same way are the same reading."""

from __future__ import annotations

import hashlib

ID_LENGTH = 16
"""Hexadecimal characters: 64 bits, ample for every document a public body holds."""

READERS = frozenset({"docx@3", "form@1", "html@2", "odt@2", "pdf@2", "text@3"})
"""The readers as they are now; what an earlier version of one made is read again."""


def make_reading_id(source_sha256: str, reader: str, options: tuple[str, ...] = ()) -> str:
    """Return the id of what this reader makes of these bytes with these options."""
    parts = "\n".join((source_sha256, reader, *options))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
