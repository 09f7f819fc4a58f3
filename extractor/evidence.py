"""Which passages of a dossier a drafter is shown, within the room it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.models import Chunk, Reading, UnreadPages
from extractor.presenting import present

CHARACTERS_PER_TOKEN = 3
"""Of Dutch text, on the safe side."""
AROUND = 100
"""Characters that naming a passage takes."""
NO_ROOM = "past niet in de context van het taalmodel; geef meer met --context-tokens"


def choose_passages(
    readings: Mapping[str, Reading], passages: Sequence[Chunk], context_tokens: int | None
) -> tuple[tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Return the passages that fit, in their order, and those left out; all fit without a limit."""
    if context_tokens is None:
        return tuple(passages), ()
    room = context_tokens * CHARACTERS_PER_TOKEN
    for count, chunk in enumerate(passages):
        room -= len(present(readings[chunk.reading], chunk.span).text) + AROUND
        if room < 0:
            return tuple(passages[:count]), tuple(passages[count:])
    return tuple(passages), ()


def describe_left_out(
    readings: Mapping[str, Reading], paths: Mapping[str, str], left: Sequence[Chunk]
) -> tuple[UnreadPages, ...]:
    """Return per document which pages were left out; without pages it is the document's end."""
    documents = dict.fromkeys(chunk.reading for chunk in left)
    return tuple(
        UnreadPages(
            document=paths[reading],
            pages=_list_pages(readings[reading], [c for c in left if c.reading == reading]),
            reason=NO_ROOM,
        )
        for reading in documents
    )


def _list_pages(reading: Reading, left: Sequence[Chunk]) -> tuple[int, ...]:
    return tuple(
        page.number for page in reading.pages if any(c.span.touches(page.span) for c in left)
    )
