"""Walk through a story of a Word file: its paragraphs and tables in document order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from extractor.documents.contents import LONGEST_LINE
from extractor.documents.docx.diagrams import read_diagram
from extractor.documents.docx.fields import FieldStack
from extractor.documents.docx.line import NoteReference, RunLine
from extractor.documents.docx.look import is_shaded
from extractor.documents.docx.names import (
    find,
    find_first,
    is_on,
    list_properties,
    number_of,
    qualify,
    read_number,
    read_switch,
    read_value,
    value_of,
)
from extractor.documents.docx.notes import NoteNumbers
from extractor.documents.docx.numbering import Numbering
from extractor.documents.docx.package import Part as XmlPart
from extractor.documents.docx.package import WordPackage
from extractor.documents.docx.runs import RunReader, choose_alternative
from extractor.documents.docx.styles import Style, Styles
from extractor.documents.flow.kinds import tell_kind
from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.parts import (
    Cell,
    Mark,
    Paragraph,
    Part,
    Table,
    flatten,
    shift_marks,
)

PARAGRAPH, TABLE, CONTROL = qualify("w:p"), qualify("w:tbl"), qualify("w:sdt")
ROW, CELL, ALTERNATIVES = qualify("w:tr"), qualify("w:tc"), qualify("mc:AlternateContent")
PARAGRAPH_PROPERTIES, CELL_PROPERTIES = qualify("w:pPr"), qualify("w:tcPr")
STYLE, LIST = qualify("w:pStyle"), qualify("w:numPr")
GRID_SPAN, CELL_DELETED = qualify("w:gridSpan"), qualify("w:cellDel")
LOOK, SECTION, OPENS_PAGE = qualify("w:rPr"), qualify("w:sectPr"), qualify("w:pageBreakBefore")

WRAPPERS = frozenset(
    qualify(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml")
)
"""What may stand around rows and cells."""

SKIPPED = frozenset(
    qualify(name)
    for name in (
        "w:sectPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:del",
        "w:moveFrom",
        "w:tblPr",
        "w:tblGrid",
        "w:tcPr",
    )
)


@dataclass
class Seen:
    """What was met on the way that a reader of the text should know."""

    hidden: bool = False
    """Whether there was text that is formatted as hidden."""


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
    sections: list[_Element]
    """What each section says of itself, in order."""
    section_breaks: Iterator[bool]
    """Whether each next section begins on a new page."""
    diagrams: set[str] = field(default_factory=set)
    """The parts of diagrams that were read."""
    seen: Seen = field(default_factory=Seen)


class Story:
    """Reads one story: the body, a header, a text box or a note."""

    def __init__(self, book: Book, part: XmlPart, pages: PageCount, own_number: str = "") -> None:
        self.book = book
        self.part = part
        self.pages = pages
        self.own_number = own_number
        self.fields = FieldStack()
        self.grounds = 0
        """How many cells, boxes or coloured pages what is read stands in: not on white paper."""

    def walk(self, container: _Element, *, prompting: bool = False) -> Iterator[Part]:
        """Yield the paragraphs and tables; `prompting` says they are an empty control's text."""
        for child in container:
            tag = child.tag
            if tag == PARAGRAPH:
                yield from self.read_paragraph(child, prompting=prompting)
            elif tag == TABLE:
                yield Table(rows=tuple(self.read_rows(child)))
            elif tag == CONTROL:
                prompt = read_switch(find(child, "w:sdtPr"), "w:showingPlcHdr")
                yield from self.walk(child, prompting=prompting or bool(prompt))
            elif tag == ALTERNATIVES:
                chosen = choose_alternative(child)
                yield from () if chosen is None else self.walk(chosen, prompting=prompting)
            elif tag not in SKIPPED:
                yield from self.walk(child, prompting=prompting)

    def read_rows(self, container: _Element) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of a table, those in content controls too, deleted ones not."""
        for child in container:
            if child.tag in WRAPPERS:
                yield from self.read_rows(child)
            elif child.tag == ROW:
                properties = find(child, "w:trPr")
                if find(properties, "w:del") is None:
                    skipped = read_number(properties, "w:gridBefore") or 0
                    yield tuple(self.pages.go_beside(self.read_cells(child, skipped + 1)))

    def read_cells(self, container: _Element, column: int) -> Iterator[Cell]:
        """Yield the cells of a row from this column on, deleted ones not."""
        for element in _list_cells(container):
            properties = list_properties(find_first(element, CELL_PROPERTIES))
            if CELL_DELETED not in properties:
                self.grounds += 1
                parts = tuple(self.walk(element))
                self.grounds -= 1
                yield Cell(column=column, parts=parts)
            column += number_of(properties.get(GRID_SPAN)) or 1

    def read_paragraph(self, element: _Element, *, prompting: bool) -> tuple[Part, ...]:
        """Return the paragraph, or what hangs on it where it shows nothing itself."""
        said = list_properties(find_first(element, PARAGRAPH_PROPERTIES))
        style = self.book.styles.find(value_of(said.get(STYLE)))
        if is_on(said.get(OPENS_PAGE)) or (style.opens_page and OPENS_PAGE not in said):
            self.pages.lay_break()
        writer = RunLine(self.fields, style.look, self.pages)
        writer.on_white = not (self.grounds or style.shaded or is_shaded(said))
        reader = RunReader(self.part.relations, self.book.styles, self.book.numbers, writer)
        line = reader.read_paragraph(element, self.own_number)
        self.book.seen.hidden = self.book.seen.hidden or writer.hidden
        if SECTION in said and next(self.book.section_breaks, False):
            self.pages.make_break()
        shown = bool(line.text.strip())
        if not shown and (line.hid or find(said.get(LOOK), "w:del") is not None):
            return ()
        number = self.find_number(said.get(LIST), style)
        boxes = tuple([part for box in writer.boxes for part in self.read_box(box)])
        if not shown:
            return boxes
        lead = f"{number} " if number else ""
        text, level = lead + line.text, style.find_level(said)
        in_contents = writer.in_contents and len(text) <= LONGEST_LINE
        kind, level = tell_kind(
            text,
            level,
            contents=level is None and (style.contents or in_contents),
            listed=style.listed,
        )
        if kind == "paragraph" and number is not None:
            kind = "list_item"
        if kind == "heading":
            self.fields.end_contents()
        marks = shift_marks(line.marks, len(lead))
        if prompting:
            marks = (Mark(kind="instruction", start=0, end=len(text)), *marks)
        paragraph = Paragraph(
            kind=kind,
            text=text,
            marks=marks,
            level=level,
            bold=line.bold and kind in {"paragraph", "list_item"},
            notes=tuple([note for each in writer.notes for note in self.read_note(each)]),
            boxes=boxes,
            page=line.page,
        )
        return (paragraph,)

    def find_number(self, listed: _Element | None, style: Style) -> str | None:
        """Return the paragraph's printed number, empty for a bullet; none outside lists."""
        list_id = read_value(listed, "w:numId") or style.numbering
        if list_id is None or list_id == "0":
            return None
        depth = read_number(listed, "w:ilvl")
        if depth is None:
            depth = self.book.numbering.find_depth(list_id, style)
        return self.book.numbering.count(list_id, depth)

    def read_note(self, reference: NoteReference) -> Iterator[Paragraph]:
        """Yield the paragraphs of a note; nothing when it is missing, or was read before."""
        element = self.book.notes.pop((reference.kind, reference.note), None)
        if element is not None:
            part = self.book.note_parts[reference.kind]
            story = Story(self.book, part, self.pages.stand_still(), reference.shown)
            yield from flatten(story.walk(element))

    def read_box(self, element: _Element) -> Iterator[Part]:
        """Yield what stands in a text box or a diagram."""
        if element.tag == qualify("dgm:relIds"):
            drawn = self.part.relations.get(element.get(qualify("r:dm"), ""))
            if drawn is not None and drawn.target not in self.book.diagrams:
                self.book.diagrams.add(drawn.target)
                yield from read_diagram(self.book.package, self.part, element)
        else:
            story = Story(self.book, self.part, self.pages.stand_still(), self.own_number)
            story.grounds += 1
            yield from story.walk(element)


def _list_cells(container: _Element) -> Iterator[_Element]:
    """Yield the cells of a row, those in content controls too."""
    for child in container:
        if child.tag in WRAPPERS:
            yield from _list_cells(child)
        elif child.tag == CELL:
            yield child
