"""Walk through a story of a Word file: its paragraphs and tables in document order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from extractor.documents.contents import LONGEST_LINE, is_dotted_line
from extractor.documents.docx.diagrams import read_diagram
from extractor.documents.docx.fields import FieldStack
from extractor.documents.docx.line import Line, NoteReference
from extractor.documents.docx.names import (
    find,
    qualify,
    read_number,
    read_switch,
    read_value,
)
from extractor.documents.docx.notes import NoteNumbers
from extractor.documents.docx.numbering import Numbering
from extractor.documents.docx.package import Part as XmlPart
from extractor.documents.docx.package import WordPackage
from extractor.documents.docx.parts import Cell, Mark, Paragraph, Part, Table, flatten
from extractor.documents.docx.runs import RunReader, choose_alternative
from extractor.documents.docx.styles import BODY_LEVEL, Style, Styles
from extractor.models import BlockKind

LONGEST_HEADING = 250
"""Characters above which a heading style was used for its looks."""

TYPED_BULLET = re.compile(r"(?:[-–—•·▪●○□*]|[a-z]\)|\d{1,2}\))[ \t\u00a0]+\S")
"""A list item whose sign was typed instead of made by Word."""

WRAPPERS = frozenset(
    qualify(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml")
)
"""What may stand around rows and cells."""

SKIPPED = frozenset(
    qualify(name) for name in ("w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:del", "w:moveFrom")
)


@dataclass(frozen=True)
class Book:
    """What the stories of one document share while they are read from front to back."""

    package: WordPackage
    styles: Styles
    numbering: Numbering
    numbers: NoteNumbers
    notes: dict[tuple[str, str], _Element]
    """Those not read yet: a note that is referred to twice is read once."""
    note_parts: dict[str, XmlPart]
    diagrams: set[str] = field(default_factory=set)
    """The parts of diagrams that were read."""


class Story:
    """Reads one story: the body, a header, a text box or a note."""

    def __init__(self, book: Book, part: XmlPart, own_number: str = "") -> None:
        self.book = book
        self.part = part
        self.own_number = own_number
        self.fields = FieldStack()

    def walk(self, container: _Element, *, prompting: bool = False) -> Iterator[Part]:
        """Yield the paragraphs and tables; `prompting` says they are an empty control's text."""
        for child in container:
            if child.tag == qualify("w:p"):
                yield from self.read_paragraph(child, prompting=prompting)
            elif child.tag == qualify("w:tbl"):
                yield Table(rows=tuple(self.read_rows(child)))
            elif child.tag == qualify("w:sdt"):
                prompt = read_switch(find(child, "w:sdtPr"), "w:showingPlcHdr")
                yield from self.walk(child, prompting=prompting or bool(prompt))
            elif child.tag == qualify("mc:AlternateContent"):
                chosen = choose_alternative(child)
                yield from () if chosen is None else self.walk(chosen, prompting=prompting)
            elif child.tag not in SKIPPED:
                yield from self.walk(child, prompting=prompting)

    def read_rows(self, container: _Element) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of a table, those in content controls too, deleted ones not."""
        for child in container:
            if child.tag in WRAPPERS:
                yield from self.read_rows(child)
            elif child.tag == qualify("w:tr") and find(child, "w:trPr", "w:del") is None:
                skipped = read_number(child, "w:trPr", "w:gridBefore") or 0
                cells, _ = self.read_cells(child, skipped + 1)
                yield tuple(cells)

    def read_cells(self, container: _Element, column: int) -> tuple[list[Cell], int]:
        """Return the cells from this column on, and the column after them."""
        cells: list[Cell] = []
        for child in container:
            if child.tag in WRAPPERS:
                inner, column = self.read_cells(child, column)
                cells.extend(inner)
            elif child.tag == qualify("w:tc"):
                if find(child, "w:tcPr", "w:cellDel") is None:
                    cells.append(Cell(column=column, parts=tuple(self.walk(child))))
                column += read_number(child, "w:tcPr", "w:gridSpan") or 1
        return cells, column

    def read_paragraph(self, element: _Element, *, prompting: bool) -> Iterator[Part]:
        """Yield the paragraph, unless it shows nothing at all."""
        properties = find(element, "w:pPr")
        style = self.book.styles.find(read_value(properties, "w:pStyle"))
        reader = RunReader(self.part.relations, self.book.styles, self.fields, self.book.numbers)
        line = reader.read_paragraph(element, style, self.own_number)
        deleted = find(properties, "w:rPr", "w:del") is not None
        shown = bool(line.text.strip())
        if not shown and (line.hid or deleted):
            return
        number = self.find_number(properties, style)
        boxes = tuple(part for box in line.boxes for part in self.read_box(box))
        if shown:
            paragraph = self.make_paragraph(line, _find_level(properties, style), style, number)
            marks = paragraph.marks
            if prompting:
                marks = (Mark(kind="instruction", start=0, end=len(paragraph.text)), *marks)
            notes = tuple(note for reference in line.notes for note in self.read_note(reference))
            yield replace(paragraph, marks=marks, notes=notes, boxes=boxes)
        elif boxes:
            yield from boxes

    def make_paragraph(
        self, line: Line, level: int | None, style: Style, number: str | None
    ) -> Paragraph:
        """Return the paragraph with its kind, its printed number in front."""
        lead = f"{number} " if number else ""
        text = lead + line.text
        marks = tuple(
            Mark(kind=mark.kind, start=mark.start + len(lead), end=mark.end + len(lead))
            for mark in line.marks
        )
        if level is not None and len(text) <= LONGEST_HEADING:
            self.fields.end_contents()
            return Paragraph(kind="heading", text=text, marks=marks, level=level)
        in_contents = line.in_contents and len(text) <= LONGEST_LINE
        if style.contents or in_contents or is_dotted_line(text):
            return Paragraph(kind="contents", text=text, marks=marks)
        listed = number is not None or style.listed or TYPED_BULLET.match(text.lstrip())
        kind: BlockKind = "list_item" if listed else "paragraph"
        return Paragraph(kind=kind, text=text, marks=marks, bold=line.bold)

    def find_number(self, properties: _Element | None, style: Style) -> str | None:
        """Return the paragraph's printed number, empty for a bullet; none outside lists."""
        own = read_value(properties, "w:numPr", "w:numId")
        list_id = style.numbering if own is None else own
        if list_id is None or list_id == "0":
            return None
        depth = read_number(properties, "w:numPr", "w:ilvl")
        if depth is None:
            depth = self.book.numbering.find_depth(list_id, style)
        return self.book.numbering.count(list_id, depth)

    def read_note(self, reference: NoteReference) -> Iterator[Paragraph]:
        """Yield the paragraphs of a note; nothing when it is missing, or was read before."""
        element = self.book.notes.pop((reference.kind, reference.note), None)
        if element is not None:
            story = Story(self.book, self.book.note_parts[reference.kind], reference.shown)
            yield from flatten(story.walk(element))

    def read_box(self, element: _Element) -> Iterator[Part]:
        """Yield what stands in a text box or a diagram."""
        if element.tag == qualify("dgm:relIds"):
            drawn = self.part.relations.get(element.get(qualify("r:dm"), ""))
            if drawn is not None and drawn.target not in self.book.diagrams:
                self.book.diagrams.add(drawn.target)
                yield from read_diagram(self.book.package, self.part, element)
        else:
            yield from Story(self.book, self.part, self.own_number).walk(element)


def _find_level(properties: _Element | None, style: Style) -> int | None:
    """Return a paragraph's depth as a heading, its own word before its style's."""
    own = read_number(properties, "w:outlineLvl")
    if own is None:
        return style.heading
    return own + 1 if own < BODY_LEVEL else None
