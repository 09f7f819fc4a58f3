"""Count as an OpenDocument program counts: the number it prints before a heading or list item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from extractor.documents.flow.counting import write_letters, write_roman
from extractor.documents.odt.names import LONGEST_NUMBER, find, qualify, read, read_count

DEEPEST = 10
"""A list has ten levels, 1 to 10."""

LEVEL_KINDS = {
    qualify("text:list-level-style-number"): "number",
    qualify("text:list-level-style-bullet"): "bullet",
    qualify("text:list-level-style-image"): "bullet",
    qualify("text:outline-level-style"): "number",
}


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    kind: str
    """`number` or `bullet`."""
    form: str
    """`1`, `a`, `A`, `i` or `I`; empty when no number is printed."""
    before: str
    after: str
    shows: int
    """How many levels the number shows, its own included."""
    start: int
    pattern: str
    """The printed text with `%1%` for the number of the first level; empty in older files."""


@dataclass
class ListCount:
    """A list and how far it was counted, by level from 1."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class ListStyles:
    """The list styles of a document, by name, and the one of its headings."""

    def __init__(self, *roots: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        for element in _iterate_lists(roots):
            self._elements.setdefault(read(element, "style:name"), element)
        self._read: dict[str, dict[int, Level]] = {}
        styles = next((root for root in reversed(roots) if root is not None), None)
        outline = find(styles, "office:styles", "text:outline-style")
        self.outline = {} if outline is None else read_levels(outline)

    def find(self, name: str) -> dict[int, Level]:
        """Return the levels of a list style; none for a name that stands for none."""
        if name not in self._read:
            element = self._elements.get(name)
            self._read[name] = {} if element is None else read_levels(element)
        return self._read[name]


class Numbering:
    """The lists of one document while it is read from front to back."""

    def __init__(self, styles: ListStyles) -> None:
        self.styles = styles
        self._outline = ListCount(style="")
        self._by_style: dict[str, ListCount] = {}
        self._by_id: dict[str, ListCount] = {}

    def open_list(self, element: _Element, style: str) -> ListCount:
        """Return the count of a list: a new one, or that of the list it says it goes on with."""
        name = read(element, "xml:id") or f"list {len(self._by_id)}"
        earlier = self._by_id.get(read(element, "text:continue-list"))
        if earlier is None and read(element, "text:continue-numbering") == "true":
            earlier = self._by_style.get(style)
        opened = ListCount(style) if earlier is None else ListCount(style, earlier.counts)
        self._by_style[style] = opened
        self._by_id[name] = opened
        return opened

    def number_item(self, counted: ListCount, depth: int, start: str = "") -> str:
        """Return the next number of a list as printed, empty for a bullet."""
        levels = self.styles.find(counted.style)
        return _count(levels, counted.counts, depth, start) if depth in levels else ""

    def number_heading(self, depth: int, start: str = "") -> str:
        """Return the number of the next heading, empty when headings have none."""
        levels = self.styles.outline
        return _count(levels, self._outline.counts, depth, start) if depth in levels else ""


def _count(levels: dict[int, Level], counts: dict[int, int], depth: int, start: str) -> str:
    """Return the next number at this depth; deeper levels begin anew after it."""
    fits = start.isdecimal() and len(start) <= LONGEST_NUMBER
    counts[depth] = int(start) if fits else counts.get(depth, levels[depth].start - 1) + 1
    for deeper in [each for each in counts if each > depth]:
        del counts[deeper]
    return print_number(levels, depth, counts)


def print_number(levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
    """Return the number of this level as printed, such as `1.2.` or `b)`; empty for a bullet."""
    level = levels[depth]
    if level.kind == "bullet" or not level.form:
        return ""

    def write(place: int) -> str:
        above = levels.get(place, level)
        return write_count(counts.get(place, above.start), above.form)

    if level.pattern:
        return re.sub(r"%(\d{1,2})%", lambda found: write(int(found[1])), level.pattern).strip()
    shown = [write(place) for place in range(max(depth - level.shows, 0) + 1, depth + 1)]
    return f"{level.before}{'.'.join(each for each in shown if each)}{level.after}".strip()


def write_count(count: int, form: str) -> str:
    """Return a count in a number format; formats nobody uses here print as decimals."""
    if form in {"a", "A"}:
        letters = write_letters(count)
        return letters.upper() if form == "A" else letters
    if form in {"i", "I"}:
        roman = write_roman(count)
        return roman.upper() if form == "I" else roman
    return str(count) if form else ""


def read_levels(element: _Element) -> dict[int, Level]:
    """Return the levels that a list style gives, by depth from 1."""
    levels = {}
    for child in element:
        kind = LEVEL_KINDS.get(child.tag)
        if kind is not None:
            levels[read_count(child, "text:level", DEEPEST)] = Level(
                kind=kind,
                form=read(child, "style:num-format"),
                before=read(child, "style:num-prefix"),
                after=read(child, "style:num-suffix"),
                shows=read_count(child, "text:display-levels", DEEPEST),
                start=_read_start(child),
                pattern=read(child, "loext:num-list-format"),
            )
    return levels


def _read_start(element: _Element) -> int:
    """Return the number a level begins with."""
    value = read(element, "text:start-value")
    return int(value) if value.isdecimal() and len(value) <= LONGEST_NUMBER else 1


def _iterate_lists(roots: tuple[_Element | None, ...]) -> Iterator[_Element]:
    """Yield the list styles of these roots, automatic ones before named ones."""
    for place in ("office:automatic-styles", "office:styles"):
        for root in roots:
            found = find(root, place)
            yield from [] if found is None else found.iterchildren(qualify("text:list-style"))
