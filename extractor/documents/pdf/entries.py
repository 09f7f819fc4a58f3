"""Tell which rows are entries of a table of contents: by leaders, by page numbers, by titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

FIGURES = r"(?:figuren|tabellen|afbeeldingen|grafieken|figures|tables)"
TITLE = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:inhoud|inhoudsopgave|inhoudsoverzicht|(?:table of )?contents"
    rf"|(?:(?:lijst|overzicht) (?:van|met) (?:de )?|list of )?{FIGURES})\W*",
    re.IGNORECASE,
)
LEADER = re.compile(r"(?:[.·_…]\s?){4,}|…{2,}")
PAGE_NUMBER = re.compile(r"(?:^|[\s.·_…])(?P<number>\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)

NUMBER_ENDS = frozenset("0123456789ivxlIVXL")
"""What a page number ends in, which spares most rows the search for one."""

FEWEST_ENTRIES = 3
"""Fewer lines with leaders than this, or fewer below the title, are no table of contents."""

ENTRY_LINES = 2
"""More lines than this between two entries belong to neither."""

TITLE_LINES = 3
"""Lines that a title takes at most, in the table and where it heads its text."""

LONGEST_ENTRY, LONGEST_TITLE = 200, 60

MOST_FALLS = 0.25
"""Part of the steps from one page number to the next that may go down among lines with leaders."""

PAGES_BEFORE = 50
"""Pages that may have been numbered before the first of the file: beyond, it is a year or a sum."""

FIRST_NUMBER = re.compile(r"^\d{1,4}\s+")
NUMERALS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """Lines side by side on one baseline."""

    places: tuple[int, ...]
    text: str


def find_entries(rows: Sequence[PrintedRow], pages: int) -> set[int]:
    """Return the rows of a file of so many pages that are entries, by their places."""
    most = pages + PAGES_BEFORE
    return _find_led_entries(rows, most) | _find_listed(rows, most)


def fold_title(text: str) -> str:
    """Return a title as compared: small letters and digits alone."""
    return "".join(filter(str.isalnum, text.casefold()))


def is_title(row: PrintedRow) -> bool:
    """Return whether the row is the title of a table of contents, beside a page number or not."""
    if len(row.text) > LONGEST_TITLE:
        return False
    text = re.sub(r"^[\d\s/|]+", "", row.text)
    return any(TITLE.fullmatch(version) for version in (row.text, text))


def read_title(row: PrintedRow) -> str:
    """Return what the row says before leaders and a page number, folded."""
    return fold_title(LEADER.sub(" ", PAGE_NUMBER.sub("", row.text)))


def _read_page(row: PrintedRow) -> tuple[bool, int] | None:
    """Return the page number that the row ends in, so that Roman ones come first; none without."""
    ends = row.text[-1:] in NUMBER_ENDS and len(row.text) <= LONGEST_ENTRY
    found = PAGE_NUMBER.search(row.text) if ends else None
    if found is None:
        return None
    number = found["number"].lower()
    return (True, int(number)) if number.isdigit() else (False, _read_roman(number))


def _read_roman(number: str) -> int:
    """Return the value of a Roman number, of sound or unsound form."""
    values = [NUMERALS[letter] for letter in number]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _find_led_entries(rows: Sequence[PrintedRow], most: int) -> set[int]:
    """Return the rows with leaders and a page number, where there are enough of them.

    Sums of money have leaders too, but go up and down, and beyond the pages there are.
    """
    pages = ((place, _read_page(row)) for place, row in enumerate(rows))
    led = {
        place: page for place, page in pages if page is not None and LEADER.search(rows[place].text)
    }
    found: set[int] = set()
    for run in _part_runs(led):
        falls = sum(led[after] < led[before] for before, after in pairwise(run))
        beyond = sum(led[place] > (True, most) for place in run) if falls else 0
        if max(falls, beyond) <= MOST_FALLS * (len(run) - 1):
            found.update(run)
    return found if len(found) >= FEWEST_ENTRIES else set()


def _part_runs(places: Iterable[int]) -> Iterator[list[int]]:
    """Yield the places that follow each other, but for the first lines of longer entries."""
    run: list[int] = []
    for place in places:
        if run and place - run[-1] > ENTRY_LINES + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _find_listed(rows: Sequence[PrintedRow], most: int) -> set[int]:
    """Return the entries below each title: with page numbers, else titles that return in order."""
    found: set[int] = set()
    places: dict[str, list[int]] = {}
    for title in (place for place, row in enumerate(rows) if is_title(row)):
        entries = _follow_numbers(rows, title, most)
        if len(entries) < FEWEST_ENTRIES:
            places = places or _index_titles(rows)
            entries = _follow_titles(rows, title, places)
        if len(entries) >= FEWEST_ENTRIES:
            found.update(entries)
    return found


def _follow_numbers(rows: Sequence[PrintedRow], title: int, most: int) -> list[int]:
    """Return the rows that follow the title and end in page numbers that do not fall.

    A number that only the next one falls below was one of the title's own words. The text
    begins where the title of an entry stands again.
    """
    entries: list[int] = []
    pages = [(False, 0)]
    names: set[str] = set()
    for place in range(title + 1, len(rows)):
        page = _read_page(rows[place])
        if fold_title(rows[place].text) in names:
            break
        if page is not None and len(pages) > 1 and pages[-2] <= page < pages[-1]:
            pages.pop()
            entries.pop()
        if page is not None and pages[-1] <= page <= (True, most):
            pages.append(page)
            entries.append(place)
            names.add(read_title(rows[place]))
        elif place - (entries[-1] if entries else title) > ENTRY_LINES:
            break
    return entries


def _follow_titles(
    rows: Sequence[PrintedRow], title: int, places: Mapping[str, Sequence[int]]
) -> list[int]:
    """Return the rows that follow the title and stand once more below them all, in their order."""
    entries: list[int] = []
    last, bound = title, len(rows)
    for place in range(title + 1, len(rows)):
        if place >= bound or place - (entries[-1] if entries else title) > ENTRY_LINES:
            break
        taken = rows[place : min(place + TITLE_LINES, bound)]
        lines, again = _find_again(taken, places, max(last, place + TITLE_LINES - 1))
        if lines:
            last, bound = again, min(bound, again)
            entries.extend(range(place, place + lines))
    return sorted(set(entries))


def _find_again(
    rows: Sequence[PrintedRow], places: Mapping[str, Sequence[int]], after: int
) -> tuple[int, int]:
    """Return how many of the rows are a title that stands below `after`, and where; 0 for none."""
    for lines in range(len(rows), 0, -1):
        text = " ".join(row.text for row in rows[:lines])
        names = (fold_title(text), fold_title(FIRST_NUMBER.sub("", text)))
        again = [place for name in names for place in places.get(name, ()) if place > after]
        if again and not any(map(str.isdigit, names)):
            return lines, min(again)
    return 0, 0


def _index_titles(rows: Sequence[PrintedRow]) -> dict[str, list[int]]:
    """Return where rows begin that have a name, alone or with the next few."""
    places: dict[str, list[int]] = {}
    for place in range(len(rows)):
        name = ""
        for row in rows[place : place + TITLE_LINES]:
            name += fold_title(row.text)
            places.setdefault(name, []).append(place)
    return places
