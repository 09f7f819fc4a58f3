"""Take out of tables what was put there for its looks: framed text, and titles of groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.documents.flow.parts import Cell, Paragraph, Part, Row, Table
from extractor.documents.flow.titles import looks_like_title


def lift_frames(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts, tables of one column as the text they frame, others without titles.

    A row that is one cell wide and holds a heading, a title or a text of several paragraphs
    relates no columns; the rows after it go on in the same table.
    """
    for part in parts:
        if not isinstance(part, Table):
            yield part
        elif all(len(row) == 1 for row in part.rows):
            yield from lift_frames(inner for row in part.rows for inner in row[0].parts)
        else:
            yield from _split_table(part)


def _split_table(table: Table) -> Iterator[Part]:
    """Yield a table with the rows that are no rows in between, as what they hold."""
    kept: list[Row] = []
    first, opens = 1, True
    for number, row in enumerate(table.rows, start=1):
        lifted = tuple(_find_framed(row, last=number == len(table.rows)))
        if not lifted:
            kept.append(row)
            continue
        if kept:
            yield Table(rows=tuple(kept), first=first, opens=opens)
            kept, opens = [], False
        yield from lift_frames(lifted)
        first = number + 1
    if kept:
        yield Table(rows=tuple(kept), first=first, opens=opens)


def _find_framed(row: Row, *, last: bool) -> Iterator[Part]:
    """Yield what stands in a row that relates no columns; nothing for an ordinary row."""
    filled = [cell for cell in row if cell.parts]
    if len(filled) != 1:
        return
    parts = filled[0].parts
    if _is_heading(filled[0]) or (
        len(row) == 1 and (len(parts) > 1 or _is_title(parts, last=last))
    ):
        yield from parts


def _is_heading(cell: Cell) -> bool:
    """Return whether a cell holds one paragraph with a heading style."""
    only = cell.parts[0]
    return len(cell.parts) == 1 and isinstance(only, Paragraph) and only.kind == "heading"


def _is_title(parts: tuple[Part, ...], *, last: bool) -> bool:
    """Return whether a wide cell heads the rows below it, or holds a table of its own."""
    only = parts[0]
    return isinstance(only, Table) or (not last and looks_like_title(only))
