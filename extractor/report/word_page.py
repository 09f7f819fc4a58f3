"""The parts of a Word document, in the styles it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from extractor.report.blocks import Bars, Table
from extractor.report.word_bars import make_bars, make_legend
from extractor.report.word_cells import fill_cell, make_bordered, repeat_row
from extractor.standard.characters import HARMFUL

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_INK, _LIGHT = "154273", "E8EDF3"
_SMALL = 8.5
"""Points of the letters in a table."""
_HEAVY = 8
"""Columns from which the letters of a table are a point smaller."""


class WordPage:
    """Grows at one place of the document; a style that is not there is done without."""

    def __init__(self, document: Document, place: Paragraph | None) -> None:
        self._document = document
        self._place = place
        self._styles = {each.name for each in document.styles}

    def set_up(self) -> None:
        """Give a document without a template its own look."""
        from docx.oxml.ns import qn  # noqa: PLC0415
        from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        for name, size in (("Normal", 10), ("Title", 20), ("Heading 1", 13), ("Caption", 9)):
            style = self._document.styles[name]
            style.font.name, style.font.size = "Calibri", Pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            if name != "Normal":
                style.font.color.rgb = RGBColor.from_string(_INK)

    def add_title(self, title: str, subtitle: str) -> None:
        """Add the title and under it the reference date."""
        self._add(title, "Title", bold=True)
        self._add(subtitle, "Subtitle")

    def add_heading(self, text: str) -> None:
        """Add the title of a section."""
        self._add(text, "Heading 1", bold=True).paragraph_format.keep_with_next = True

    def add_line(self, text: str) -> None:
        """Add a paragraph."""
        self._add(text, "Normal")

    def add_items(self, items: Sequence[str]) -> None:
        """Add a list."""
        bullet = "" if "List Bullet" in self._styles else "• "
        for item in items:
            self._add(f"{bullet}{item}", "List Bullet")

    def add_table(self, table: Table) -> None:
        """Add a table with a repeated head, numbers to the right and the total in bold."""
        self._add_caption(table.title)
        made = self._document.add_table(len(table.rows) + 1, len(table.head))
        make_bordered(made)
        repeat_row(made.rows[0])
        size = _SMALL - (len(table.head) >= _HEAVY) * 0.5
        for column, title in enumerate(table.head):
            look = {"bold": True, "size": size, "colour": "FFFFFF", "fill": _INK}
            cell = made.rows[0].cells[column]
            fill_cell(cell, _clean(title), right=column >= table.labels, **look)
        for place, row in enumerate(table.rows, start=1):
            last = table.total and place == len(table.rows)
            cells = made.rows[place].cells
            for column, value in enumerate(row):
                look = {"bold": last, "size": size, "fill": _LIGHT if last else None}
                right = column >= table.labels
                fill_cell(cells[column], _clean(str(value)), right=right, **look)
        self._move(made._tbl)  # noqa: SLF001 - python-docx has no other way to place a table
        self._add("", "Normal")

    def add_bars(self, chart: Bars) -> None:
        """Add a chart of shaded cells, which every word processor shows and prints."""
        if not chart.bars:
            return
        self._add_caption(chart.title)
        for made in (make_bars(self._document, chart), make_legend(self._document, chart)):
            self._move(made._tbl)  # noqa: SLF001 - as above
            self._add("", "Normal")

    def finish(self) -> None:
        """Take away the paragraph that said where the report goes."""
        if self._place is not None:
            element = self._place._p  # noqa: SLF001 - python-docx cannot remove a paragraph
            element.getparent().remove(element)

    def _add_caption(self, text: str) -> None:
        self._add(text, "Caption", bold=True).paragraph_format.keep_with_next = True

    def _add(self, text: str, style: str, *, bold: bool = False) -> Paragraph:
        known = style in self._styles
        paragraph = self._document.add_paragraph(style=style if known else None)
        paragraph.add_run(_clean(text)).bold = True if bold and not known else None
        self._move(paragraph._p)  # noqa: SLF001 - python-docx has no other way to place one
        return paragraph

    def _move(self, element: Any) -> None:  # noqa: ANN401 - python-docx has no types
        if self._place is not None:
            self._place._p.addprevious(element)  # noqa: SLF001 - as above


def _clean(text: str) -> str:
    return HARMFUL.sub("", text)
