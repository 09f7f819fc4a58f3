"""Say where in a document a span stands, in words a person can turn to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extractor.models import INNER_KINDS, Block, Citation, Locator, Page, Reading, Span

HEADING_SEPARATOR = " › "
"""Between the headings above a place, outermost first."""

QUESTION_LABEL = "vraag "
"""How the label of a block that answers a questionnaire's question begins; its id follows."""

TABLE_LABEL = "tabel "
"""How the label of a table's row, and of what hangs on it, begins."""

ROW_LABEL = "rij "
"""How the label of a sheet's row begins; those of its cells are the names they have there."""

MOST_AT_FOOT = 32
"""Blocks of furniture and notes that may stand where a page ends."""


class SameReading:
    """A reading as a key: equal only to itself, since comparing whole texts costs too much."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameReading) and other.reading is self.reading

    def __hash__(self) -> int:
        return id(self.reading)


@dataclass(frozen=True)
class LocatorIndex:
    """What locating needs of one reading, built once for many calls."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    """The outer blocks, by where they start in the text."""
    headings: tuple[str | None, ...]
    """The heading path above each of `blocks`."""
    cells: tuple[Block, ...]
    page_starts: tuple[int, ...]
    block_starts: tuple[int, ...]
    cell_starts: tuple[int, ...]


def build_locator_index(reading: Reading) -> LocatorIndex:
    """Return the index by which `locate` answers in logarithmic time."""
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    paths = trace_headings(reading.text, reading.blocks)
    order = sorted(range(len(outer)), key=lambda place: outer[place].span.start)
    blocks = tuple(outer[place] for place in order)
    cells = _sort(block for block in reading.blocks if block.kind == "cell")
    return LocatorIndex(
        pages=reading.pages,
        blocks=blocks,
        headings=tuple(_join_above(outer[place], paths[place]) for place in order),
        cells=cells,
        page_starts=tuple(page.span.start for page in reading.pages),
        block_starts=tuple(block.span.start for block in blocks),
        cell_starts=tuple(block.span.start for block in cells),
    )


def locate(reading: Reading | LocatorIndex, span: Span) -> Locator:
    """Return where the span starts: its page, else its cell, question or paragraph."""
    index = _index_reading(SameReading(reading)) if isinstance(reading, Reading) else reading
    place = _find_block(index, span.start)
    heading = index.headings[place] if index.blocks else None
    if index.pages:
        heading = _add_question(heading, index.blocks[place]) if index.blocks else None
        page = index.pages[max(bisect_right(index.page_starts, span.start) - 1, 0)]
        return Locator(kind="page", label=str(page.number), printed=page.printed, heading=heading)
    if not index.blocks:
        return Locator(kind="paragraph", label="1")
    block = index.blocks[place]
    kind, label = _name_place(index, block, span.start)
    near = None if block.page is None else str(block.page)
    return Locator(kind=kind, label=label, printed=near, heading=heading)


def cite_span(reading: Reading, span: Span) -> Citation:
    """Return the citation of exactly these characters, which nobody has to find first."""
    return Citation(
        reading=reading.id, span=span, quote=span.of(reading.text), locator=locate(reading, span)
    )


@lru_cache(maxsize=4)
def _index_reading(same: SameReading) -> LocatorIndex:
    """Return the index of a reading; the last few readings are kept, and no more."""
    return build_locator_index(same.reading)


def trace_headings(text: str, blocks: Sequence[Block]) -> tuple[tuple[str, ...], ...]:
    """Return, for each outer block in reading order, its headings, outermost first.

    A heading's own title is the last of its headings.
    """
    paths: list[tuple[str, ...]] = []
    levels: list[int] = []
    path: tuple[str, ...] = ()
    marks = _sort(block for block in blocks if block.kind == "footnote_mark")
    for block in blocks:
        if block.kind == "heading":
            level = block.level or 1
            levels = [above for above in levels if above < level]
            path = (*path[: len(levels)], _read_title(text, block.span, marks))
            levels.append(level)
        if block.kind not in INNER_KINDS:
            paths.append(path)
    return tuple(paths)


def _find_block(index: LocatorIndex, position: int) -> int:
    """Return which block holds the position, else the last one before it.

    A paragraph that runs on over the foot of a page holds the page's furniture and notes.
    """
    place = max(bisect_right(index.block_starts, position) - 1, 0)
    for earlier in range(place, max(place - MOST_AT_FOOT, -1), -1):
        if index.blocks and index.blocks[earlier].span.end > position:
            return earlier
    return place


def _name_place(
    index: LocatorIndex, block: Block, position: int
) -> tuple[Literal["paragraph", "cell", "question"], str]:
    """Return the kind and the label of the place in a source without pages."""
    label = block.label or "1"
    if block.kind == "row":
        found = bisect_right(index.cell_starts, position) - 1
        cell = index.cells[found] if found >= 0 else block
        label = (cell.label if block.span.holds(cell.span) else None) or label
        if (block.label or "").startswith(ROW_LABEL):
            return "cell", label
    if label.startswith(QUESTION_LABEL):
        return "question", label.removeprefix(QUESTION_LABEL)
    return ("cell" if label.startswith(TABLE_LABEL) else "paragraph"), label


def _add_question(heading: str | None, block: Block) -> str | None:
    """Return the headings above a place on a page, with the question it answers where known.

    Who checks it turns to the page, so that the page stays the place.
    """
    question = block.label if (block.label or "").startswith(QUESTION_LABEL) else None
    return HEADING_SEPARATOR.join(filter(None, (heading, question))) or None


def _read_title(text: str, span: Span, marks: Sequence[Block]) -> str:
    """Return a heading on one line, without footnote marks and characters nobody sees."""
    first = bisect_right(marks, span.start - 1, key=lambda mark: mark.span.start)
    parts: list[str] = []
    start = span.start
    for mark in marks[first:]:
        if mark.span.start >= span.end:
            break
        parts.append(text[start : mark.span.start])
        start = mark.span.end
    parts.append(text[start : span.end])
    words = " ".join("".join(parts).replace("\ufffe", "").replace("\xad", "").split())
    return "".join(character for character in words if character.isprintable())


def _join_above(block: Block, path: tuple[str, ...]) -> str | None:
    """Return the headings above a block on one line, or none at the top."""
    above = path[:-1] if block.kind == "heading" else path
    return HEADING_SEPARATOR.join(above) or None


def _sort(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks by where they start in the text."""
    return tuple(sorted(blocks, key=lambda block: block.span.start))
