"""Say which words nobody sees on a page: without ink, white on white, or tiny.

Text without ink over a picture is what a scan says, read by a machine; it counts as seen.
"""

from __future__ import annotations

from extractor.documents.pdf.glyphs import TINY, Glyphs
from extractor.documents.pdf.pictures import Rectangle

RIM = 0.2
"""Part of a word's box at each edge that is not looked at, since lines may run there."""


def is_hidden(glyphs: Glyphs, start: int, end: int) -> bool:
    """Return whether nobody sees the word in this half-open range, however it is turned."""
    look = glyphs.print(start)
    core = _find_core(glyphs.loose_box(start), glyphs.loose_box(end - 1))
    left, top, right, bottom = core
    if look.ink == "none":
        middle = (left + right) / 2, (top + bottom) / 2
        return not any(_holds(box, middle) for box in glyphs.drawings.pictures)
    if look.ink == "white" and not glyphs.drawn.shows(core):
        return True
    # Some fonts count their size otherwise; what is tiny takes little room as well.
    return look.size < TINY and max(right - left, bottom - top) < TINY * (end - start)


def _find_core(first: Rectangle, last: Rectangle) -> Rectangle:
    """Return the middle part of the box around the first and the last letter of a word."""
    left, top = min(first[0], last[0]), min(first[1], last[1])
    right, bottom = max(first[2], last[2]), max(first[3], last[3])
    across, down = RIM * (right - left), RIM * (bottom - top)
    return left + across, top + down, right - across, bottom - down


def _holds(box: Rectangle, point: tuple[float, float]) -> bool:
    """Return whether a point lies in the box."""
    across, down = point
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]
