"""The print of a generated document: paragraph styles and tables for reportlab."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus import Table as Grid

from generated.composing import BREAK_POINT
from generated.designs import Design
from generated.documents import Cell, Sentence, Table

FONTS = {"sans": ("Helvetica", "Helvetica-Bold"), "serif": ("Times-Roman", "Times-Bold")}
SOFT_HYPHEN = "\xad"
LEADING = 1.32
CELL = {"alignment": TA_LEFT, "embeddedHyphenation": 1, "splitLongWords": 0}
"""Words in narrow cells are broken at break points, and nowhere else."""

MARK_SIZE, MARK_RISE = 0.62, 0.36
"""In font sizes: a footnote mark."""


class Print:
    """Sets the texts of a document in its print."""

    def __init__(self, design: Design) -> None:
        self.design = design
        self.plain, self.bold = FONTS[design.font]
        size = design.size
        gap = 0.0 if design.indented else 0.6 * size
        self.styles = {
            "paragraph": self._style(
                size, spaceAfter=gap, firstLineIndent=1.5 * size if design.indented else 0
            ),
            "item": self._style(size, leftIndent=16, bulletIndent=3, spaceAfter=0.2 * size),
            "box": self._style(0.86 * size, backColor=colors.whitesmoke, alignment=TA_LEFT),
            "note": self._style(0.78 * size, alignment=TA_LEFT),
            "cell": self._style(0.88 * size, **CELL),
            "head": self._style(0.88 * size, fontName=self.bold, **CELL),
            "caption": self._style(0.9 * size, keepWithNext=1, **_apart(size, 0.4 * size)),
            "title": self._style(26.0, fontName=self.bold, **_apart(150.0, 20.0)),
            "subtitle": self._style(15.0, **_apart(0.0, 40.0)),
        }
        for level, heading in enumerate(design.heading_sizes, start=1):
            self.styles[f"heading{level}"] = self._style(
                heading, fontName=self.bold, keepWithNext=1, **_apart(heading, 0.45 * heading)
            )

    def set_text(self, text: str, style: str, marker: str | None = None) -> Paragraph:
        """Return a paragraph of text with break points."""
        return Paragraph(self._break(text), self.styles[style], bulletText=marker)

    def set_sentences(
        self, sentences: tuple[Sentence, ...], style: str, marker: str | None = None
    ) -> Paragraph:
        """Return a paragraph of sentences with the marks of their notes."""
        marked = " ".join(map(self._mark, sentences))
        return Paragraph(marked, self.styles[style], bulletText=marker)

    def set_table(self, table: Table, width: float) -> Grid:
        """Return a table whose head returns on every page it reaches."""
        rows = [
            [self._set_cell(cell, "cell" if place else "head") for cell in row]
            for place, row in enumerate(table.rows)
        ]
        joined = [
            ("SPAN", (column, place), (column + cell.columns - 1, place + cell.rows - 1))
            for place, row in enumerate(table.rows)
            for column, cell in enumerate(row)
            if cell and cell.columns * cell.rows > 1
        ]
        look: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP"), *joined]
        if self.design.rules:
            look.append(("GRID", (0, 0), (-1, -1), 0.4, colors.grey))
        widths = [width * part for part in table.widths]
        return Grid(
            rows, widths, style=look, repeatRows=1, spaceAfter=10,
            splitInRow=int(self.design.rows_break),
        )  # fmt: skip

    def _set_cell(self, cell: Cell | None, style: str) -> Paragraph | str:
        """Return what stands in a cell; its words may break whatever the text does."""
        if cell is None:
            return ""
        return Paragraph(escape(cell.text.replace(BREAK_POINT, SOFT_HYPHEN)), self.styles[style])

    def _style(self, size: float, **options: object) -> ParagraphStyle:
        usual = {
            "fontName": self.plain,
            "leading": LEADING * size,
            "alignment": TA_JUSTIFY if self.design.justified else TA_LEFT,
            "embeddedHyphenation": int(self.design.hyphenated),
        }
        return ParagraphStyle("", fontSize=size, **(usual | options))

    def _break(self, text: str) -> str:
        return escape(text.replace(BREAK_POINT, SOFT_HYPHEN if self.design.hyphenated else ""))

    def _mark(self, sentence: Sentence) -> str:
        """Return the sentence in reportlab's mark-up, its mark directly behind a word."""
        words = [self._break(word) for word in sentence.text.split()]
        if sentence.note:
            number, size = sentence.note.number, self.design.size
            words[sentence.noted_word] += (
                f'<super size="{MARK_SIZE * size}" rise="{MARK_RISE * size}">{number}</super>'
                f'<onDraw name="note" label="{number}"/>'
            )
        return " ".join(words)


def _apart(before: float, after: float) -> dict[str, float]:
    """Return the white space around what stands apart, which is not justified."""
    return {"spaceBefore": before, "spaceAfter": after, "alignment": TA_LEFT}
