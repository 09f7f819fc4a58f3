"""Put words behind what says the same with a sign or a colour: a ticked box, the words of a link.

Each is a mark inside the paragraph, as a footnote's number is: a quote may leave it out, and a
drafter and a reviewer find it where it belongs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.documents.flow.parts import Mark


class Addition(NamedTuple):
    """Words to put behind a place in the text of a paragraph."""

    place: int
    shown: str


def add_words(
    text: str, marks: Sequence[Mark], additions: Iterable[Addition]
) -> tuple[str, tuple[Mark, ...]]:
    """Return the text with the additions in it, one a place, and all marks in order."""
    parts: list[str] = []
    places: list[int] = []
    shifts = [0]
    added: list[Mark] = []
    for place, shown in sorted(additions):
        if place > (places[-1] if places else -1):
            start = place + shifts[-1]
            added.append(Mark(kind="footnote_mark", start=start, end=start + len(shown)))
            parts.extend((text[places[-1] if places else 0 : place], shown))
            places.append(place)
            shifts.append(shifts[-1] + len(shown))
    parts.append(text[places[-1] if places else 0 :])
    moved = [
        Mark(
            kind=mark.kind,
            start=mark.start + shifts[bisect_right(places, mark.start)],
            end=mark.end + shifts[bisect_left(places, mark.end)],
        )
        for mark in marks
    ]
    return "".join(parts), tuple(sorted((*moved, *added), key=lambda mark: (mark.start, -mark.end)))
