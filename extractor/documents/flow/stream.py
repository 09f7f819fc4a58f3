"""Lay paragraphs and tables out as one text with blocks over it."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.documents.flow.parts import (
    Mark,
    Paragraph,
    Part,
    Row,
    Table,
    join_cell,
    join_paragraphs,
)
from extractor.documents.identity import make_reading_id
from extractor.locators import TABLE_LABEL
from extractor.models import Block, BlockKind, Problem, Reading, Source, Span


class Stream:
    """The text and blocks of a reading while they are written from front to back."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._texts: list[str] = []
        self._length = 0
        self._paragraphs = 0
        self._tables = 0

    @property
    def text(self) -> str:
        """Return all that was written."""
        return "".join(self._texts)

    def write_parts(self, parts: Iterable[Part]) -> None:
        """Write paragraphs and tables, each with its notes and text boxes behind it."""
        for part in parts:
            if isinstance(part, Table):
                self.write_table(part)
            elif part.kind == "furniture":
                self.write_block(part, part.kind, None)
            else:
                self._paragraphs += part.kind != "footnote"
                label = str(max(self._paragraphs, 1))
                self.write_block(part, part.kind, label)
                self.write_notes(part.notes, label)
                self.write_parts(part.boxes)

    def write_furniture(self, paragraphs: Iterable[Paragraph]) -> None:
        """Write the lines of headers and footers, which answer nothing."""
        for paragraph in paragraphs:
            self.write_block(paragraph, "furniture", None)

    def write_table(self, table: Table) -> None:
        """Write a table row by row."""
        self._tables += table.opens
        for number, row in enumerate(table.rows, start=table.first):
            self.write_row(row, f"{TABLE_LABEL}{self._tables}, rij {number}")

    def write_row(self, row: Row, label: str) -> None:
        """Write a row as one block with its cells inside, a tab between them."""
        cells = [join_cell(cell) for cell in row]
        start = self._length
        whole = join_paragraphs(cells, "\t")
        if not whole.text.strip():
            return
        inner: list[Block] = []
        for cell, content in zip(row, cells, strict=True):
            span = _trim(content.text, start)
            if span.end > span.start:
                inner.append(Block(kind="cell", span=span, level=cell.column, label=label))
            start += len(content.text) + 1
        self.write_block(whole, "row", label, inner)
        self.write_notes(whole.notes, label)

    def write_notes(self, notes: Iterable[Paragraph], label: str) -> None:
        """Write notes behind what refers to them, under its label."""
        for note in notes:
            self.write_block(note, "footnote", label)

    def write_block(
        self,
        paragraph: Paragraph,
        kind: BlockKind,
        label: str | None,
        inner: Iterable[Block] = (),
    ) -> None:
        """Write one line of text with its block; white space at its ends is outside the block."""
        start = self._length
        blocks = [*inner, *(_place(mark, start) for mark in paragraph.marks)]
        blocks.sort(key=lambda block: (block.span.start, -block.span.end))
        self._texts.extend((paragraph.text, "\n"))
        self._length += len(paragraph.text) + 1
        span = _trim(paragraph.text, start)
        self.blocks.append(
            Block(kind=kind, span=span, level=paragraph.level, page=paragraph.page, label=label)
        )
        self.blocks.extend(blocks)


def _trim(text: str, start: int) -> Span:
    """Return where the text stands without the white space at its ends."""
    left = len(text) - len(text.lstrip())
    return Span(start=start + left, end=start + max(left, len(text.rstrip())))


def _place(mark: Mark, start: int) -> Block:
    """Return the mark as a block of the reading."""
    return Block(kind=mark.kind, span=Span(start=start + mark.start, end=start + mark.end))


def make_reading(
    source: Source, reader: str, stream: Stream, problems: Iterable[Problem]
) -> Reading:
    """Return the reading of what was written."""
    return Reading(
        id=make_reading_id(source.sha256, reader),
        source=source,
        reader=reader,
        text=stream.text,
        blocks=tuple(stream.blocks),
        problems=tuple(problems),
    )
