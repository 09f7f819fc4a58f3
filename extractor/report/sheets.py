"""The sheets of a report's workbook: sentences, a table, a chart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractor.report.blocks import Bars, Cell, Table
from extractor.standard.characters import HARMFUL

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

_FONT = "Calibri"
_SIZES = (16, 13, 11)
"""Points of a title, a heading and any other line."""
_LABEL, _NUMBER, _TEXT = 34, 14, 92
"""Widths in characters: of a column with words, with numbers, with sentences."""
_LINE = 15.0
"""Points of a line; a program that opens the file does not always measure anew."""
_INK, _LIGHT = "154273", "E8EDF3"
_FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\\", " "))
"""Signs that no sheet's name may hold."""
_LONGEST_NAME = 31


def write_lines(sheet: Worksheet, lines: Sequence[tuple[str, int]]) -> None:
    """Put each line in a row, as large as its level asks."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - only where such a file is made

    sheet.column_dimensions["A"].width = _TEXT
    sheet.sheet_view.showGridLines = False
    _fit(sheet, landscape=False)
    for row, (text, level) in enumerate(lines, start=1):
        large = level < len(_SIZES) - 1
        cell = _put(sheet, row, 1, text)
        cell.font = Font(
            name=_FONT, size=_SIZES[level], bold=large, color=_INK if large else "1B1B1B"
        )
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        height = _LINE * _SIZES[level] / _SIZES[-1]
        sheet.row_dimensions[row].height = height * _count_lines(text, int(_TEXT * 1.1))


def write_sheet(book: Workbook, table: Table) -> Worksheet:
    """Return a new sheet with the table, its head frozen."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet: Worksheet = book.create_sheet(_name_sheet(table.title, book.sheetnames))
    sheet.freeze_panes = f"{get_column_letter(table.labels + 1)}2"
    _fit(sheet, landscape=True)
    rows: list[Sequence[Cell]] = [table.head, *table.rows]
    for place, row in enumerate(rows, start=1):
        kind = "head" if place == 1 else "row"
        if table.total and place == len(rows):
            kind = "total"
        _write_row(sheet, place, row, (table.labels, kind))
    for column in range(1, len(table.head) + 1):
        width = _LABEL if column <= table.labels else _NUMBER
        sheet.column_dimensions[get_column_letter(column)].width = width
    return sheet


def draw_chart(sheet: Worksheet, chart: Bars) -> None:
    """Put a chart of the table's own columns under it."""
    from openpyxl.chart import BarChart, Reference  # noqa: PLC0415

    titles = [str(cell.value) for cell in sheet[1]]
    drawn = BarChart()
    drawn.type, drawn.grouping, drawn.overlap, drawn.gapWidth = "bar", "stacked", 100, 60
    drawn.title = chart.title
    drawn.height, drawn.width = 6 + 1.1 * len(chart.bars), 26
    drawn.legend.position = "b"
    drawn.x_axis.scaling.orientation = "maxMin"
    drawn.x_axis.delete = drawn.y_axis.delete = False
    drawn.y_axis.majorGridlines = None
    drawn.y_axis.number_format = "0"
    names = [bar.label for bar in chart.bars]
    rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value in names]
    for segment in chart.bars[0].segments:
        column = titles.index(segment.label) + 1
        values = Reference(sheet, min_col=column, min_row=1, max_row=max(rows))
        drawn.add_data(values, titles_from_data=True)
        look = drawn.series[-1].graphicalProperties
        look.solidFill, look.line.solidFill = segment.colour, "FFFFFF"
    drawn.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=max(rows)))
    sheet.add_chart(drawn, f"A{sheet.max_row + 3}")


def _write_row(sheet: Worksheet, place: int, row: Sequence[Cell], kind: tuple[int, str]) -> None:
    labels, role = kind
    looks = {words: _make_look(role, words=words) for words in (True, False)}
    lines = 1
    for column, value in enumerate(row, start=1):
        words = column <= labels
        lines = max(lines, _count_lines(str(value), _LABEL if words else _NUMBER))
        cell = _put(sheet, place, column, value)
        cell.font, cell.alignment, fill = looks[words]
        if fill:
            cell.fill = fill
    sheet.row_dimensions[place].height = _LINE * lines


@cache
def _make_look(role: str, *, words: bool) -> tuple[Font, Alignment, PatternFill | None]:
    """Return how a cell of a head, a row or a total looks; many cells look alike."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    white = role == "head"
    font = Font(name=_FONT, bold=role != "row", color="FFFFFF" if white else "1B1B1B")
    side: Literal["left", "right"] = "left" if words else "right"
    alignment = Alignment(wrap_text=True, vertical="top", horizontal=side)
    ground = _INK if white else _LIGHT
    return font, alignment, PatternFill("solid", fgColor=ground) if role != "row" else None


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> SheetCell | MergedCell:
    cell = sheet.cell(row, column)
    if isinstance(value, int):
        cell.value = value
        return cell
    cell.value = HARMFUL.sub("", value)
    # A text that begins with = would be a formula.
    cell.data_type = "s"
    return cell


def _fit(sheet: Worksheet, *, landscape: bool) -> None:
    """Print the sheet one page wide."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _count_lines(text: str, width: int) -> int:
    """Return how many lines the text takes at most in a column of this width."""
    used, lines = 0, 1
    for word in text.split():
        if used and used + len(word) + 1 > width * 0.95:
            used, lines = 0, lines + 1
        used += len(word) + 1
    return lines


def _name_sheet(title: str, taken: list[str]) -> str:
    name = HARMFUL.sub("", title).translate(_FORBIDDEN)[:_LONGEST_NAME].strip()
    numbered = (f"{name[: _LONGEST_NAME - 3]} {number}" for number in range(2, 1000))
    return name if name not in taken else next(each for each in numbered if each not in taken)
