"""Say where on a page the characters of a passage stand, to show it there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.documents.pdf.glyphs import Glyphs, open_glyphs
from extractor.documents.pdf.pdfium import PdfRefused, open_document
from extractor.models import BlockKind, Reading, Record, Span

SET_ASIDE: frozenset[BlockKind] = frozenset({"furniture", "hidden", "footnote", "footnote_mark"})
"""Kinds of block that a passage runs around and that are not part of it."""

SAME_LINE = 0.5
"""Part of the lower of two boxes that overlaps in height if they are on one line."""

WORD_GAP = 2.0
"""In heights of a line: boxes farther apart are not joined."""


class Box(Record):
    """A rectangle in points from the left top corner of the page as shown."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def boxes(content: bytes, reading: Reading, page: int, span: Span) -> tuple[Box, ...]:
    """Return a box for each piece of a line of the span on a page, from 1, in reading order.

    Returns none if pdfium now reads the page otherwise than the reading has it. Furniture and
    footnotes that the span runs around get no boxes.
    """
    if not 1 <= page <= len(reading.pages):
        return ()
    own = reading.pages[page - 1].span
    try:
        with open_document(content) as document, open_glyphs(document, page) as glyphs:
            if not glyphs.placed or glyphs.text != own.of(reading.text):
                return ()
            wanted = _choose_characters(reading, own, span)
            return tuple(_join_boxes(glyphs, page, wanted))
    except PdfRefused:
        return ()


def _choose_characters(reading: Reading, own: Span, span: Span) -> list[int]:
    """Return the offsets on the page of the characters to show."""
    aside = {
        position
        for block in reading.blocks
        if block.kind in SET_ASIDE and span.holds(block.span) and block.span != span
        for position in range(block.span.start, block.span.end)
    }
    start, end = max(span.start, own.start), min(span.end, own.end)
    seen = [at for at in range(start, end) if not reading.text[at].isspace()]
    kept = [at for at in seen if at not in aside] or seen
    return [at - own.start for at in kept]


def _join_boxes(glyphs: Glyphs, page: int, characters: list[int]) -> Iterator[Box]:
    """Yield the boxes of the characters, joined along each line."""
    box: Box | None = None
    for position in characters:
        left, top, right, bottom = glyphs.loose_box(position)
        if right <= left or bottom <= top:
            continue
        following = Box(page=page, left=left, top=top, right=right, bottom=bottom)
        if box is not None and _continues(box, following):
            box = Box(
                page=page,
                left=min(box.left, left),
                top=min(box.top, top),
                right=max(box.right, right),
                bottom=max(box.bottom, bottom),
            )
            continue
        if box is not None:
            yield box
        box = following
    if box is not None:
        yield box


def _continues(box: Box, following: Box) -> bool:
    """Return whether the following box stands beside the box, on the same line."""
    overlap = min(box.bottom, following.bottom) - max(box.top, following.top)
    height = min(box.bottom - box.top, following.bottom - following.top)
    gap = max(following.left - box.right, box.left - following.right)
    return overlap >= SAME_LINE * height and gap <= WORD_GAP * height


class WordBox(Record):
    """A word, or the part of it on one line: where it stands in the reading and on the page."""

    span: Span
    text: str
    box: Box


def list_words(content: bytes, reading: Reading, page: int) -> tuple[WordBox, ...]:
    """Return the words of a page, from 1, in reading order, so that a person can select them.

    Returns none if pdfium now reads the page otherwise than the reading has it. Words that nobody
    sees are left out.
    """
    if not 1 <= page <= len(reading.pages):
        return ()
    own = reading.pages[page - 1].span
    hidden = [block.span for block in reading.blocks if block.kind == "hidden"]
    try:
        with open_document(content) as document, open_glyphs(document, page) as glyphs:
            if not glyphs.placed or glyphs.text != own.of(reading.text):
                return ()
            return tuple(_list_words(glyphs, page, own, hidden))
    except PdfRefused:
        return ()


def _list_words(glyphs: Glyphs, page: int, own: Span, hidden: Sequence[Span]) -> Iterator[WordBox]:
    for found in re.finditer(r"\S+", glyphs.text):
        span = Span(start=own.start + found.start(), end=own.start + found.end())
        if not any(each.holds(span) for each in hidden):
            for box in _join_boxes(glyphs, page, list(range(found.start(), found.end()))):
                yield WordBox(span=span, text=found[0], box=box)
