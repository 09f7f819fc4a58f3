"""Walk through a web page: what it shows, in document order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.flow.mathml import write_mathml
from extractor.documents.flow.parts import Cell, Part, Row, Table
from extractor.documents.html.controls import read_choice, read_input
from extractor.documents.html.elements import (
    BLOCKS,
    BOLD,
    HEAVY,
    NOTE_SIGN,
    UNSEEN,
    is_hidden,
    is_spoken,
    read_name,
    read_words,
)
from extractor.documents.html.flow import PageFlow
from extractor.documents.html.lists import print_count, read_number
from extractor.documents.html.places import Place, find_place
from extractor.documents.html.tables import TallCell, list_rows, place_cells


@dataclass
class Seen:
    """What was met on the way that a reader of the text should know."""

    hidden: bool = False
    """Whether there was text that the page does not show when it opens."""
    deleted: bool = False
    """Whether there was text that was taken out."""


class PageReader:
    """Reads a page, or one cell of a table on it."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.flow = PageFlow()

    def read_page(self, root: _Element, place: Place) -> tuple[Part, ...]:
        """Return the paragraphs and tables in an element."""
        self.read_children(root, place)
        self.flow.end_paragraph(place)
        return tuple(self.flow.parts)

    def read_children(self, element: _Element, place: Place) -> None:
        """Read the text and the elements in an element, and the text after each."""
        self.write(element.text, place)
        for child in element:
            self.read_element(child, place)
            self.write(child.tail, place)

    def read_element(self, element: _Element, place: Place) -> None:
        """Read an element by what it is; one that is not known is as its text."""
        name = read_name(element)
        if name == "" or name in UNSEEN or is_spoken(element):
            return
        if is_hidden(element, name):
            self.seen.hidden = self.seen.hidden or holds_words(element)
        elif name in READERS:
            READERS[name](self, element, place)
        elif name in BLOCKS or element.get("role") == "heading":
            self.read_block(element, name, place)
        else:
            self.read_inline(element, name, place)

    def read_block(self, element: _Element, name: str, place: Place) -> None:
        """Read an element that begins on a line of its own."""
        self.flow.end_paragraph(place)
        inner = find_place(element, name, place)
        look = self.flow.line.look
        self.read_inline(element, name, inner)
        self.flow.end_paragraph(inner)
        self.flow.line.look = look

    def read_inline(self, element: _Element, name: str, place: Place) -> None:
        """Read an element that goes on in the line, in its own look."""
        look = self.flow.line.look
        if name in BOLD or HEAVY.search(element.get("style", "").lower()):
            self.flow.line.look = look._replace(bold=True)
        self.read_children(element, place)
        self.flow.line.look = look

    def read_break(self, _element: _Element, place: Place) -> None:
        """Read the end of a line; two in a row end a paragraph."""
        if self.flow.line.ended:
            self.flow.end_paragraph(place)
        else:
            self.flow.line.write_kept("\n")

    def read_raised(self, element: _Element, place: Place) -> None:
        """Read raised text."""
        look = self.flow.line.look
        self.flow.line.look = look._replace(raised=True)
        self.read_children(element, place)
        self.flow.line.look = look

    def read_deleted(self, element: _Element, _place: Place) -> None:
        """Leave out text that was taken out of the page, and remember that there was some."""
        self.seen.deleted = self.seen.deleted or holds_words(element)

    def read_link(self, element: _Element, place: Place) -> None:
        """Read a link's words and remember where it goes; one to a note is a mark."""
        line, start = self.flow.line, self.flow.line.length
        within = element.get("href", "").startswith("#")
        words = " ".join(read_words(element).split())
        if within and NOTE_SIGN.fullmatch(words):
            line.write_mark(words)
            return
        self.read_inline(element, "a", place)
        # A link around blocks was cut into paragraphs, and its address belongs to none of them.
        if self.flow.line is line and within:
            self.flow.linked += line.length - start
        elif self.flow.line is line:
            line.link(start, element.get("href", ""))

    def read_list(self, element: _Element, place: Place) -> None:
        """Read a list, each item with its printed number."""
        self.flow.end_paragraph(place)
        place = find_place(element, read_name(element), place)
        count = read_number(element.get("start", ""), 1)
        for item in element:
            if read_name(item) != "li":
                self.read_element(item, place)
                continue
            count = read_number(item.get("value", ""), count)
            self.flow.number = print_count(count, element) if read_name(element) == "ol" else ""
            self.read_element(item, place)
            self.flow.number = None
            count += 1

    def read_table(self, element: _Element, place: Place) -> None:
        """Read a table as rows and cells, or as text when it only lays out the page."""
        if element.get("role") in {"presentation", "none"}:
            self.read_block(element, "table", place)
            return
        self.flow.end_paragraph(place)
        for child in element:
            if read_name(child) == "caption":
                self.read_element(child, place)
        tall: list[TallCell] = []
        rows = tuple([self.read_row(row, tall, place) for row in list_rows(element)])
        self.flow.add_table(Table(rows=rows), place)

    def read_row(self, row: _Element, tall: list[TallCell], place: Place) -> Row:
        """Return the cells of a row that are shown."""
        cells = []
        for column, cell in place_cells(row, tall):
            name = read_name(cell)
            if is_hidden(cell, name):
                self.seen.hidden = self.seen.hidden or holds_words(cell)
            else:
                parts = PageReader(self.seen).read_page(cell, place._replace(apart=None))
                cells.append(Cell(column=column, parts=parts))
        return tuple(cells)

    def read_control(self, element: _Element, _place: Place) -> None:
        """Read a box to tick or a typed answer."""
        self.flow.line.write_kept(read_input(element))

    def read_options(self, element: _Element, _place: Place) -> None:
        """Read the choice that a list shows."""
        self.flow.line.write_kept(read_choice(element))

    def read_formula(self, element: _Element, _place: Place) -> None:
        """Read a formula on one line."""
        self.flow.line.write_kept(write_mathml(element))

    def write(self, text: str | None, place: Place) -> None:
        """Write text of the page."""
        if text and place.kept:
            self.flow.line.write_kept(text.replace("\r\n", "\n").replace("\r", "\n"))
        elif text:
            self.flow.line.write_collapsed(text)


def holds_words(element: _Element) -> bool:
    """Return whether there is any text in an element."""
    return not read_words(element).isspace() and read_words(element) != ""


READERS: Mapping[str, Callable[[PageReader, _Element, Place], None]] = {
    "br": PageReader.read_break,
    "sup": PageReader.read_raised,
    "del": PageReader.read_deleted,
    "a": PageReader.read_link,
    "ul": PageReader.read_list,
    "ol": PageReader.read_list,
    "menu": PageReader.read_list,
    "table": PageReader.read_table,
    "input": PageReader.read_control,
    "select": PageReader.read_options,
    "math": PageReader.read_formula,
}
"""What is done with each element that is more than a line of its own or a look."""
