"""A chart of stacked bars as shaded cells of a Word table: no picture, so it can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.report.blocks import Bar, Bars, share_width
from extractor.report.word_cells import (
    fill_cell,
    fix_widths,
    make_element,
    make_narrow,
    make_spaced,
)

if TYPE_CHECKING:
    from docx.document import Document

_UNITS, _SPARE = 60, 12
"""Parts the longest bar is cut into, and those left for its number and rounding up."""
_LABEL = 0.26
"""Of the width: the services' names."""
_SIZE = 8
_LEGIBLE = 2
"""Parts in which a number can be read."""
_DARK = frozenset({"154273", "3F7FBF", "7F7F7F"})
"""Colours on which letters are white."""


def make_bars(document: Document, chart: Bars, width: int) -> Any:  # noqa: ANN401 - no types there
    """Return a table with a row for each bar: its name, its segments, and how long it is."""
    label = int(width * _LABEL)
    unit = (width - label) // (_UNITS + _SPARE)
    table = document.add_table(0, 1)
    table.autofit = False
    make_spaced(table)
    make_narrow(table)
    grid = table._tbl.tblGrid  # noqa: SLF001 - python-docx makes no cells over several columns
    for column in [*grid]:
        grid.remove(column)
    widths = (label, *[unit] * (_UNITS + _SPARE))
    grid.extend(make_element("gridCol", w=str(each)) for each in widths)
    for bar in chart.bars:
        table._tbl.append(_make_row(bar, chart.longest, label, unit))  # noqa: SLF001 - as above
    for bar, row in zip(chart.bars, table.rows, strict=True):
        _fill_row(row, bar, chart.longest, last=bar is chart.bars[-1])
    return table


def make_legend(document: Document, chart: Bars, width: int) -> Any:  # noqa: ANN401 - as above
    """Return a table of one row that says which colour is which phase."""
    segments = chart.bars[0].segments
    table = document.add_table(1, len(segments))
    make_narrow(table)
    fix_widths(table, [width // len(segments)] * len(segments))
    for cell, segment in zip(table.rows[0].cells, segments, strict=True):
        ink = _choose_ink(segment.colour)
        fill_cell(cell, segment.label, size=_SIZE, colour=ink, fill=segment.colour)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    return table


def _make_row(bar: Bar, longest: int, label: int, unit: int) -> Any:  # noqa: ANN401 - as above
    row, properties = make_element("tr"), make_element("trPr")
    properties.append(make_element("cantSplit"))
    row.append(properties)
    row.append(_make_cell(1, label))
    spans = [each for each in share_width(bar, longest, _UNITS) if each]
    for span in (*spans, _UNITS + _SPARE - sum(spans)):
        row.append(_make_cell(span, span * unit))
    return row


def _make_cell(span: int, width: int) -> Any:  # noqa: ANN401 - as above
    cell, properties = make_element("tc"), make_element("tcPr")
    properties.append(make_element("tcW", w=str(width), type="dxa"))
    properties.append(make_element("gridSpan", val=str(span)))
    cell.append(properties)
    cell.append(make_element("p"))
    return cell


def _fill_row(row: Any, bar: Bar, longest: int, *, last: bool) -> None:  # noqa: ANN401 - as above
    from docx.table import _Cell  # noqa: PLC0415 - a row gives a wide cell several times over

    cells = [_Cell(each, row) for each in row._tr.tc_lst]  # noqa: SLF001 - as above
    fill_cell(cells[0], bar.label, size=_SIZE)
    widths = share_width(bar, longest, _UNITS)
    drawn = [pair for pair in zip(bar.segments, widths, strict=True) if pair[1]]
    for cell, (segment, width) in zip(cells[1:-1], drawn, strict=True):
        told = str(segment.count) if width >= _LEGIBLE * len(str(segment.count)) else ""
        ink = _choose_ink(segment.colour)
        fill_cell(cell, told, size=_SIZE, colour=ink, fill=segment.colour)
    fill_cell(cells[-1], str(bar.length), size=_SIZE, bold=True)
    for cell in cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = None if last else True


def _choose_ink(colour: str) -> str:
    return "FFFFFF" if colour in _DARK else "1B1B1B"
