"""Cells and rows of a Word table: words, letters, shade, borders, widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.standard.characters import HARMFUL

_AFTER_MARGINS = ("w:tblLook", "w:tblCaption", "w:tblDescription")
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", *_AFTER_MARGINS)
_NARROW = 55
"""Twips of white beside the words of a cell."""


def fill_cell(  # noqa: PLR0913 - each argument is a trait of the cell
    cell: Any,  # noqa: ANN401 - python-docx has no types
    text: str,
    *,
    size: float,
    bold: bool = False,
    colour: str | None = None,
    fill: str | None = None,
) -> None:
    """Put the words in the cell, which holds nothing else."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - only where such a file is made

    paragraph = cell.paragraphs[0]
    look = paragraph.paragraph_format
    look.space_before = look.space_after = Pt(1)
    look.line_spacing = 1.0
    run = paragraph.add_run(HARMFUL.sub("", text) or " ")
    run.font.size, run.bold = Pt(size), bold or None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if fill:
        shade = make_element("shd", val="clear", color="auto", fill=fill)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx cannot shade


def make_bordered(table: Any) -> None:  # noqa: ANN401 - as above
    """Give the table thin lines between its rows, whatever styles the document has."""
    borders = make_element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(make_element(side, val="single", sz="4", space="0", color="B4B4B4"))
    _place_property(table, borders, _AFTER_BORDERS)


def make_spaced(table: Any) -> None:  # noqa: ANN401 - as above
    """Give the table white between its rows."""
    borders = make_element("tblBorders")
    borders.append(make_element("insideH", val="single", sz="24", space="0", color="FFFFFF"))
    _place_property(table, borders, _AFTER_BORDERS)


def make_narrow(table: Any) -> None:  # noqa: ANN401 - as above
    """Leave little white beside the words of each cell."""
    margins = make_element("tblCellMar")
    for side in ("left", "right"):
        margins.append(make_element(side, w=str(_NARROW), type="dxa"))
    _place_property(table, margins, _AFTER_MARGINS)


def fix_widths(table: Any, widths: Sequence[int]) -> None:  # noqa: ANN401 - as above
    """Give the columns these widths, in twips, whatever stands in them."""
    from docx.shared import Twips  # noqa: PLC0415

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Twips(width)


def repeat_row(row: Any) -> None:  # noqa: ANN401 - as above
    """Show the row again on each page the table goes on to."""
    row._tr.get_or_add_trPr().append(make_element("tblHeader"))  # noqa: SLF001 - as above


def keep_row(row: Any, *, together: bool) -> None:  # noqa: ANN401 - as above
    """Break the row over no two pages; together: nor from the row after it."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - as above
    properties.insert(0, make_element("cantSplit"))
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = together or None


def make_element(name: str, **attributes: str) -> Any:  # noqa: ANN401 - as above
    """Return an element of Word's markup."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _place_property(
    table: Any,  # noqa: ANN401 - as above
    element: Any,  # noqa: ANN401 - as above
    after: Sequence[str],
) -> None:
    """Put a property of the table where Word's schema wants it."""
    table._tbl.tblPr.insert_element_before(element, *after)  # noqa: SLF001 - as above
