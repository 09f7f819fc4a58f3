"""Lay cells beside each other into rows: pieces of lines that begin, or end, level.

A row may hold no table; `tables.py` decides that by the rows around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.lines import Line
from extractor.documents.pdf.numbering import is_marker
from extractor.documents.pdf.words import Word

ALIGNED = 2.5
"""Points that the edges of a column may differ from row to row."""

SAME_EDGE = 1.0
"""Points a word may stand off the left edge of the line below it to start a cell there."""

ON_ROW = 0.4
"""In font sizes: how much the lines that align two cells of a row may differ in height."""

IN_CELL = 2.6
"""In font sizes: lines farther apart than this do not share a cell."""

ROW_GAP = 1.6
"""In font sizes: lines of one cell stand closer than this."""

TALLEST = 60
"""Lines of the tallest first cell that is looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or the part of one that stands in a cell."""

    place: int
    """The line, as a place in `Layout.lines`."""
    page: int
    words: tuple[Word, ...]
    baseline: float
    size: float
    first: bool
    last: bool
    """Whether it begins, or ends, its line."""

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.words[-1].right


@dataclass(frozen=True)
class Cell:
    """Pieces below each other in one column."""

    pieces: tuple[Piece, ...]
    column: int = 1

    @cached_property
    def left(self) -> float:
        """Its leftmost edge."""
        return min(piece.left for piece in self.pieces)

    @cached_property
    def right(self) -> float:
        """Its rightmost edge."""
        return max(piece.right for piece in self.pieces)

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.pieces[0].words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.pieces[-1].words[-1].end


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other, in the order of the text."""

    cells: tuple[Cell, ...]
    begin: int
    stop: int
    """The range of its pieces among all pieces."""
    number: int = 1
    """Its place in its table."""

    @property
    def places(self) -> range:
        """The lines it takes, as places in `Layout.lines`."""
        return range(self.cells[0].pieces[0].place, self.cells[-1].pieces[-1].place + 1)


def cut_pieces(layout: Layout, skipped: frozenset[int]) -> list[Piece]:
    """Return the lines in order, cut where the line below shows that a cell begins."""
    pieces: list[Piece] = []
    places = [place for place in range(len(layout.lines)) if place not in skipped]
    for at, place in enumerate(places):
        line = layout.lines[place]
        below = layout.lines[places[at + 1]] if at + 1 < len(places) else None
        cut = _find_cut(line, below) if below else 0
        parts = [line.words[:cut], line.words[cut:]] if cut else [line.words]
        for part in parts:
            first, last = part is parts[0], part is parts[-1]
            pieces.append(Piece(place, line.page, part, line.baseline, line.size, first, last))
    return pieces


def _find_cut(line: Line, below: Line) -> int:
    """Return the word above the left edge of the line below, which hangs under it; 0 if none."""
    lower = below.baseline - line.baseline
    hangs = line.left + line.size < below.left <= line.right + SAME_EDGE and below.page == line.page
    if not hangs or not 0 < lower <= IN_CELL * line.size:
        return 0
    for number, word in enumerate(line.words[1:], start=1):
        if abs(word.left - below.left) <= SAME_EDGE:
            lead = line.text[: line.words[number - 1].end - line.start]
            return 0 if is_marker(lead) else number
    return 0


def find_rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """Yield what stands side by side as rows, whether or not they make a table."""
    floor = 0
    place = 1
    while place < len(pieces):
        row = _build_row(pieces, floor, place) if _steps_right(pieces, place) else None
        if row is None:
            place += 1
            continue
        yield row
        floor = row.stop
        place = floor + 1


def _steps_right(pieces: Sequence[Piece], place: int) -> bool:
    """Return whether the piece stands right of the one before it, and no lower."""
    before, piece = pieces[place - 1], pieces[place]
    higher = piece.baseline <= before.baseline + ON_ROW * piece.size
    return _follows(before, piece) and higher and piece.left > before.left + piece.size


def _follows(before: Piece, piece: Piece) -> bool:
    """Return whether the piece comes next on the page, with nothing in between."""
    return piece.page == before.page and piece.place - before.place <= 1


def _build_row(pieces: Sequence[Piece], floor: int, place: int) -> Row | None:
    """Return the row whose second cell starts at this place, none when nothing aligns with it."""
    second = _take_cell(pieces, place)
    begin = _find_begin(pieces, floor, place, second)
    if begin is None:
        return None
    cells = [Cell(tuple(pieces[begin:place])), second]
    stop = place + len(second.pieces)
    while stop < len(pieces) and _steps_right(pieces, stop):
        cell = _take_cell(pieces, stop)
        if cell.left < cells[-1].right - ALIGNED or not _lines_up(cells[0], cell):
            break
        cells.append(cell)
        stop += len(cell.pieces)
    whole = pieces[begin].first and pieces[stop - 1].last
    return Row(tuple(cells), begin, stop) if whole else None


def _take_cell(pieces: Sequence[Piece], place: int) -> Cell:
    """Return the pieces from here on that stand below each other, none left of the first."""
    stop = place + 1
    while (
        stop < len(pieces) and _shares_cell(pieces, place, stop) and not _begins_row(pieces, stop)
    ):
        stop += 1
    return Cell(tuple(pieces[place:stop]))


def _shares_cell(pieces: Sequence[Piece], begin: int, place: int) -> bool:
    """Return whether the piece goes on below the one before it in the cell begun there."""
    first, before, piece = pieces[begin], pieces[place - 1], pieces[place]
    lower = piece.baseline - before.baseline
    return (
        _follows(before, piece)
        and ON_ROW * piece.size < lower <= IN_CELL * before.size
        and piece.left >= first.left - ALIGNED
    )


def _begins_row(pieces: Sequence[Piece], place: int) -> bool:
    """Return whether the piece stands apart from the one above, and level with the next beside it.

    So it does in a row below whose first cell, or in a row above whose last cells, are empty.
    """
    before, piece = pieces[place - 1], pieces[place]
    if piece.baseline - before.baseline <= ROW_GAP * piece.size or place + 1 == len(pieces):
        return False
    beside = pieces[place + 1]
    level = abs(beside.baseline - piece.baseline) <= ON_ROW * piece.size
    return level and _follows(piece, beside) and beside.left > piece.right


def _find_begin(pieces: Sequence[Piece], floor: int, place: int, second: Cell) -> int | None:
    """Return where the first cell begins, so that it aligns with the second.

    Right below a row it begins there. Elsewhere its top must be level with the second cell's.
    """
    top = second.pieces[0].baseline
    level: int | None = None
    for begin in range(place - 1, max(floor, place - TALLEST) - 1, -1):
        joined = begin == place - 1 or _shares_cell(pieces, begin, begin + 1)
        inside = (
            pieces[begin].right <= second.left + 1 and pieces[begin].page == second.pieces[0].page
        )
        if not joined or not inside:
            break
        first = Cell(tuple(pieces[begin:place]))
        if begin == floor and floor and _lines_up(first, second):
            return begin
        if level is None and abs(pieces[begin].baseline - top) <= ON_ROW * pieces[begin].size:
            level = begin
    return level


def _lines_up(one: Cell, other: Cell) -> bool:
    """Return whether two cells are on one row: their tops, middles or feet are level."""
    tolerance = ON_ROW * one.pieces[0].size
    top = one.pieces[0].baseline - other.pieces[0].baseline
    foot = one.pieces[-1].baseline - other.pieces[-1].baseline
    return min(abs(top), abs(foot), abs(top + foot) / 2) <= tolerance
