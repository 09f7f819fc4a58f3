"""Find running headers, footers and page numbers: what returns in the margins, page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.documents.pdf.layout import Layout, Sheet
from extractor.documents.pdf.margins import (
    COLUMNS,
    MOST_PAGES,
    ROMAN,
    ROW_BELOW,
    MarginRow,
    find_returning,
    fold_numbers,
    list_rows,
)

MARGIN = 0.085
"""Part of the page's height at its top and bottom where furniture stands."""

SAME_COLUMN = 3.0
"""Points that the lines of a column of text may differ at the left."""

PAGE_NUMBER = re.compile(
    r"(?:pagina|page|blad|blz\.?|p\.)\s*(?P<named>\d{1,4})(?:\s*(?:van|of|/|\|)\s*\d{1,4})?"
    r"|(?P<first>\d{1,4})\s*(?:van|of|/|\|)\s*\d{1,4}",
    re.IGNORECASE,
)

SHORT_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Which lines are furniture, and the page numbers printed in them."""

    places: frozenset[int]
    printed: dict[int, str]
    """By the page's number in the file."""


def find_furniture(layout: Layout) -> Furniture:
    """Return the lines that repeat in the margins, digits apart, and numbers in page order."""
    repeated = find_returning(layout)
    places: set[int] = set()
    for sheet in layout.sheets:
        for top in (True, False):
            places.update(_take_margin(layout, sheet, repeated, top=top))
    return Furniture(frozenset(places), _read_numbers(layout, places))


def _take_margin(
    layout: Layout, sheet: Sheet, repeated: dict[int, float], *, top: bool
) -> set[int]:
    """Return the furniture of one margin: from the edge inward, as far as lines repeat.

    What stands farther out than a line that most pages have is furniture as well.
    """
    rows, beyond = list_rows(layout, sheet, top=top)
    fitting: dict[int, float] = {}
    ends = [*(row.far for row in rows[1:]), beyond]
    for row, end in zip(rows, ends, strict=False):
        gap = end - row.far if top else float("inf")
        fitting.update(_find_fitting(layout, sheet, row, gap, repeated))
    if rows and PAGE_NUMBER.fullmatch(layout.lines[rows[0].places[0]].text):
        fitting.setdefault(rows[0].places[0], 0.0)
    inward = [(row.far, place) for row in rows for place in row.places]
    first_text = next((far for far, place in inward if place not in fitting), float("inf"))
    settled = max((far for far, place in inward if fitting.get(place, 0) >= MOST_PAGES), default=0)
    taken = {
        place
        for far, place in inward
        if far < settled or (place in fitting and far <= max(first_text, settled))
    }
    return taken - set(_find_run_on(layout, taken, fitting))


def _find_run_on(layout: Layout, taken: set[int], fitting: dict[int, float]) -> Iterator[int]:
    """Yield the lines that only go on in a column of text that reaches down into the margin."""
    text: set[int] = set()
    for place in sorted(taken - fitting.keys()):
        if place > 0 and (place - 1 not in taken or place - 1 in text):
            before, line = layout.lines[place - 1], layout.lines[place]
            if layout.steps_down(before, line) and abs(before.left - line.left) <= SAME_COLUMN:
                text.add(place)
                yield place


def _find_fitting(
    layout: Layout, sheet: Sheet, row: MarginRow, gap: float, repeated: dict[int, float]
) -> Iterator[tuple[int, float]]:
    """Yield the lines of a row that are furniture, by what they repeat, and no head of a table.

    Words must repeat with all that stands beside them; a page number may stand beside text.
    """
    lines = [layout.lines[place] for place in row.places]
    if len(lines) > COLUMNS and gap <= ROW_BELOW * max(line.size for line in lines):
        return
    whole = all(place in repeated for place in row.places)
    deep = row.far > MARGIN * sheet.height
    for place, line in zip(row.places, lines, strict=True):
        share = repeated.get(place, 0.0)
        plain = line.size <= layout.size and not line.bold
        settled = not deep or (share >= MOST_PAGES and plain)
        if share and settled and (whole or fold_numbers(line.text) == "#"):
            yield place, share


def _read_numbers(layout: Layout, places: set[int]) -> dict[int, str]:
    """Return the numbers in furniture that count on with the pages, or say they are one."""
    slots: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    said: dict[int, str] = {}
    for place in sorted(places):
        line = layout.lines[place]
        for order, digits in enumerate(SHORT_NUMBER.findall(line.text)):
            slots[fold_numbers(line.text), order][line.page] = int(digits)
        found = PAGE_NUMBER.search(line.text)
        if found:
            said.setdefault(line.page, found["named"] or found["first"])
        elif ROMAN.fullmatch(line.text):
            said.setdefault(line.page, line.text)
    counted = {
        page: str(number)
        for numbers in slots.values()
        for page, number in numbers.items()
        if any(numbers.get(page + step) == number + step for step in (1, -1, 2, -2))
    }
    return said | counted
