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


def measure_passage(reading: Reading, chunk: Chunk) -> int:
    """Return how many characters it takes to show the passage with its name."""
    return len(present(reading, chunk.span).text) + AROUND


def choose_passages(
    sizes: Sequence[int], scores: Sequence[float], documents: Sequence[str], room: int
) -> tuple[int, ...]:
    """Return the places of the passages that are shown, in order; all of them where they fit.

    Else the best are taken first, each with the passages right before and behind it in its
    document, as long as there is room for them; what scores nothing is taken only as a neighbour.
    """
    if sum(sizes) <= room:
        return tuple(range(len(sizes)))
    taken: set[int] = set()
    ranked = sorted((at for at in range(len(sizes)) if scores[at] > 0), key=lambda at: -scores[at])
    for best in ranked:
        for at in (best, best - 1, best + 1):
            same = 0 <= at < len(sizes) and documents[at] == documents[best]
            if same and at not in taken and sizes[at] <= room and (at == best or best in taken):
                taken.add(at)
                room -= sizes[at]
    return tuple(sorted(taken))


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
