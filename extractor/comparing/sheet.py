"""A row of a download as a reading, so that its cells can be cited like any document."""

from __future__ import annotations

from extractor.documents.identity import make_reading_id
from extractor.downloads import Row, find_target
from extractor.locators import cite_span
from extractor.models import Block, Citation, Reading, Source, Span

READER = "register@1"


def read_row(row: Row, lars: str, source: Source) -> tuple[Reading, dict[str, Citation]]:
    """Return the row as a reading, and where each cell stands by key of its field or column."""
    text = ""
    blocks: list[Block] = []
    spans: dict[str, Span] = {}
    for cell in row.cells:
        start = len(text)
        value = start + len(cell.title) + 1
        text += f"{cell.title}\t{cell.text}\n"
        lead = len(cell.text) - len(cell.text.lstrip())
        span = Span(start=value + lead, end=value + len(cell.text.rstrip()))
        whole = Span(start=start, end=span.end)
        title = Span(start=start, end=start + len(cell.title))
        blocks.append(Block(kind="row", span=whole, label=cell.label))
        blocks.append(Block(kind="cell", span=title, level=1, label=cell.label))
        blocks.append(Block(kind="cell", span=span, level=2, label=cell.label))
        field = find_target(cell.column, row.version)
        spans[field.key if field else cell.column] = span
    reading = Reading(
        id=make_reading_id(source.sha256, READER, (lars,)),
        source=source,
        reader=READER,
        options=(lars,),
        text=text,
        blocks=tuple(blocks),
    )
    return reading, {key: cite_span(reading, span) for key, span in spans.items()}
