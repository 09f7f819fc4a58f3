"""Cells of a Word table: words, letters, shade, borders."""

from __future__ import annotations

from typing import Any

_AFTER_MARGINS = ("w:tblLook", "w:tblCaption", "w:tblDescription")
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", *_AFTER_MARGINS)


def fill_cell(  # noqa: PLR0913 - each argument is a trait of the cell
    cell: Any,  # noqa: ANN401 - python-docx has no types
    text: str,
    *,
    size: float,
    bold: bool = False,
    right: bool = False,
    colour: str | None = None,
    fill: str | None = None,
) -> None:
    """Put the words in the cell, which holds nothing else."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold or None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if fill:
        shade_cell(cell, fill)


def shade_cell(cell: Any, colour: str) -> None:  # noqa: ANN401 - as above
    """Give the cell a ground of this colour."""
    shade = make_element("shd", val="clear", color="auto", fill=colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx cannot shade


def make_bordered(table: Any) -> None:  # noqa: ANN401 - as above
    """Give the table thin lines between its rows, whatever styles the document has."""
    borders = make_element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(make_element(side, val="single", sz="4", space="0", color="B4B4B4"))
    place_property(table, borders)


def place_property(table: Any, element: Any) -> None:  # noqa: ANN401 - as above
    """Put a property of the table where Word's schema wants it."""
    before = {"tblBorders": _AFTER_BORDERS, "tblCellMar": _AFTER_MARGINS}
    name = element.tag.rpartition("}")[2]
    table._tbl.tblPr.insert_element_before(element, *before[name])  # noqa: SLF001 - as above


def repeat_row(row: Any) -> None:  # noqa: ANN401 - as above
    """Show the row again on each page the table goes on to."""
    row._tr.get_or_add_trPr().append(make_element("tblHeader"))  # noqa: SLF001 - as above


def make_element(name: str, **attributes: str) -> Any:  # noqa: ANN401 - as above
    """Return an element of Word's markup."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
