"""Join lines into paragraphs and items of lists, over the ends of lines, columns and pages."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.documents.pdf.flow import fits, is_open, starts_small
from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.lines import Line
from extractor.documents.pdf.numbering import GLUED_DASH, read_item_marker

LEVEL = 1.0
"""Points that pieces of one line may differ in height."""

INDENT = 0.9
"""In font sizes: a line this far from the left of the one before is indented."""

SAME_LEFT = 3.0
"""Points that the markers of one list, or the lines of one paragraph, may differ at the left."""

SENTENCE_GAP = 2.1
"""In distances of lines: what an unfinished sentence may jump within a column."""

OTHER_PRINT, OTHER_PAGE_PRINT = 1.15, 1.4
"""Times that print may be larger in the next line, and on the next page or in the next column."""


@dataclass(frozen=True)
class Passage:
    """Lines that belong together, as places in `Layout.lines`."""

    kind: Literal["paragraph", "list_item"]
    places: list[int]


@dataclass(frozen=True)
class Flow:
    """The running text of a document: its lines, and what stands between them."""

    layout: Layout
    places: Sequence[int]
    barriers: Sequence[int]
    """Lines over which no paragraph goes on, in order: headings, tables, contents."""
    limits: Mapping[int, float]
    """How far to the right each line could have gone."""

    def line(self, place: int) -> Line:
        """Return the line at a place."""
        return self.layout.lines[place]

    def is_barred(self, place: int, other: int) -> bool:
        """Return whether a barrier stands between two lines."""
        return bisect(self.barriers, place) < bisect(self.barriers, other)

    def fits(self, place: int, other: int) -> bool:
        """Return whether the other line's first word had room on the line at a place."""
        return fits(self.line(place), self.line(other), self.limits[place])


def join_passages(flow: Flow) -> tuple[Passage, ...]:
    """Return the paragraphs and items the running text consists of, in its order."""
    passages: list[Passage] = []
    for at, place in enumerate(flow.places):
        last = passages[-1] if passages else None
        if last and flow.is_barred(last.places[-1], place):
            last = None
        if _begins_item(flow, last, at):
            passages.append(Passage("list_item", [place]))
        elif last and _goes_on(flow, last, place):
            last.places.append(place)
        else:
            passages.append(Passage("paragraph", [place]))
    return tuple(passages)


def _begins_item(flow: Flow, last: Passage | None, at: int) -> bool:
    """Return whether the line begins an item of a list, and not just with a dash or a number."""
    place = flow.places[at]
    line = flow.line(place)
    before = flow.line(last.places[-1]) if last else None
    marker = read_item_marker(line.text)
    if marker is None:
        return GLUED_DASH.match(line.text) is not None and not (before and is_open(before))
    if marker == line.text and not _has_text_beside(flow, at):
        return False
    may_be_text = marker[0].isalnum() or marker[0] in "(-–—‐"
    if last is None or before is None or not may_be_text:
        return True
    first = flow.line(last.places[0])
    if last.kind == "list_item" and abs(first.left - line.left) <= SAME_LEFT:
        return True
    runs_in = is_open(before) and not flow.fits(last.places[-1], place)
    return not (runs_in and abs(line.left - before.left) <= SAME_LEFT)


def _has_text_beside(flow: Flow, at: int) -> bool:
    """Return whether the next line stands on the same baseline."""
    line = flow.line(flow.places[at])
    following = flow.line(flow.places[at + 1]) if at + 1 < len(flow.places) else line
    return following is not line and abs(following.baseline - line.baseline) <= LEVEL


def _goes_on(flow: Flow, passage: Passage, place: int) -> bool:
    """Return whether the line is more of the passage."""
    before, line = flow.line(passage.places[-1]), flow.line(place)
    lower = line.baseline - before.baseline
    beside = line.left > before.right + line.size
    if line.page != before.page or lower < -LEVEL or (beside and lower > LEVEL):
        return _crosses(flow, passage, place)
    if lower <= LEVEL:
        return True
    if is_open(before) and starts_small(line):
        return lower <= SENTENCE_GAP * flow.layout.leading(before)
    alike = before.bold == line.bold and not _differs(before, line, OTHER_PRINT)
    if not alike or not flow.layout.steps_down(before, line):
        return False
    return not flow.fits(passage.places[-1], place) and _keeps_left(flow, passage, place)


def _crosses(flow: Flow, passage: Passage, place: int) -> bool:
    """Return whether the line goes on with a sentence from the page or the column before."""
    before, line = flow.line(passage.places[-1]), flow.line(place)
    print_limit = OTHER_PRINT if line.page == before.page else OTHER_PAGE_PRINT
    if line.page > before.page + 1 or _differs(before, line, print_limit):
        return False
    if starts_small(line):
        return is_open(before) or line.page > before.page
    middle = flow.layout.sheets[before.page - 1].height / 2
    return (
        is_open(before)
        and before.bold == line.bold
        and (line.page == before.page or before.baseline > middle > line.baseline)
        and not flow.fits(passage.places[-1], place)
    )


def _differs(line: Line, other: Line, times: float) -> bool:
    """Return whether one line is printed more than so many times larger than the other."""
    return max(line.size, other.size) > times * min(line.size, other.size)


def _keeps_left(flow: Flow, passage: Passage, place: int) -> bool:
    """Return whether the line stands where the passage lets its lines begin, or a sentence runs."""
    before, line, first = (flow.line(at) for at in (passage.places[-1], place, passage.places[0]))
    if passage.kind == "list_item":
        hangs = before.left > first.left + SAME_LEFT
        inside = line.left > first.left + SAME_LEFT
        return inside or (not hangs and line.left >= first.left - SAME_LEFT and is_open(before))
    indented = abs(line.left - before.left) > INDENT * line.size
    opening = len(passage.places) == 1 and line.left < before.left
    return not indented or opening or is_open(before)
