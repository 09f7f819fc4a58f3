"""Find the table of contents: its lines say where headings are, they are not headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from extractor.documents.pdf.layout import Layout

TITLE = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:inhoud|inhoudsopgave|inhoudsoverzicht|(?:table of )?contents)\W*",
    re.IGNORECASE,
)
LEADER = re.compile(r"(?:[.·_…]\s?){4,}|…{2,}")
PAGE_NUMBER = re.compile(r"(?:^|[\s.·_…])(?P<number>\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)

FEWEST_ENTRIES = 3
"""Fewer lines with leaders than this, or fewer below the title, are no table of contents."""

ENTRY_LINES = 2
"""More lines than this between two entries belong to neither."""

LONGEST_ENTRY = 200


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of a table of contents, and the titles it lists."""

    rows: tuple[tuple[int, ...], ...]
    """The places of the lines of each row."""
    titles: frozenset[str]
    """Folded by `fold_title`."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines side by side on one baseline."""

    places: tuple[int, ...]
    text: str


def find_contents(layout: Layout, skipped: frozenset[int]) -> Contents:
    """Return the rows between the first and the last entry of every table of contents."""
    rows = _gather_rows(layout, skipped)
    entries = _find_led_entries(rows) | _find_entries_below_title(rows)
    taken = entries | _fill_gaps(entries)
    taken |= _find_titles_above(rows, taken)
    return Contents(
        rows=tuple(rows[place].places for place in sorted(taken)),
        titles=_read_titles(rows, sorted(taken), entries),
    )


def fold_title(text: str) -> str:
    """Return a title as compared: small letters and digits alone."""
    return "".join(filter(str.isalnum, text.casefold()))


def _gather_rows(layout: Layout, skipped: frozenset[int]) -> list[_Row]:
    """Return the lines that follow each other on one baseline as rows."""
    places = (place for place in range(len(layout.lines)) if place not in skipped)

    def follow(numbered: tuple[int, int]) -> tuple[int, int, int]:
        order, place = numbered
        line = layout.lines[place]
        return line.page, round(line.baseline), place - order

    rows = (tuple(place for _, place in row) for _, row in groupby(enumerate(places), follow))
    return [_Row(row, " ".join(layout.lines[place].text for place in row)) for row in rows]


def _is_entry(row: _Row) -> bool:
    """Return whether the row ends in a page number, as an entry does."""
    return len(row.text) <= LONGEST_ENTRY and PAGE_NUMBER.search(row.text) is not None


def _find_led_entries(rows: Sequence[_Row]) -> set[int]:
    """Return the rows with leaders and a page number, where there are enough of them."""
    led = {place for place, row in enumerate(rows) if LEADER.search(row.text) and _is_entry(row)}
    return led if len(led) >= FEWEST_ENTRIES else set()


def _find_entries_below_title(rows: Sequence[_Row]) -> set[int]:
    """Return the rows that follow the title and end in page numbers that do not fall."""
    found: set[int] = set()
    for title, row in enumerate(rows):
        if not _is_title(row):
            continue
        entries: list[int] = []
        highest = 0
        for place in range(title + 1, len(rows)):
            number = PAGE_NUMBER.search(rows[place].text) if _is_entry(rows[place]) else None
            if number and number["number"].isdigit() and int(number["number"]) >= highest:
                highest = int(number["number"])
                entries.append(place)
            elif place - (entries[-1] if entries else title) > ENTRY_LINES:
                break
        if len(entries) >= FEWEST_ENTRIES:
            found.update(entries)
    return found


def _find_titles_above(rows: Sequence[_Row], taken: set[int]) -> set[int]:
    """Return the title of each table, with the few rows between it and the first entry."""
    found: set[int] = set()
    for first in sorted(place for place in taken if place - 1 not in taken):
        near = range(max(first - ENTRY_LINES - 1, 0), first)
        title = next((place for place in near if _is_title(rows[place])), first)
        found.update(range(title, first))
    return found


def _is_title(row: _Row) -> bool:
    """Return whether the row is the title of a table of contents, beside a page number or not."""
    text = re.sub(r"^[\d\s/|]+", "", row.text)
    return any(TITLE.fullmatch(version) for version in (row.text, text))


def _fill_gaps(entries: Iterable[int]) -> set[int]:
    """Return the few rows between two entries: the first lines of entries on two lines."""
    filled: set[int] = set()
    ordered = sorted(entries)
    for before, after in pairwise(ordered):
        if 1 < after - before <= ENTRY_LINES + 1:
            filled.update(range(before + 1, after))
    return filled


def _read_titles(rows: Sequence[_Row], taken: Sequence[int], entries: set[int]) -> frozenset[str]:
    """Return the titles of the entries; one that took two rows also as a whole."""
    titles: set[str] = set()
    waiting = ""
    for place in taken:
        title = fold_title(LEADER.sub(" ", PAGE_NUMBER.sub("", rows[place].text)))
        if not _is_title(rows[place]):
            titles.update((title, waiting + title))
            waiting = "" if place in entries else waiting + title
    return frozenset(titles - {""})
