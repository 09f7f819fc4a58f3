"""A report as a workbook: its tables as sheets, a native chart, and every count as a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from extractor.exports.archive import MAKER, freeze_archive
from extractor.report.blocks import Bars, Heading, Items, Line, Report, Table
from extractor.report.figures import Figures
from extractor.standard.characters import HARMFUL

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's properties know no time zone
"""A moment that stays the same: the same figures give the same file."""
_WIDE, _NARROW, _TEXT = 34, 15, 110
_INK, _LIGHT = "154273", "E8EDF3"
_FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\\", " "))
"""Signs that no sheet's name may hold."""
_LONGEST_NAME = 31


def render_workbook(report: Report, figures: Figures) -> bytes:
    """Return a workbook; no cell is a formula, whatever a service is called."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where such a file is made

    book = Workbook()
    book.properties.creator = MAKER
    book.properties.title = _clean(report.title)
    book.properties.created = book.properties.modified = _MADE
    first = book.worksheets[0]
    first.title = "Overzicht"
    _write_texts(first, report)
    sheets: dict[str, Worksheet] = {}
    for block in report.blocks:
        if isinstance(block, Table):
            sheets[block.title] = _write_sheet(book, block)
        elif isinstance(block, Bars) and block.bars:
            _draw_chart(next(reversed(sheets.values())), block)
    _write_sheet(book, _list_counts(figures))
    out = BytesIO()
    book.save(out)
    return freeze_archive(out.getvalue())


def _write_texts(sheet: Worksheet, report: Report) -> None:
    """Put the sentences of the report on the first sheet; the tables have sheets of their own."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    sheet.column_dimensions["A"].width = _TEXT
    sheet.sheet_view.showGridLines = False
    lines: list[tuple[str, Font]] = [
        (report.title, Font(bold=True, size=16, color=_INK)),
        (report.subtitle, Font(size=12)),
    ]
    waiting: list[tuple[str, Font]] = []
    for block in report.blocks:
        if isinstance(block, Heading):
            waiting = [("", Font()), (block.text, Font(bold=True, size=12, color=_INK))]
        elif isinstance(block, Line | Items):
            items = block.items if isinstance(block, Items) else (block.text,)
            lines += [*waiting, *((item, Font()) for item in items)]
            waiting = []
    for row, (text, font) in enumerate(lines, start=1):
        _put(sheet, row, 1, text)
        cell = sheet.cell(row, 1)
        cell.font = font
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _write_sheet(book: Workbook, table: Table) -> Worksheet:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet = book.create_sheet(_name_sheet(table.title, book.sheetnames))
    sheet.freeze_panes = sheet.cell(2, table.labels + 1)
    for column, title in enumerate(table.head, start=1):
        _put(sheet, 1, column, title)
        cell = sheet.cell(1, column)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_INK)
        wide = column <= table.labels
        cell.alignment = Alignment(
            wrap_text=True, vertical="top", horizontal="left" if wide else "right"
        )
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if wide else _NARROW
    for place, row in enumerate(table.rows, start=2):
        last = table.total and place == len(table.rows) + 1
        for column, value in enumerate(row, start=1):
            _put(sheet, place, column, value)
            cell = sheet.cell(place, column)
            cell.alignment = Alignment(
                wrap_text=column <= table.labels,
                vertical="top",
                horizontal="left" if column <= table.labels else "right",
            )
            if last:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor=_LIGHT)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return sheet


def _draw_chart(sheet: Worksheet, chart: Bars) -> None:
    """Put a chart of the table's own columns under it."""
    from openpyxl.chart import BarChart, Reference  # noqa: PLC0415

    titles = [str(cell.value) for cell in sheet[1]]
    drawn = BarChart()
    drawn.type, drawn.grouping, drawn.overlap = "bar", "stacked", 100
    drawn.title = chart.title
    drawn.height, drawn.width = 5 + 1.1 * len(chart.bars), 26
    drawn.legend.position = "b"
    drawn.x_axis.scaling.orientation = "maxMin"
    drawn.x_axis.delete = drawn.y_axis.delete = False
    drawn.y_axis.majorGridlines = None
    last = len(chart.bars) + 1
    for segment in chart.bars[0].segments:
        column = titles.index(segment.label) + 1
        drawn.add_data(
            Reference(sheet, min_col=column, min_row=1, max_row=last), titles_from_data=True
        )
        drawn.series[-1].graphicalProperties.solidFill = segment.colour
        drawn.series[-1].graphicalProperties.line.solidFill = "FFFFFF"
    drawn.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    sheet.add_chart(drawn, f"A{sheet.max_row + 3}")


def _list_counts(figures: Figures) -> Table:
    """Return every count as a row, for whoever makes tables of their own."""
    rows = [
        (service.service, *row)
        for service in figures.services
        for row in _walk(service.model_dump(mode="json"), ())
    ]
    return Table(
        title="Gegevens",
        head=("Dienst", "Telling", "Soort", "Nader", "Aantal"),
        rows=tuple(rows),
        labels=4,
    )


def _walk(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str, str, int]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _walk(each, (*path, str(key)))
    elif isinstance(value, int) and not isinstance(value, bool):
        first, second, third = (*path, "", "")[:3]
        yield first, second, third, value


def _put(sheet: Worksheet, row: int, column: int, value: str | int) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = _clean(value)
    # A text that begins with = would be a formula.
    cell.data_type = "s"


def _name_sheet(title: str, taken: list[str]) -> str:
    name = _clean(title).translate(_FORBIDDEN)[:_LONGEST_NAME].strip()
    numbered = (f"{name[: _LONGEST_NAME - 3]} {number}" for number in range(2, 1000))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def _clean(text: str) -> str:
    return HARMFUL.sub("", text)
