"""Read the rows of a table in an OpenDocument text, where rows and cells may be said to repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.parts import Cell, Part, Row, join_cell
from extractor.documents.odt.names import LONGEST_NUMBER, qualify, read, read_count

GROUPS = frozenset(
    qualify(f"table:{name}") for name in ("table-header-rows", "table-rows", "table-row-group")
)
ROW, CELL = qualify("table:table-row"), qualify("table:table-cell")
COVERED, PAGE_BREAK = qualify("table:covered-table-cell"), qualify("text:soft-page-break")

MOST_COLUMNS = 10**LONGEST_NUMBER

MOST_REPEATS = 50
"""Times that one row or cell with words in it is read; a text says the same no fifty times."""

MOST_REPEATED = 1_000_000
"""Characters of a document that are read only because it says that they repeat."""

UNSEEN = frozenset({"collapse", "filter"})
"""How a row says that it is not shown."""


@dataclass
class Seen:
    """What was met on the way that a reader of the text should know."""

    hidden: bool = False
    """Whether there was text that is not shown."""
    repeated: int = 0
    """How many characters were read once more because the file says that they repeat."""


class RowReader:
    """Reads the tables of one story."""

    def __init__(
        self, walk: Callable[[Iterable[_Element]], Iterable[Part]], pages: PageCount, seen: Seen
    ) -> None:
        self.walk = walk
        self.pages = pages
        self.seen = seen

    def read_rows(self, container: _Element) -> Iterator[Row]:
        """Yield the rows of a table, those that repeat a bounded number of times."""
        for child in container:
            if child.tag in GROUPS:
                yield from self.read_rows(child)
            elif child.tag == PAGE_BREAK:
                self.pages.lay_break()
            elif child.tag == ROW and read(child, "table:visibility") in UNSEEN:
                self.seen.hidden = True
            elif child.tag == ROW:
                row = tuple(self.pages.go_beside(self.read_cells(child)))
                for _ in self.repeat(child, "table:number-rows-repeated", row):
                    yield row

    def read_cells(self, row: _Element) -> Iterator[Cell]:
        """Yield the cells of a row with their columns; what a wider cell covers is none."""
        column = 1
        for child in row:
            if child.tag not in {CELL, COVERED}:
                continue
            if child.tag == CELL:
                cell = Cell(column=column, parts=tuple(self.walk(child)))
                for place in self.repeat(child, "table:number-columns-repeated", (cell,)):
                    yield cell._replace(column=column + place)
            column += read_count(child, "table:number-columns-repeated", MOST_COLUMNS)

    def repeat(self, element: _Element, name: str, cells: Row) -> Iterator[int]:
        """Yield 0, and further numbers as often as the words in these cells are read again."""
        yield 0
        width = sum(len(join_cell(cell).text) for cell in cells)
        for place in range(1, read_count(element, name, MOST_REPEATS) if width else 1):
            if self.seen.repeated + width > MOST_REPEATED:
                return
            self.seen.repeated += width
            yield place
