"""Join lines into paragraphs and items of lists, over the ends of lines, columns and pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractor.documents.pdf.flow import fits, is_open, starts_small
from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.lines import Line
from extractor.documents.pdf.numbering import GLUED_DASH, read_item_marker

INDENT = 0.9
"""In font sizes: a line this far from the left of the one before is indented."""

SAME_LEFT = 3.0
"""Points that the markers of one list, or the lines of one paragraph, may differ at the left."""

SENTENCE_GAP = 2.1
"""In distances of lines: what an unfinished sentence may jump within a column."""

OTHER_PRINT, OTHER_PAGE_PRINT = 1.15, 1.4
"""Times that print may be larger in the next line, and on the next page or in the next column."""


@dataclass
class Passage:
    """Lines that belong together, while they are being gathered."""

    kind: Literal["paragraph", "list_item"]
    places: list[int] = field(default_factory=list)
    marker: str | None = None


@dataclass(frozen=True)
class Flow:
    """The running text of a document: its lines, and what stands between them."""

    layout: Layout
    places: Sequence[int]
    barriers: Collection[int]
    """Lines over which no paragraph goes on: headings, tables, contents."""
    limits: Mapping[int, float]
    """How far to the right each line could have gone."""

    def line(self, place: int) -> Line:
        """Return the line at a place."""
        return self.layout.lines[place]


def join_passages(flow: Flow) -> tuple[Passage, ...]:
    """Return the paragraphs and items the running text consists of, in its order."""
    passages: list[Passage] = []
    barriers = sorted(flow.barriers)
    passed = 0
    for at, place in enumerate(flow.places):
        blocked = False
        while passed < len(barriers) and barriers[passed] < place:
            passed, blocked = passed + 1, True
        last = passages[-1] if passages and not blocked else None
        marker = _read_marker(flow, last, at)
        if marker is not None:
            passages.append(Passage("list_item", [place], marker))
        elif last is not None and _goes_on(flow, last, place):
            last.places.append(place)
        else:
            passages.append(Passage("paragraph", [place]))
    return tuple(passages)


def _read_marker(flow: Flow, last: Passage | None, at: int) -> str | None:
    """Return the marker with which the line begins an item of a list, none when it begins none."""
    line = flow.line(flow.places[at])
    marker = read_item_marker(line.text)
    if marker == line.text and not _has_text_beside(flow, at):
        return None
    before = flow.line(last.places[-1]) if last else None
    if marker is None:
        glued = GLUED_DASH.match(line.text)
        return glued[0] if glued and (before is None or not is_open(before)) else None
    if before is None or last is None or not (marker[0].isalnum() or marker[0] in "(-–—‐"):
        return marker
    listed = last.kind == "list_item" and abs(flow.line(last.places[0]).left - line.left)
    if last.kind == "list_item" and listed <= SAME_LEFT:
        return marker
    runs_in = is_open(before) and not fits(before, line, flow.limits[last.places[-1]])
    return None if runs_in and abs(line.left - before.left) <= SAME_LEFT else marker


def _has_text_beside(flow: Flow, at: int) -> bool:
    """Return whether the next line stands on the same baseline."""
    line = flow.line(flow.places[at])
    following = flow.line(flow.places[at + 1]) if at + 1 < len(flow.places) else line
    return following is not line and abs(following.baseline - line.baseline) <= 1


def _goes_on(flow: Flow, passage: Passage, place: int) -> bool:
    """Return whether the line is more of the passage."""
    before, line = flow.line(passage.places[-1]), flow.line(place)
    lower = line.baseline - before.baseline
    if line.page != before.page or lower < -1 or line.left > before.right + line.size > 0 < lower:
        return _crosses(flow, passage, place)
    if abs(lower) <= 1:
        return True
    if is_open(before) and starts_small(line):
        return lower <= SENTENCE_GAP * flow.layout.leading(before)
    alike = before.bold == line.bold and not _differs(before, line, OTHER_PRINT)
    if not alike or not flow.layout.steps_down(before, line):
        return False
    ended = fits(before, line, flow.limits[passage.places[-1]])
    return not ended and _keeps_left(flow, passage, place)


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
        and not fits(before, line, flow.limits[passage.places[-1]])
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
