"""Find the blocks of a text: headings, paragraphs, list items, table rows, and what is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.documents.contents import is_dotted_line
from extractor.documents.text import lines as looks
from extractor.documents.text.apart import count_apart, count_code
from extractor.documents.text.lines import TextLine, cut_lines, is_wrapped
from extractor.documents.text.markup import find_marks, make_mark
from extractor.documents.text.rows import find_cells, trim
from extractor.documents.text.titles import TitleFinder
from extractor.locators import TABLE_LABEL
from extractor.models import Block, BlockKind


class BlockFinder:
    """Goes through the lines of a plain text and takes down its blocks.

    Of a text that is no document by itself only signs make headings, not numbers or capitals.
    """

    def __init__(self, text: str, *, whole: bool = True) -> None:
        self.text = text
        self.lines = list(cut_lines(text))
        self.titles = TitleFinder(self.lines, whole=whole)
        self.wrapped = is_wrapped(self.lines)
        """Whether lines end for want of room, so that one goes on in the next."""
        self.blocks: list[Block] = []
        self._open: list[TextLine] = []
        self._kind: BlockKind = "paragraph"
        self._signs: list[Block] = []
        self._paragraphs = self._tables = self._rows = 0

    def find(self) -> tuple[Block, ...]:
        """Return the blocks in the order of the text."""
        place = 0
        while place < len(self.lines):
            place += self._read(place)
        self._close()
        return tuple(self.blocks)

    def _read(self, place: int) -> int:
        """Take down what begins on a line, and return how many lines it took."""
        line = self.lines[place]
        if self._is_row(place):
            self._read_row(line)
            return 1
        self._rows = 0
        if self._underlines(line):
            self._underline(line)
            return 1
        apart = self._count_apart(place)
        if apart:
            self._close()
            self._add("furniture", [line, self.lines[place + apart - 1]], label=None)
            return apart
        self._read_text(place)
        return 1

    def _read_text(self, place: int) -> None:
        """Take down a line of words."""
        line = self.lines[place]
        if self._begins_block(place):
            self._close()
        alone = not self._open or self.titles.is_marked(line)
        if line.blank:
            self._close()
            if line.start > line.quote:
                self._add("furniture", [line], label=None)
        elif is_dotted_line(line.text):
            self._close()
            self._add("contents", [line])
        elif alone and (title := self.titles.find(place)):
            self._close()
            self._add("heading", [line], level=title.level, signs=title.signs)
        else:
            item, note = self._match_item(place), looks.NOTE.match(line.text)
            if item or note or (self._open and self._ends_paragraph(self._open[-1], line)):
                self._close()
            if item or note:
                self._kind = "footnote" if note else "list_item"
                width = note.end() if note else item.end() if item and item["sign"] else 0
                start = line.start + len(line.text) - len(line.text.lstrip())
                self._signs = [make_mark(start, line.start + width)] if width else []
            self._open.append(line)

    def _count_apart(self, place: int) -> int:
        """Return how many lines from this one on are no part of the text itself; often none."""
        return count_code(self.lines, place) or count_apart(self.lines, place)

    def _begins_block(self, _place: int) -> bool:
        """Return whether a line begins a block, however it looks."""
        return False

    def _match_item(self, place: int) -> re.Match[str] | None:
        """Return the sign or the number of the list item that begins on a line, or none."""
        return looks.LIST_ITEM.match(self.lines[place].text)

    def _ends_paragraph(self, above: TextLine, line: TextLine) -> bool:
        """Return whether the line above ends a paragraph though no blank line follows it."""
        if looks.HARD_BREAK.fullmatch(above.text) or looks.KEYED.fullmatch(line.text):
            return True
        if self._kind == "paragraph":
            return not self.wrapped
        ended = above.text.rstrip().endswith((".", ";")) and line.text[:1].isupper()
        return ended or not (self.wrapped or line.text[:1].isspace())

    def _is_row(self, place: int) -> bool:
        """Return whether a line is a row of a table, or the line under its heads."""
        line = self.lines[place].text
        if "|" not in line:
            return False
        below = self.lines[place + 1].text if place + 1 < len(self.lines) else ""
        heads = "|" in below and looks.DELIMITERS.fullmatch(below) is not None
        return self._rows > 0 or line.lstrip().startswith("|") or heads

    def _read_row(self, line: TextLine) -> None:
        """Take down a row with its cells; the line under the heads is furniture."""
        self._close()
        if looks.DELIMITERS.fullmatch(line.text):
            self._add("furniture", [line], label=None)
            return
        self._tables += self._rows == 0
        self._rows += 1
        label = f"{TABLE_LABEL}{self._tables}, rij {self._rows}"
        self._add("row", [line], label=label, signs=find_cells(self.text, line, label))

    def _underlines(self, line: TextLine) -> bool:
        """Return whether a line of signs makes the one line above it a heading."""
        single = len(self._open) == 1 and self._kind == "paragraph"
        return single and looks.UNDERLINE.fullmatch(line.text) is not None

    def _underline(self, line: TextLine) -> None:
        """Take down the line above as a heading."""
        level = self.titles.enter(1 if "=" in line.text else 2)
        self._add("heading", self._open, level=level)
        self._add("furniture", [line], label=None)
        self._open = []

    def _close(self) -> None:
        """Take down the paragraph, list item or note that is open."""
        if self._open:
            words = self.text[self._open[0].start : self._open[-1].end].strip()
            if self._kind == "list_item" and looks.ANCHOR.fullmatch(words):
                self._kind = "contents"
            self._add(self._kind, self._open, signs=self._signs)
        self._open, self._kind, self._signs = [], "paragraph", []

    def _add(
        self,
        kind: BlockKind,
        lines: Sequence[TextLine],
        *,
        level: int | None = None,
        label: str | None = "",
        signs: Iterable[Block] = (),
    ) -> None:
        """Add a block over lines that hold something; without a label it counts as a paragraph.

        `signs` are inner blocks that its words alone do not show.
        """
        span = trim(self.text, lines[0].quote, lines[-1].end)
        if span.start == span.end:
            return
        if label == "":
            self._paragraphs += kind != "footnote"
            label = str(max(self._paragraphs, 1))
        self.blocks.append(Block(kind=kind, span=span, level=level, label=label))
        if kind == "furniture":
            return
        quotes = [make_mark(line.quote, line.start) for line in lines if line.start > line.quote]
        inner = [*signs, *quotes, *find_marks(self.text, span)]
        inner = [block for block in inner if span.holds(block.span)]
        self.blocks.extend(sorted(inner, key=lambda block: (block.span.start, -block.span.end)))
