"""Which passages of a dossier a drafter is shown, within the room it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.models import Chunk, Reading, UnreadPages
from extractor.presenting import present

CHARACTERS_PER_TOKEN = 3
"""Of Dutch text, on the safe side."""
AROUND = 100
"""Characters that naming a passage takes."""
SHARE = 0.25
"""What a passage is worth of what its neighbour is: it may explain it."""
NO_ROOM = "past niet in de context van het taalmodel; geef meer met --context-tokens"


def measure_passage(reading: Reading, chunk: Chunk) -> int:
    """Return how many characters it takes to show the passage with its name."""
    return len(present(reading, chunk.span).text) + AROUND


def choose_passages(
    sizes: Sequence[int], scores: Sequence[float], documents: Sequence[str], room: int
) -> tuple[int, ...]:
    """Return the places of the passages that are shown, in order; all of them where they fit.

    Else the best are taken first, as long as there is room. The passages right before and behind
    one in its document share in what it is worth; what is worth nothing is left out.
    """
    if sum(sizes) <= room:
        return tuple(range(len(sizes)))
    worth = [
        max(scores[at], *(SHARE * scores[near] for near in _list_neighbours(documents, at)), 0.0)
        for at in range(len(sizes))
    ]
    taken = []
    for at in sorted(range(len(sizes)), key=lambda at: -worth[at]):
        if worth[at] > 0 and sizes[at] <= room:
            taken.append(at)
            room -= sizes[at]
    return tuple(sorted(taken))


def _list_neighbours(documents: Sequence[str], at: int) -> list[int]:
    near = (at - 1, at + 1)
    return [n for n in near if 0 <= n < len(documents) and documents[n] == documents[at]]


def describe_left_out(
    readings: Mapping[str, Reading], paths: Mapping[str, str], left: Sequence[Chunk]
) -> tuple[UnreadPages, ...]:
    """Return per document which pages were left out; without pages it is part of the document."""
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
