"""Find what stands in the margins of pages, and what of it returns from page to page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.documents.pdf.layout import Layout, Sheet
from extractor.documents.pdf.lines import Line

DEEP_MARGIN = 0.13
"""Part of the page's height at its top and bottom that is looked at: a deep letterhead's."""

MOST_PAGES = 0.6
"""Part of the pages that is most of them."""

SAME_ROW = 1.0
"""Points that lines beside each other may differ in height."""

SAME_HEIGHT = 6.0
"""Points that furniture may shift from page to page."""

FEW_PAGES = 4
"""Up to this many pages a repetition on two is enough; beyond, it takes three."""

SAME_SLOT = 1.0
"""Points that lines in one slot of the margin may differ in height, and half so much in size."""

SLOT_REPEATS = 0.5
"""Part of the lines in a slot whose text returns, where the others are furniture too."""

COLUMNS = 2
"""Up to this many pieces beside each other are a header, such as a title and a page number."""

ROW_BELOW = 1.9
"""In font sizes: more columns than that, this close above text, are the head of a table."""

ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarginRow:
    """Lines beside each other, with how far they stand from the edge."""

    far: float
    places: list[int]


def find_returning(layout: Layout) -> dict[int, float]:
    """Return the lines that return in the margins, with the part of the pages they are on.

    A line that fills the place of lines that return is one of them, whatever it says.
    """
    repeated = _find_repeated(layout)
    return repeated | _find_slots(layout, repeated)


def _find_repeated(layout: Layout) -> dict[int, float]:
    """Return the margin lines that return at one height, with the part of the pages they are on."""
    groups: dict[tuple[bool, str], list[tuple[float, int]]] = defaultdict(list)
    for sheet in layout.sheets:
        for place in sheet.places:
            line = layout.lines[place]
            for top in (True, False):
                distance = _from_edge(sheet, line, top=top)
                if distance <= DEEP_MARGIN * sheet.height:
                    groups[top, fold_numbers(line.text)].append((distance, place))
    count = len(layout.sheets)
    least = 2 if count <= FEW_PAGES else 3
    repeated: dict[int, float] = {}
    for group in groups.values():
        for cluster in _cluster(group):
            pages = {layout.lines[place].page for place in cluster}
            if len(pages) >= least:
                repeated.update(dict.fromkeys(cluster, len(pages) / count))
    return repeated


def _find_slots(layout: Layout, repeated: dict[int, float]) -> dict[int, float]:
    """Return lines like a header that changes with the chapter, with the part of the pages.

    Most pages have a line in that place and print, apart from the text; most of their texts
    return, if on two pages only.
    """
    groups: dict[tuple[bool, int], list[tuple[float, int]]] = defaultdict(list)
    for sheet in layout.sheets:
        for top in (True, False):
            rows, beyond = list_rows(layout, sheet, top=top)
            for row, end in zip(rows, [*(row.far for row in rows[1:]), beyond], strict=False):
                for place in row.places:
                    size = layout.lines[place].size
                    apart = ROW_BELOW * size < end - row.far < sheet.height
                    if apart and len(row.places) <= COLUMNS:
                        groups[top, round(size * 2)].append((row.far, place))
    slots: dict[int, float] = {}
    for group in groups.values():
        for cluster in _cluster(group, SAME_SLOT):
            slots.update(_take_slot(layout, cluster, repeated))
    return slots


def _take_slot(
    layout: Layout, cluster: list[int], repeated: dict[int, float]
) -> Iterator[tuple[int, float]]:
    """Yield the lines of a slot that is one of furniture, with the part of the pages it is on."""
    pages: dict[str, set[int]] = defaultdict(set)
    for place in cluster:
        pages[fold_numbers(layout.lines[place].text)].add(layout.lines[place].page)
    share = len(set().union(*pages.values())) / len(layout.sheets)
    returning = sum(len(found) for found in pages.values() if len(found) > 1)
    if share >= MOST_PAGES and returning >= SLOT_REPEATS * len(cluster):
        yield from ((place, share) for place in cluster if place not in repeated)


def _cluster(group: Iterable[tuple[float, int]], apart: float = SAME_HEIGHT) -> Iterator[list[int]]:
    """Yield the places that stand at about the same distance from the edge."""
    cluster: list[int] = []
    last = 0.0
    for distance, place in sorted(group):
        if cluster and distance - last > apart:
            yield cluster
            cluster = []
        cluster.append(place)
        last = distance
    if cluster:
        yield cluster


def list_rows(layout: Layout, sheet: Sheet, *, top: bool) -> tuple[list[MarginRow], float]:
    """Return the rows of lines in the margin from the edge inward, and where the next row is."""
    deepest = DEEP_MARGIN * sheet.height
    lines = [(_from_edge(sheet, layout.lines[place], top=top), place) for place in sheet.places]
    rows: list[MarginRow] = []
    for far, place in sorted(line for line in lines if line[0] <= deepest):
        if rows and far - rows[-1].far < SAME_ROW:
            rows[-1].places.append(place)
        else:
            rows.append(MarginRow(far, [place]))
    beyond = min((far for far, _ in lines if far > deepest), default=float("inf"))
    return rows, beyond


def _from_edge(sheet: Sheet, line: Line, *, top: bool) -> float:
    """Return how far the line stands from the top or bottom edge of its page."""
    return line.baseline if top else sheet.height - line.baseline


def fold_numbers(text: str) -> str:
    """Return the text without numbers, so that pages differ in nothing else."""
    letters = " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
    counts = not letters or ROMAN.fullmatch(letters)
    return "#" if counts and any(map(str.isalnum, text)) else letters or text
