"""Gather the lines that may be a heading, with what else this document knows of headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.documents.pdf.entries import fold_title
from extractor.documents.pdf.flow import fits, starts_small
from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.lines import Line
from extractor.documents.pdf.numbering import (
    Number,
    is_marker,
    read_heading_number,
    read_item_marker,
)

LARGER = 0.8
"""Points that a heading's print is larger than the text's, to be larger at all."""

SAME_PRINT = 0.5
"""Points that the lines of one heading may differ in size."""

SAME_LEFT = 3.0
"""Points that the lines of one heading may differ at the left."""

MOST_LINES = 3

OPENING, OPENING_LINE = 6, 24
"""Letters of a title by which a line is told to be none, and characters in which they stand."""

Outline = Mapping[tuple[int, str], int]
"""The levels of bookmarks, from 1, by page and folded title."""


@dataclass(frozen=True)
class Title:
    """Lines that may be a heading."""

    places: tuple[int, ...]
    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(line.text.split()) for line in self.lines)

    @cached_property
    def number(self) -> Number | None:
        """The number it begins with."""
        return read_heading_number(self.text)

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.lines[0].page

    @property
    def size(self) -> float:
        """Its font size."""
        return max(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @cached_property
    def names(self) -> tuple[str, str]:
        """Its text folded, with its number and without."""
        return fold_title(self.text), fold_title(self.text[self.number.end if self.number else 0 :])


@dataclass(frozen=True)
class Signs:
    """What marks headings in this document, apart from the lines themselves."""

    listed: frozenset[str]
    """The folded titles in its table of contents."""
    outline: Outline
    limits: Mapping[int, float]
    """How far to the right each line could have gone."""

    def is_listed(self, title: Title) -> bool:
        """Return whether the table of contents has it."""
        return not self.listed.isdisjoint(title.names)

    def find_bookmark(self, title: Title) -> int | None:
        """Return the level of the bookmark with its name on its page, none without one."""
        found = (self.outline.get((title.page, name)) for name in title.names)
        return next((level for level in found if level is not None), None)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first letters of all titles that the contents or the bookmarks name."""
        names = (*self.listed, *(name for _, name in self.outline))
        return frozenset(name[:length] for name in names for length in range(1, OPENING + 1))

    def is_known(self, title: Title) -> bool:
        """Return whether more than its print and its place mark it as a heading."""
        listed = self.is_listed(title) or self.find_bookmark(title) is not None
        return listed or title.number is not None


@dataclass(frozen=True)
class Text:
    """Lines that are nothing else yet, in the order of the text."""

    layout: Layout
    places: Sequence[int]
    signs: Signs

    def line(self, at: int) -> Line | None:
        """Return the line at this position among the places, none beyond either end."""
        return self.layout.lines[self.places[at]] if 0 <= at < len(self.places) else None

    def limit(self, at: int) -> float:
        """Return how far to the right the line at this position could have gone."""
        return self.signs.limits[self.places[at]]

    def is_large(self, item: Line | Title) -> bool:
        """Return whether the print is larger than that of the text."""
        return item.size >= self.layout.size + LARGER

    def is_styled(self, item: Line | Title) -> bool:
        """Return whether the print is larger or bolder than that of the text."""
        return self.is_large(item) or (item.bold and not self.layout.bold)


def may_open_title(text: Text, at: int) -> bool:
    """Return whether a heading may begin with the line, which rules out most lines at a glance."""
    line = text.layout.lines[text.places[at]]
    begins = line.text.lstrip("(‘’“\"'")[:1]
    numbered = read_heading_number(line.text) is not None
    if numbered or not (begins.isupper() or begins.isdigit()):
        return numbered
    if text.is_styled(line):
        return True
    opening = fold_title(line.text[:OPENING_LINE])[:OPENING]
    return opening in text.signs.openings


def gather_title(text: Text, at: int) -> Title:
    """Return the line with those that go on with it, if it were a heading."""
    taken = [text.places[at]]
    while len(taken) < MOST_LINES:
        following = text.line(at + len(taken))
        title = Title(tuple(taken), tuple(text.layout.lines[place] for place in taken))
        near = following is not None and text.places[at + len(taken)] == taken[-1] + 1
        if following is None or not near or not _goes_on(text, title, following):
            return title
        taken.append(text.places[at + len(taken)])
    return Title(tuple(taken), tuple(text.layout.lines[place] for place in taken))


def _goes_on(text: Text, title: Title, line: Line) -> bool:
    """Return whether the line is more of the title: in the same print, below or beside it."""
    last = title.lines[-1]
    if line.page != last.page or line.bold != last.bold:
        return False
    if abs(last.size - line.size) > SAME_PRINT or read_item_marker(line.text):
        return False
    below = text.layout.steps_down(last, line)
    if is_marker(title.text):
        return below or abs(line.baseline - last.baseline) <= 1
    if not below:
        return False
    lefts = {title.lines[0].left, _find_title_left(title)}
    broken = starts_small(line) or not fits(last, line, text.signs.limits[title.places[-1]])
    return (
        broken
        and any(abs(line.left - left) <= SAME_LEFT for left in lefts)
        and not read_heading_number(line.text)
    )


def _find_title_left(title: Title) -> float:
    """Return where the words behind the number begin on its first line."""
    first = title.lines[0]
    after = (word for word in first.words if not is_marker(first.text[: word.end - first.start]))
    return next(after, first.words[0]).left
