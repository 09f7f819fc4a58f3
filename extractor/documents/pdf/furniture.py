"""Find running headers, footers and page numbers: what returns in the margins, page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.documents.pdf.layout import Layout, Sheet
from extractor.documents.pdf.lines import Line

MARGIN = 0.085
"""Part of the page's height at its top and bottom where furniture stands."""

DEEP_MARGIN = 0.13
"""As `MARGIN`, for a letterhead of several lines that stands on most pages."""

MOST_PAGES = 0.6
"""Part of the pages that is most of them."""

SAME_ROW = 1.0
"""Points that lines beside each other may differ in height."""

SAME_HEIGHT = 6.0
"""Points that furniture may shift from page to page."""

FEW_PAGES = 4
"""Up to this many pages a repetition on two is enough; beyond, it takes three."""

COLUMNS = 2
"""Up to this many pieces beside each other are a header, such as a title and a page number."""

ROW_BELOW = 1.9
"""In font sizes: more columns than that, this close above text, are the head of a table."""

PAGE_NUMBER = re.compile(
    r"(?:pagina|page|blad|blz\.?|p\.)\s*(?P<named>\d{1,4})(?:\s*(?:van|of|/|\|)\s*\d{1,4})?"
    r"|(?P<first>\d{1,4})\s*(?:van|of|/|\|)\s*\d{1,4}",
    re.IGNORECASE,
)
SHORT_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Which lines are furniture, and the page numbers printed in them."""

    places: frozenset[int]
    printed: dict[int, str]
    """By the page's number in the file."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines beside each other, with how far they stand from the edge."""

    far: float
    places: list[int]


def find_furniture(layout: Layout) -> Furniture:
    """Return the lines that repeat in the margins, digits apart, and numbers in page order."""
    repeated = _find_repeated(layout)
    places: set[int] = set()
    for sheet in layout.sheets:
        for top in (True, False):
            places.update(_take_margin(layout, sheet, repeated, top=top))
    return Furniture(frozenset(places), _read_numbers(layout, places))


def _find_repeated(layout: Layout) -> dict[int, float]:
    """Return the margin lines that return at one height, with the part of the pages they are on."""
    groups: dict[tuple[bool, str], list[tuple[float, int]]] = defaultdict(list)
    for sheet in layout.sheets:
        for place in sheet.places:
            line = layout.lines[place]
            for top in (True, False):
                distance = _from_edge(sheet, line, top=top)
                if distance <= DEEP_MARGIN * sheet.height:
                    groups[top, _fold(line.text)].append((distance, place))
    count = len(layout.sheets)
    least = 2 if count <= FEW_PAGES else 3
    repeated: dict[int, float] = {}
    for group in groups.values():
        for cluster in _cluster(group):
            pages = {layout.lines[place].page for place in cluster}
            if len(pages) >= least:
                repeated.update(dict.fromkeys(cluster, len(pages) / count))
    return repeated


def _cluster(group: Iterable[tuple[float, int]]) -> Iterator[list[int]]:
    """Yield the places that stand at about the same distance from the edge."""
    cluster: list[int] = []
    last = 0.0
    for distance, place in sorted(group):
        if cluster and distance - last > SAME_HEIGHT:
            yield cluster
            cluster = []
        cluster.append(place)
        last = distance
    if cluster:
        yield cluster


def _take_margin(
    layout: Layout, sheet: Sheet, repeated: dict[int, float], *, top: bool
) -> set[int]:
    """Return the furniture of one margin: from the edge inward, as far as lines repeat.

    What stands farther out than a line that most pages have is furniture as well.
    """
    rows, beyond = _list_rows(layout, sheet, top=top)
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
    return {
        place
        for far, place in inward
        if far < settled or (place in fitting and far <= max(first_text, settled))
    }


def _list_rows(layout: Layout, sheet: Sheet, *, top: bool) -> tuple[list[_Row], float]:
    """Return the rows of lines in the margin from the edge inward, and where the next row is."""
    rows: list[_Row] = []
    beyond = float("inf")
    lines = ((_from_edge(sheet, layout.lines[place], top=top), place) for place in sheet.places)
    for far, place in sorted(lines):
        if far > DEEP_MARGIN * sheet.height:
            beyond = far
            break
        if rows and far - rows[-1].far < SAME_ROW:
            rows[-1].places.append(place)
        else:
            rows.append(_Row(far, [place]))
    return rows, beyond


def _find_fitting(
    layout: Layout, sheet: Sheet, row: _Row, gap: float, repeated: dict[int, float]
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
        if share and settled and (whole or _fold(line.text) == "#"):
            yield place, share


def _from_edge(sheet: Sheet, line: Line, *, top: bool) -> float:
    """Return how far the line stands from the top or bottom edge of its page."""
    return line.baseline if top else sheet.height - line.baseline


def _fold(text: str) -> str:
    """Return the text without numbers, so that pages differ in nothing else."""
    letters = " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
    counts = not letters or ROMAN.fullmatch(letters)
    return "#" if counts and any(map(str.isalnum, text)) else letters or text


def _read_numbers(layout: Layout, places: set[int]) -> dict[int, str]:
    """Return the numbers in furniture that count on with the pages, or say they are one."""
    slots: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    said: dict[int, str] = {}
    for place in sorted(places):
        line = layout.lines[place]
        for order, digits in enumerate(SHORT_NUMBER.findall(line.text)):
            slots[_fold(line.text), order][line.page] = int(digits)
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
