"""Find headings: by their number, their print and their place in the table of contents.

An item of a list or a sentence is no heading, however bold. A line that is merely bold is one
only if it is short and stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.documents.pdf.contents import fold_title
from extractor.documents.pdf.flow import fits, is_open, starts_small
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
LONGEST, LONGEST_BOLD = 160, 90
"""Characters of a heading, and of one that nothing but its bold print gives away."""

RUNNING_WORDS = 8
"""A plain line of this many words is running text; pages before any are front matter."""

RUNNING_LINES, RUNNING_PART = 3, 0.3
"""So many lines of running text, or such a part of its lines, make a page one of text."""

SENTENCE = re.compile(r"[.;,!]$")

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


def find_titles(layout: Layout, places: Sequence[int], signs: Signs) -> tuple[Title, ...]:
    """Return the headings among lines that are nothing else yet, in the order of the text."""
    text = Text(layout, places, signs)
    front = _find_front(text)
    titles: list[Title] = []
    at = 0
    while at < len(places):
        title = _gather_title(text, at)
        expected = title.page > front or signs.is_known(title)
        if expected and _is_heading(text, at, title):
            titles.append(title)
            at += len(title.places)
        else:
            at += 1
    return tuple(_drop_document_title(titles, signs))


def _find_front(text: Text) -> int:
    """Return the last page of the front matter, where lines stand alone without being headings."""
    lines: Counter[int] = Counter()
    running: Counter[int] = Counter()
    for place in text.places:
        line = text.layout.lines[place]
        lines[line.page] += 1
        running[line.page] += len(line.words) >= RUNNING_WORDS and not text.is_styled(line)
    telling = (
        page
        for page in sorted(lines)
        if running[page] >= min(RUNNING_LINES, RUNNING_PART * lines[page]) > 0
    )
    return next(telling, 1) - 1


def _gather_title(text: Text, at: int) -> Title:
    """Return the line with those that go on with it, if it were a heading."""
    taken = [text.places[at]]
    while len(taken) < MOST_LINES:
        following = text.line(at + len(taken))
        title = Title(tuple(taken), tuple(text.layout.lines[place] for place in taken))
        if following is None or not _goes_on(text, title, following):
            return title
        taken.append(text.places[at + len(taken)])
    return Title(tuple(taken), tuple(text.layout.lines[place] for place in taken))


def _goes_on(text: Text, title: Title, line: Line) -> bool:
    """Return whether the line is more of the title: in the same print, below or beside it."""
    last = title.lines[-1]
    alike = abs(last.size - line.size) <= SAME_PRINT and last.bold == line.bold
    if not alike or line.page != last.page or read_item_marker(line.text):
        return False
    below = text.layout.steps_down(last, line)
    if is_marker(title.text):
        return below or abs(line.baseline - last.baseline) <= 1
    lefts = {title.lines[0].left, _find_title_left(title)}
    broken = starts_small(line) or not fits(last, line, text.signs.limits[title.places[-1]])
    return (
        below
        and broken
        and any(abs(line.left - left) <= SAME_LEFT for left in lefts)
        and not read_heading_number(line.text)
    )


def _find_title_left(title: Title) -> float:
    """Return where the words behind the number begin on its first line."""
    first = title.lines[0]
    after = (word for word in first.words if not is_marker(first.text[: word.end - first.start]))
    return next(after, first.words[0]).left


def _is_heading(text: Text, at: int, title: Title) -> bool:
    """Return whether the title is a heading."""
    if not _looks_like_title(title) or _has_neighbour(text, at, title):
        return False
    if text.signs.find_bookmark(title) is not None:
        return True
    styled = text.is_styled(title)
    if text.signs.is_listed(title) and (styled or title.number is not None):
        return True
    if title.number:
        return styled or (title.number.depth > 1 and _stands_apart(text, at, title))
    if read_item_marker(title.text):
        return False
    short = len(title.lines) == 1 and len(title.text) <= LONGEST_BOLD
    marked = text.is_large(title) or text.signs.is_listed(title) or (styled and short)
    return marked and _stands_apart(text, at, title)


def _looks_like_title(title: Title) -> bool:
    """Return whether the text is short, begins as a title does and does not end as a sentence."""
    bare = title.text[title.number.end :] if title.number else title.text
    letters = sum(map(str.isalpha, bare))
    begins = bare.lstrip("(‘’“\"'")[:1]
    return (
        letters > 1
        and len(title.text) <= LONGEST
        and SENTENCE.search(title.text) is None
        and (begins.isupper() or begins.isdigit())
    )


def _has_neighbour(text: Text, at: int, title: Title) -> bool:
    """Return whether other text stands on the same baseline, as beside a label."""
    ends = (
        (text.line(at - 1), title.lines[0]),
        (text.line(at + len(title.places)), title.lines[-1]),
    )
    return any(
        other is not None and other.page == line.page and abs(other.baseline - line.baseline) <= 1
        for other, line in ends
    )


def _stands_apart(text: Text, at: int, title: Title) -> bool:
    """Return whether no sentence runs into it from above or out of it below."""
    return not _is_run_into(text, at, title) and not _runs_out(text, at, title)


def _is_run_into(text: Text, at: int, title: Title) -> bool:
    """Return whether the line above breaks off in a sentence that goes on here."""
    before = text.line(at - 1)
    return (
        before is not None
        and text.layout.steps_down(before, title.lines[0])
        and is_open(before)
        and not fits(before, title.lines[0], text.limit(at - 1))
    )


def _runs_out(text: Text, at: int, title: Title) -> bool:
    """Return whether the line below goes on with it, as with the first line of a paragraph."""
    end = at + len(title.places)
    after, last = text.line(end), title.lines[-1]
    if after is None or not text.layout.steps_down(last, after):
        return False
    alike = after.bold == last.bold and abs(after.size - last.size) <= SAME_PRINT
    return (alike or starts_small(after)) and not fits(last, after, text.limit(end - 1))


def _drop_document_title(titles: Sequence[Title], signs: Signs) -> Iterator[Title]:
    """Yield the headings but the unknown ones in the largest print, if that is on page 1 alone."""
    largest = max((title.size for title in titles), default=0.0) - SAME_PRINT
    alone = all(title.page == 1 for title in titles if title.size >= largest)
    for title in titles:
        if signs.is_known(title) or not alone or title.size < largest:
            yield title
