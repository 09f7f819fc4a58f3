"""The lines of a whole document, with what is common in it: the measure for all that differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.documents.pdf.lines import Line, PageText, build_lines

USUAL_LEADING = 1.4
"""In font sizes: the distance of lines where a page does not show its own."""

MORE_THAN_LEADING = 1.2
"""A distance this much larger than the common one parts paragraphs."""

FARTHEST = 3.0
"""In font sizes: lines farther apart than this say nothing of the distance of lines."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with the lines on it, as places in `Layout.lines`."""

    number: int
    start: int
    end: int
    width: float
    height: float
    pictured: bool
    places: range
    own_end: int
    """Where its own text ends in the reading's, and what was filled in on it begins."""


@dataclass(frozen=True)
class Layout:
    """A document's pages and lines, in the order of its text."""

    sheets: tuple[Sheet, ...]
    lines: tuple[Line, ...]
    size: float
    """The font size most of the text has."""
    bold: bool
    """Whether most of the text is bold, so that bold says nothing."""
    leadings: dict[tuple[int, int], float]
    """By page and rounded font size: the distance from one line to the next."""

    def leading(self, line: Line) -> float:
        """Return how far below this line the next of its paragraph stands."""
        known = self.leadings.get((line.page, round(line.size)))
        return USUAL_LEADING * line.size if known is None else known

    def steps_down(self, line: Line, following: Line) -> bool:
        """Return whether the following line stands one line below, as in one paragraph."""
        lower = following.baseline - line.baseline
        near = 0 < lower <= MORE_THAN_LEADING * self.leading(line)
        return near and line.page == following.page


def lay_out(pages: Iterable[PageText]) -> Layout:
    """Return the layout of pages given in order, numbered from 1."""
    sheets: list[Sheet] = []
    lines: list[Line] = []
    for page in pages:
        first = len(lines)
        lines.extend(build_lines(page))
        places = range(first, len(lines))
        sheets.append(
            Sheet(
                number=page.number,
                start=page.start,
                end=page.end,
                width=page.width,
                height=page.height,
                pictured=page.pictured,
                places=places,
                own_end=page.end if page.own is None else page.start + page.own,
            )
        )
    return Layout(
        sheets=tuple(sheets),
        lines=tuple(lines),
        size=_find_common_size(lines),
        bold=sum((line.end - line.start) * (1 if line.bold else -1) for line in lines) > 0,
        leadings=_find_leadings(lines),
    )


def _find_common_size(lines: Sequence[Line]) -> float:
    """Return the font size of most characters."""
    exact: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        exact[line.size] += line.end - line.start
    sizes: Counter[float] = Counter()
    for size, count in exact.items():
        sizes[round(size * 2) / 2] += count
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _find_leadings(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return the common distance of lines that go on in small letters: surely one paragraph."""
    distances: defaultdict[tuple[int, int], Counter[float]] = defaultdict(Counter)
    for line, following in pairwise(lines):
        lower = following.baseline - line.baseline
        if not (0 < lower < FARTHEST * line.size and following.text[0].islower()):
            continue
        if line.page == following.page and abs(line.size - following.size) < 1:
            distances[line.page, round(line.size)][round(lower * 2) / 2] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in distances.items()}
