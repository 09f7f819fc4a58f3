"""What a report consists of, before it is a file: headings, lines, lists, tables, bars."""

from __future__ import annotations

from extractor.models import Record

Cell = str | int


class Heading(Record):
    """The title of a section."""

    text: str


class Line(Record):
    """A paragraph."""

    text: str


class Items(Record):
    """A list of paragraphs."""

    items: tuple[str, ...]


class Table(Record):
    """Rows of cells; the first column says what a row is about."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: int = 1
    """So many columns hold words; the others hold numbers."""
    total: bool = False
    """Whether the last row is the sum of the others."""


class Segment(Record):
    """A part of a bar."""

    label: str
    count: int
    colour: str
    sign: str


class Bar(Record):
    """A bar of a chart: one service."""

    label: str
    segments: tuple[Segment, ...]

    @property
    def length(self) -> int:
        """Return what all segments count together."""
        return sum(each.count for each in self.segments)


class Bars(Record):
    """A chart of stacked bars, all on one scale."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> int:
        """Return the length of the longest bar."""
        return max((each.length for each in self.bars), default=0)


Block = Heading | Line | Items | Table | Bars


class Report(Record):
    """A whole report."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


def share_width(bar: Bar, longest: int, width: int) -> tuple[int, ...]:
    """Return how wide each segment is where the longest bar is `width`; no segment vanishes."""
    return tuple(
        max(1, round(width * each.count / longest)) if each.count else 0 for each in bar.segments
    )
