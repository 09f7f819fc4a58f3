"""A report as a workbook: its tables as sheets, a native chart, and every count as a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from extractor.exports.archive import MAKER, freeze_archive
from extractor.report.blocks import Bars, Heading, Items, Line, Report, Table
from extractor.report.figures import Figures
from extractor.report.sheets import draw_chart, write_lines, write_sheet
from extractor.report.words import load_words, name_service
from extractor.standard.characters import HARMFUL

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's properties know no time zone
"""A moment that stays the same: the same figures give the same file."""
OVERVIEW = "Overzicht"
ALL_COUNTS = "Gegevens"


def render_workbook(report: Report, figures: Figures) -> bytes:
    """Return a workbook; no cell is a formula, whatever a service is called."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where such a file is made

    book = Workbook()
    book.properties.creator = MAKER
    book.properties.title = HARMFUL.sub("", report.title)
    book.properties.created = book.properties.modified = _MADE
    first = book.worksheets[0]
    first.title = OVERVIEW
    write_lines(first, [*_list_lines(report)])
    last: Worksheet = first
    for block in report.blocks:
        if isinstance(block, Table):
            last = write_sheet(book, block)
        elif isinstance(block, Bars) and block.bars:
            draw_chart(last, block)
    write_sheet(book, _list_counts(figures))
    out = BytesIO()
    book.save(out)
    return freeze_archive(out.getvalue())


def _list_lines(report: Report) -> Iterator[tuple[str, int]]:
    """Yield the sentences, each with its level: 0 the title, 1 a heading, 2 any other.

    The tables have sheets of their own, so a heading over tables alone is left out.
    """
    yield report.title, 0
    yield report.subtitle, 2
    heading = ""
    for block in report.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Line | Items):
            if heading:
                yield "", 2
                yield heading, 1
                heading = ""
            items = block.items if isinstance(block, Items) else (block.text,)
            yield from ((item, 2) for item in items)


def _list_counts(figures: Figures) -> Table:
    """Return every count as a row, for whoever makes tables of their own."""
    rows = [
        (name_service(service.service), *row)
        for service in figures.services
        for row in _walk(service.model_dump(mode="json"), ())
    ]
    return Table(
        title=ALL_COUNTS,
        head=("Dienst", "Telling", "Soort", "Nader", "Aantal"),
        rows=tuple(rows),
        labels=4,
    )


def _walk(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str, str, int]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _walk(each, (*path, str(key)))
    elif isinstance(value, int) and not isinstance(value, bool):
        words = load_words()
        table, *parts = path
        names = [words.name_part(table, part) for part in parts]
        first, second = (*names, "", "")[:2]
        yield words.counts.get(table, table), first, second, value
