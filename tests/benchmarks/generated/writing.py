"""Write what a document says, after its design."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from generated.composing import Composer, read_grammar
from generated.designs import Design
from generated.documents import (
    Block,
    Caption,
    Cell,
    Document,
    Heading,
    Note,
    Prose,
    Sentence,
    Table,
)

LISTED = 0.35
"""The chance that a section has a list."""

BOXED = 0.4
"""The chance that a section has a box, where the document has boxes."""

EMPTY, JOINED = 0.08, 0.12
"""The chance that a cell is empty, and that a cell takes two rows or two columns."""

COLUMN_WIDTHS = {
    3: (0.24, 0.18, 0.58),
    4: (0.22, 0.16, 0.31, 0.31),
    5: (0.24, 0.13, 0.13, 0.34, 0.16),
}


def write_document(design: Design) -> Document:
    """Return a document that has what the design asks for."""
    return _Author(design).write()


class _Author:
    """Writes one document, counting its notes and tables."""

    def __init__(self, design: Design) -> None:
        self.design = design
        self.composer = Composer(design.seed)
        self.dice = self.composer.dice
        self._note_numbers = count(1)
        self._tables = count(1)
        self._wide = self.dice.randrange(design.chapters) + 1 if design.landscape else 0

    def write(self) -> Document:
        """Return the document."""
        blocks: list[Block] = []
        for chapter in range(1, self.design.chapters + 1):
            blocks.append(self._head("hoofdstuk", 1, str(chapter)))
            blocks.extend(self._fill(chapter, 1))
            for section in range(1, self.design.sections + 1):
                number = f"{chapter}.{section}"
                if self.design.depth > 1:
                    blocks.append(self._head("paragraaf", 2, number))
                blocks.extend(self._fill(chapter, 2))
                if self.design.depth > 2 and self.composer.happens(0.6):
                    blocks.append(self._head("paragraaf", 3, f"{number}.1"))
                    blocks.extend(self._fill(chapter, 3))
        name = self.composer.repeat("naam")
        return Document(f"DPIA {name}", self.composer.repeat("instelling"), tuple(blocks))

    def _head(self, rule: str, level: int, number: str) -> Heading:
        return Heading(self.composer.compose(rule), level, number if self.design.numbered else "")

    def _fill(self, chapter: int, level: int) -> Iterator[Block]:
        """Yield the text below a heading, with what else stands there."""
        for _ in range(self.dice.randint(1, 4)):
            yield Prose(tuple(self._write_sentences(self.dice.randint(2, 6))))
        if self.design.boxes and self.composer.happens(BOXED):
            yield Prose(tuple(self._write_sentences(2, noted=False)), "box")
        if self.composer.happens(LISTED):
            yield from self._write_list()
        wide = chapter == self._wide and level == 1
        if wide or (level > 1 and self.composer.happens(self.design.tables)):
            yield Caption(f"Tabel {next(self._tables)}. {self.composer.compose('paragraaf')}")
            yield self._write_table(wide=wide)
            yield Prose(tuple(self._write_sentences(3)))

    def _write_sentences(self, number: int, *, noted: bool = True) -> Iterator[Sentence]:
        for _ in range(number):
            text = self.composer.compose("zin")
            if noted and self.composer.happens(self.design.notes):
                yield self._note(text)
            else:
                yield Sentence(text)

    def _note(self, text: str) -> Sentence:
        """Return the sentence with a note behind its last word or another, such as a number."""
        words = text.split()
        figures = [place for place, word in enumerate(words) if word.isdigit()]
        last = len(words) - 1
        place = self.dice.choice([last, last, self.dice.randint(2, last), *figures])
        return Sentence(text, Note(next(self._note_numbers), self.composer.compose("noot")), place)

    def _write_list(self) -> Iterator[Prose]:
        """Yield the items of a list: in parts of a sentence, numbered or not."""
        yield Prose((Sentence(f"{self.composer.compose('lang')}, na·me·lijk:"),))
        counted = self.composer.happens(0.3)
        for number in range(1, self.dice.randint(3, 6)):
            text = self.composer.compose("punt")
            small = text[0].lower() + text[1:] if self.composer.happens(0.5) else text
            end = self.dice.choice([";", ".", ""])
            marker = f"{number}." if counted else self.design.bullet
            yield Prose((Sentence(small + end),), "item", marker)

    def _write_table(self, *, wide: bool) -> Table:
        """Return a table with cells of several lines, empty cells and joined cells."""
        widths = COLUMN_WIDTHS[5 if wide else self.dice.choice([3, 4])]
        names = self.dice.sample(read_grammar()["kolom"], len(widths))
        rows: list[tuple[Cell | None, ...]] = [tuple(map(Cell, names))]
        total = self.dice.randint(4, 18)
        while len(rows) < total:
            rows.extend(self._write_rows(widths))
        return Table(tuple(rows), widths, landscape=wide)

    def _write_rows(self, widths: tuple[float, ...]) -> Iterator[tuple[Cell | None, ...]]:
        """Yield a row; now and then two that share their first cell, or one with a wide cell."""
        cells: list[Cell | None] = [Cell(self._write_cell(width)) for width in widths]
        cells[0] = Cell(self.composer.compose("onderdeel"))
        if self.composer.happens(JOINED):
            cells[0] = Cell(self.composer.compose("onderdeel"), rows=2)
            yield tuple(cells)
            yield (None, *(Cell(self._write_cell(width)) for width in widths[1:]))
            return
        if self.composer.happens(JOINED):
            cells[-2:] = [Cell(self.composer.compose("lang"), columns=2), None]
        yield tuple(cells)

    def _write_cell(self, width: float) -> str:
        """Return the text of a cell, nothing now and then."""
        if self.composer.happens(EMPTY):
            return ""
        narrow = width < 0.2
        return self.composer.repeat("kort") if narrow else self.composer.compose("lang")
