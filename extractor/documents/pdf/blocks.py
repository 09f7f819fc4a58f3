"""Part a document's text into blocks: what each line is, found from the margins inward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.documents.pdf.cells import Row
from extractor.documents.pdf.contents import find_contents
from extractor.documents.pdf.flow import find_limits
from extractor.documents.pdf.footnotes import find_footnotes
from extractor.documents.pdf.furniture import find_furniture
from extractor.documents.pdf.headings import find_titles
from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.levels import find_levels
from extractor.documents.pdf.ordering import order_blocks
from extractor.documents.pdf.paragraphs import Flow, join_passages
from extractor.documents.pdf.tables import find_tables
from extractor.documents.pdf.titles import Outline, Signs
from extractor.models import Block, BlockKind, Span


@dataclass(frozen=True)
class Parts:
    """The blocks of a document, and what its margins tell."""

    blocks: tuple[Block, ...]
    """In reading order."""
    printed: Mapping[int, str]
    """The page numbers printed on the pages."""
    bare: frozenset[int]
    """Pages where nothing but furniture is seen."""


def find_parts(layout: Layout, outline: Outline) -> Parts:
    """Return the blocks the lines make."""
    hidden = {place for place, line in enumerate(layout.lines) if line.hidden}
    furniture = find_furniture(layout)
    margins = furniture.places - hidden
    taken = {*margins, *hidden}
    contents = find_contents(layout, frozenset(taken))
    taken.update(place for row in contents.rows for place in row)
    footnotes = find_footnotes(layout, frozenset(taken))
    taken.update(place for note in footnotes.notes for place in note)
    rows = find_tables(layout, frozenset(taken))
    taken.update(place for row in rows for place in row.places)
    running = tuple(place for place in range(len(layout.lines)) if place not in taken)
    barriers = [place for row in (*contents.rows, *(row.places for row in rows)) for place in row]

    blocks = [_make_block(layout, "furniture", (place,)) for place in margins]
    blocks.extend(_make_block(layout, "hidden", (place,)) for place in hidden)
    blocks.extend(_make_block(layout, "contents", row) for row in contents.rows)
    blocks.extend(_make_block(layout, "footnote", note) for note in footnotes.notes)
    blocks.extend(
        Block(kind="footnote_mark", span=span, page=page) for page, span in footnotes.marks
    )
    blocks.extend(block for row in rows for block in _make_row(layout, row))
    signs = Signs(contents.titles, outline, find_limits(layout, running))
    blocks.extend(_make_running(layout, running, barriers, signs))
    return Parts(
        blocks=order_blocks(layout, blocks),
        printed=furniture.printed,
        bare=frozenset(
            sheet.number for sheet in layout.sheets if margins.issuperset({*sheet.places} - hidden)
        ),
    )


def _make_running(
    layout: Layout, places: Sequence[int], barriers: Iterable[int], signs: Signs
) -> Iterator[Block]:
    """Yield the headings, paragraphs and items among lines that are nothing else."""
    titles = find_titles(layout, places, signs)
    for title, level in zip(titles, find_levels(layout, titles, signs), strict=True):
        label = title.number.label if title.number else None
        yield _make_block(layout, "heading", title.places, level, label)
    headed = {place for title in titles for place in title.places}
    text = tuple(place for place in places if place not in headed)
    for passage in join_passages(Flow(layout, text, sorted({*barriers, *headed}), signs.limits)):
        yield _make_block(layout, passage.kind, passage.places)


def _make_block(
    layout: Layout,
    kind: BlockKind,
    places: Sequence[int],
    level: int | None = None,
    label: str | None = None,
) -> Block:
    """Return the block from the first of these lines to the last."""
    first, last = layout.lines[places[0]], layout.lines[places[-1]]
    span = Span(start=first.start, end=last.end)
    return Block(kind=kind, span=span, level=level, page=first.page, label=label)


def _make_row(layout: Layout, row: Row) -> Iterator[Block]:
    """Yield the row and its cells."""
    whole = _make_block(layout, "row", row.places, label=str(row.number))
    yield whole
    for cell in row.cells:
        span = Span(start=cell.start, end=cell.end)
        yield Block(kind="cell", span=span, level=cell.column, page=whole.page)
