"""What a generated document says: its headings, sentences, items, tables and notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generated.composing import make_plain


@dataclass(frozen=True)
class Note:
    """A footnote."""

    number: int
    text: str


@dataclass(frozen=True)
class Sentence:
    """A sentence with break points, and the note that one of its words may call."""

    text: str
    note: Note | None = None
    noted_word: int = -1
    """The word directly before the mark, by its place."""

    @property
    def plain(self) -> str:
        """The sentence as read, without the mark."""
        return make_plain(self.text)


@dataclass(frozen=True)
class Heading:
    """A heading with its number, empty where it has none."""

    text: str
    level: int
    number: str = ""

    @property
    def plain(self) -> str:
        """The heading as read."""
        return make_plain(f"{self.number} {self.text}".strip())


@dataclass(frozen=True)
class Prose:
    """A paragraph, an item of a list or a box at the side."""

    sentences: tuple[Sentence, ...]
    kind: Literal["paragraph", "item", "box"] = "paragraph"
    marker: str = ""

    @property
    def plain(self) -> str:
        """The text as read."""
        return " ".join((self.marker, *(each.plain for each in self.sentences))).strip()


@dataclass(frozen=True)
class Cell:
    """A cell; it may take several rows or columns."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of cells, none where a cell from above or from the left goes on; the first is a head."""

    rows: tuple[tuple[Cell | None, ...], ...]
    widths: tuple[float, ...]
    """Parts of the width of the text."""
    landscape: bool = False

    @property
    def plain_rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts of the cells of each row that has more than one, without empty ones."""
        rows = (tuple(make_plain(cell.text) for cell in row if cell and cell.text)
                for row in self.rows)  # fmt: skip
        return tuple(row for row in rows if len(row) > 1)


@dataclass(frozen=True)
class Caption:
    """The line above a table, which a list of figures repeats."""

    text: str

    @property
    def plain(self) -> str:
        """The caption as read."""
        return make_plain(self.text)


Block = Heading | Prose | Table | Caption


@dataclass(frozen=True)
class Document:
    """All that a document says, in order."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The paragraphs, items and boxes."""
        return tuple(block for block in self.blocks if isinstance(block, Prose))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """The captions."""
        return tuple(block for block in self.blocks if isinstance(block, Caption))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes."""
        sentences = (sentence for prose in self.prose for sentence in prose.sentences)
        return tuple(sentence.note for sentence in sentences if sentence.note)
