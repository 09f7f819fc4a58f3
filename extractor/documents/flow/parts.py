"""What the walk through a Word file gives: paragraphs and tables, in document order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from extractor.models import BlockKind


class Mark(NamedTuple):
    """A stretch of a paragraph that is an inner block; offsets are in the paragraph's text."""

    kind: Literal["footnote_mark", "instruction"]
    start: int
    end: int


class Paragraph(NamedTuple):
    """One paragraph as Word shows it, its printed number in front."""

    kind: BlockKind
    text: str
    marks: tuple[Mark, ...] = ()
    level: int | None = None
    """Of a heading: its depth from 1."""
    bold: bool = False
    """Whether all its words are bold."""
    notes: tuple[Paragraph, ...] = ()
    """The notes it refers to."""
    boxes: tuple[Part, ...] = ()
    """What stands in text boxes that hang on it."""
    page: int | None = None
    """The page it begins on, from 1, where the file tells one."""


class Cell(NamedTuple):
    """One cell of a table, merged cells once."""

    column: int
    """From 1; of cells merged sideways the first."""
    parts: tuple[Part, ...]


class Table(NamedTuple):
    """A table, row by row."""

    rows: tuple[Row, ...]
    first: int = 1
    """The number of its first row, from 1."""
    opens: bool = True
    """Whether a new table begins; otherwise it goes on with the table before it."""


Row = tuple[Cell, ...]
Part = Paragraph | Table


def flatten(parts: Iterable[Part]) -> Iterator[Paragraph]:
    """Yield the parts as paragraphs only: a table row by row, a text box after its paragraph."""
    for part in parts:
        if isinstance(part, Table):
            for row in part.rows:
                yield join_paragraphs([join_cell(cell) for cell in row], "\t")
        else:
            yield part
            yield from flatten(part.boxes)


def join_cell(cell: Cell) -> Paragraph:
    """Return all that stands in a cell as one paragraph, line under line."""
    return join_paragraphs(list(flatten(cell.parts)), "\n")


def join_paragraphs(paragraphs: list[Paragraph], separator: str) -> Paragraph:
    """Return one paragraph of these, with their marks and notes, and without their boxes."""
    if len(paragraphs) == 1 and not paragraphs[0].boxes and paragraphs[0].kind == "paragraph":
        return paragraphs[0]
    marks: list[Mark] = []
    offset = 0
    for paragraph in paragraphs:
        marks.extend(
            Mark(kind=mark.kind, start=mark.start + offset, end=mark.end + offset)
            for mark in paragraph.marks
        )
        offset += len(paragraph.text) + len(separator)
    return Paragraph(
        kind="paragraph",
        text=separator.join(paragraph.text for paragraph in paragraphs),
        marks=tuple(marks),
        notes=tuple(note for paragraph in paragraphs for note in paragraph.notes),
        page=min((each.page for each in paragraphs if each.page is not None), default=None),
    )


def shift_marks(marks: Sequence[Mark], width: int) -> tuple[Mark, ...]:
    """Return the marks of a line that a printed number of this width was put before."""
    if not width:
        return tuple(marks)
    return tuple(
        Mark(kind=mark.kind, start=mark.start + width, end=mark.end + width) for mark in marks
    )
