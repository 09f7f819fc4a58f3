"""The parts of a Word document, in the styles it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from extractor.report.blocks import Bars, Table
from extractor.report.word_bars import make_bars, make_legend
from extractor.report.word_tables import make_table
from extractor.standard.characters import HARMFUL

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_INK = "154273"
_LOOK = (("Normal", 10), ("Title", 20), ("Subtitle", 12), ("Heading 1", 13), ("Caption", 9))
_GAP = 6
"""Points of white under a table."""
_TWIP = 635
_A4 = 11906 * _TWIP
"""In Word's smallest unit: a twip, and how wide a sheet is that does not say so."""


class WordPage:
    """Grows at one place of the document; a style that is not there is done without."""

    def __init__(self, document: Document, place: Paragraph | None) -> None:
        self._document = document
        self._place = place
        self._styles = {each.name for each in document.styles}

    def set_up(self) -> None:
        """Give a document without a template its own look."""
        from docx.oxml.ns import qn  # noqa: PLC0415 - only where such a file is made
        from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        for name, size in _LOOK:
            style = self._document.styles[name]
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.italic = False
            properties = style.element.get_or_add_rPr()
            fonts = properties.get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            for spread in properties.findall(qn("w:spacing")):
                properties.remove(spread)
            if name == "Caption":
                style.paragraph_format.space_after = Pt(2)
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
        """Add a table under its title."""
        self._add_caption(table.title)
        self._place_table(make_table(self._document, table, self._measure()))

    def add_bars(self, chart: Bars) -> None:
        """Add a chart under its title, its colours explained first."""
        if not chart.bars:
            return
        self._add_caption(chart.title)
        self._place_table(make_legend(self._document, chart, self._measure()))
        self._place_table(make_bars(self._document, chart, self._measure()))

    def finish(self) -> None:
        """Take away the paragraph that said where the report goes."""
        if self._place is not None:
            element: Any = self._place._p  # noqa: SLF001 - python-docx cannot remove a paragraph
            element.getparent().remove(element)

    def _measure(self) -> int:
        """Return how wide the text is, in twips."""
        section = self._document.sections[-1]
        page = section.page_width or _A4
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        return (page - margins) // _TWIP

    def _add_caption(self, text: str) -> None:
        self._add(text, "Caption", bold=True).paragraph_format.keep_with_next = True

    def _place_table(self, table: Any) -> None:  # noqa: ANN401 - python-docx has no types
        from docx.enum.text import WD_LINE_SPACING  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        self._move(table._tbl)  # noqa: SLF001 - python-docx has no other way to place a table
        gap = self._add("", "Normal").paragraph_format
        gap.space_before = gap.space_after = Pt(0)
        gap.line_spacing_rule, gap.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_GAP)

    def _add(self, text: str, style: str, *, bold: bool = False) -> Paragraph:
        known = style in self._styles
        paragraph = self._document.add_paragraph(style=style if known else None)
        paragraph.add_run(HARMFUL.sub("", text)).bold = True if bold and not known else None
        self._move(paragraph._p)  # noqa: SLF001 - python-docx has no other way to place one
        return paragraph

    def _move(self, element: Any) -> None:  # noqa: ANN401 - as above
        if self._place is not None:
            self._place._p.addprevious(element)  # noqa: SLF001 - as above
