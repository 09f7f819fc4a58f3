"""A chart of stacked bars as shaded cells of a Word table: no picture, so it can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.report.blocks import Bar, Bars, share_width
from extractor.report.word_cells import fill_cell, make_element, place_property, shade_cell
from extractor.standard.characters import HARMFUL

if TYPE_CHECKING:
    from docx.document import Document

_UNITS = 60
"""Parts the longest bar is cut into."""
_LABEL, _UNIT = 2600, 105
"""Twips: of the services' names, and of one part."""
_SIZE = 8
_ROOMY = 3
"""Parts in which a number can be read."""
_DARK = frozenset({"154273", "3F7FBF", "7F7F7F"})


def make_bars(document: Document, chart: Bars) -> Any:  # noqa: ANN401 - python-docx has no types
    """Return a table with a row for each bar: its name, its segments, and how long it is."""
    table = document.add_table(0, 1)
    grid = table._tbl.tblGrid  # noqa: SLF001 - python-docx knows no cells over several columns
    for column in [*grid]:
        grid.remove(column)
    widths = [_LABEL, *[_UNIT] * (_UNITS + len(chart.bars[0].segments) + 8)]
    grid.extend(make_element("gridCol", w=str(width)) for width in widths)
    for bar in chart.bars:
        table._tbl.append(_make_row(bar, chart.longest, len(widths) - 1))  # noqa: SLF001 - as above
    _fix_layout(table)
    for bar, row in zip(chart.bars, table.rows, strict=True):
        _fill_row(row, bar, chart.longest)
    return table


def make_legend(document: Document, chart: Bars) -> Any:  # noqa: ANN401 - as above
    """Return a table of one row that says which colour is which phase."""
    segments = chart.bars[0].segments
    table = document.add_table(1, len(segments))
    for cell, segment in zip(table.rows[0].cells, segments, strict=True):
        fill_cell(
            cell,
            segment.label,
            size=_SIZE,
            colour=_choose_ink(segment.colour),
            fill=segment.colour,
        )
    return table


def _make_row(bar: Bar, longest: int, columns: int) -> Any:  # noqa: ANN401 - as above
    row = make_element("tr")
    properties = make_element("trPr")
    properties.append(make_element("cantSplit"))
    row.append(properties)
    widths = [each for each in share_width(bar, longest, _UNITS) if each]
    for place, span in enumerate((1, *widths, columns - sum(widths))):
        width = _LABEL if place == 0 else span * _UNIT
        row.append(_make_cell(span, width))
    return row


def _make_cell(span: int, width: int) -> Any:  # noqa: ANN401 - as above
    cell, properties = make_element("tc"), make_element("tcPr")
    properties.append(make_element("tcW", w=str(width), type="dxa"))
    properties.append(make_element("gridSpan", val=str(span)))
    cell.append(properties)
    cell.append(make_element("p"))
    return cell


def _fill_row(row: Any, bar: Bar, longest: int) -> None:  # noqa: ANN401 - as above
    from docx.table import _Cell  # noqa: PLC0415

    cells = [_Cell(each, row) for each in row._tr.tc_lst]  # noqa: SLF001 - as above
    fill_cell(cells[0], HARMFUL.sub("", bar.label), size=_SIZE)
    widths = share_width(bar, longest, _UNITS)
    drawn = [pair for pair in zip(bar.segments, widths, strict=True) if pair[1]]
    for cell, (segment, width) in zip(cells[1:-1], drawn, strict=True):
        shade_cell(cell, segment.colour)
        told = str(segment.count) if width >= _ROOMY else ""
        fill_cell(cell, told, size=_SIZE, colour=_choose_ink(segment.colour))
    fill_cell(cells[-1], str(bar.length), size=_SIZE, bold=True)


def _fix_layout(table: Any) -> None:  # noqa: ANN401 - as above
    """Keep the widths as given, close to one another, with white between the bars."""
    table.autofit = False
    margins = make_element("tblCellMar")
    for side in ("left", "right"):
        margins.append(make_element(side, w="40", type="dxa"))
    borders = make_element("tblBorders")
    borders.append(make_element("insideH", val="single", sz="24", space="0", color="FFFFFF"))
    place_property(table, borders)
    place_property(table, margins)


def _choose_ink(colour: str) -> str:
    return "FFFFFF" if colour in _DARK else "1B1B1B"
