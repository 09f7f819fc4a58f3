"""Find the table of contents: its lines say where headings are, they are not headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.documents.pdf.entries import (
    ENTRY_LINES,
    PrintedRow,
    find_entries,
    is_title,
    read_title,
)
from extractor.documents.pdf.layout import Layout


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of a table of contents, and the titles it lists."""

    rows: tuple[tuple[int, ...], ...]
    """The places of the lines of each row."""
    titles: frozenset[str]
    """Folded by `fold_title`."""


def find_contents(layout: Layout, skipped: frozenset[int]) -> Contents:
    """Return the rows between the first and the last entry of every table of contents."""
    rows = _gather_rows(layout, skipped)
    entries = find_entries(rows, len(layout.sheets))
    taken = entries | _fill_gaps(entries)
    taken |= _find_titles_above(rows, taken)
    return Contents(
        rows=tuple(rows[place].places for place in sorted(taken)),
        titles=_read_titles(rows, sorted(taken), entries),
    )


def _gather_rows(layout: Layout, skipped: frozenset[int]) -> list[PrintedRow]:
    """Return the lines that follow each other on one baseline as rows."""
    rows: list[list[int]] = []
    before: tuple[int, int, int] | None = None
    for place, line in enumerate(layout.lines):
        if place in skipped:
            continue
        here = (place, line.page, round(line.baseline))
        if before == (here[0] - 1, *here[1:]):
            rows[-1].append(place)
        else:
            rows.append([place])
        before = here
    return [
        PrintedRow(tuple(places), " ".join(layout.lines[place].text for place in places))
        for places in rows
    ]


def _find_titles_above(rows: Sequence[PrintedRow], taken: set[int]) -> set[int]:
    """Return the title of each table, with the few rows between it and the first entry."""
    found: set[int] = set()
    for first in sorted(place for place in taken if place - 1 not in taken):
        near = range(max(first - ENTRY_LINES - 1, 0), first)
        title = next((place for place in near if is_title(rows[place])), first)
        found.update(range(title, first))
    return found


def _fill_gaps(entries: Iterable[int]) -> set[int]:
    """Return the few rows between two entries: the first lines of entries on two lines."""
    filled: set[int] = set()
    ordered = sorted(entries)
    for before, after in pairwise(ordered):
        if 1 < after - before <= ENTRY_LINES + 1:
            filled.update(range(before + 1, after))
    return filled


def _read_titles(
    rows: Sequence[PrintedRow], taken: Sequence[int], entries: set[int]
) -> frozenset[str]:
    """Return the titles of the entries; one that took two rows also as a whole."""
    titles: set[str] = set()
    waiting = ""
    for place in taken:
        title = read_title(rows[place])
        if not is_title(rows[place]):
            titles.update((title, waiting + title))
            waiting = "" if place in entries else waiting + title
    return frozenset(titles - {""})
