"""Tell one way of suggesting from another."""

from __future__ import annotations

from pathlib import Path

from extractor import relevance
from extractor.drafting.room import hash_room

_RELEVANCE = Path(relevance.__file__).parent


def hash_suggesting() -> str:
    """Return a hash of how passages are ranked and chosen: other rules may make another draft."""
    return f"{hash_room(Path(__file__).parent)}-{hash_room(_RELEVANCE)}"
