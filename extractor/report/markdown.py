"""A report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.exports.earlier import REPORT_MARK
from extractor.report.blocks import Bars, Block, Heading, Items, Line, Report, Table, share_width
from extractor.standard.characters import HARMFUL

_WIDTH = 40
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~!&])")


def render_markdown(report: Report) -> bytes:
    """Return the report as Markdown; names of services are text, never markup."""
    parts = [REPORT_MARK, f"# {_escape(report.title)}", _escape(report.subtitle)]
    parts += ["\n".join(_write(block)) for block in report.blocks]
    return ("\n\n".join(parts) + "\n").encode()


def _write(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {_escape(block.text)}"
    elif isinstance(block, Line):
        yield _escape(block.text)
    elif isinstance(block, Items):
        yield from (f"- {_escape(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield from _write_table(block)
    else:
        yield from _write_bars(block)


def _write_table(table: Table) -> Iterator[str]:
    yield f"**{_escape(table.title)}**"
    yield ""
    yield _write_row(table.head)
    numbers = len(table.head) - table.labels
    yield f"|{'--|' * table.labels}{'--:|' * numbers}"
    for place, row in enumerate(table.rows, start=1):
        bold = table.total and place == len(table.rows)
        cells = [_escape(str(cell)) for cell in row]
        yield f"| {' | '.join(f'**{cell}**' if bold else cell for cell in cells)} |"


def _write_row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_escape(cell) for cell in cells)} |"


def _write_bars(chart: Bars) -> Iterator[str]:
    yield f"**{_escape(chart.title)}**"
    yield ""
    yield "```text"
    room = max((len(bar.label) for bar in chart.bars), default=0)
    for bar in chart.bars:
        widths = share_width(bar, chart.longest, _WIDTH)
        line = "".join(each.sign * width for each, width in zip(bar.segments, widths, strict=True))
        yield f"{_clean(bar.label).replace('`', ' '):<{room}}  {line} {bar.length}"
    segments = chart.bars[0].segments if chart.bars else ()
    yield ""
    yield "   ".join(f"{each.sign} {each.label.lower()}" for each in segments)
    yield "```"


def _clean(text: str) -> str:
    return " ".join(HARMFUL.sub("", text).split())


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", _clean(text))
