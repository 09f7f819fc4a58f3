"""Count as Word counts: the number it prints before a heading or list item.

The number is no part of the paragraph's text; Word computes it from the list definitions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from extractor.documents.docx.names import (
    is_on,
    list_properties,
    number_of,
    qualify,
    read_number,
    read_value,
    value_of,
)
from extractor.documents.docx.styles import Style, Styles
from extractor.documents.flow.counting import write_letters, write_roman

DEEPEST = 9
"""A list has nine levels, 0 to 8."""


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    form: str
    """The number format, such as `decimal`, `lowerLetter` or `bullet`."""
    pattern: str
    """The printed text, with `%1` for the number of the first level."""
    start: int
    restarts: bool
    legal: bool
    """Whether all its numbers print as decimals."""
    style: str | None


@dataclass(frozen=True)
class ListDefinition:
    """A numbered list: which definition it counts in, its levels, and where it starts anew."""

    shared: str
    """Lists with the same definition go on counting where the other stopped."""
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """The lists a document defines, each read when a paragraph is first numbered in it.

    Word keeps every list a document ever had, so most are never asked for.
    """

    def __init__(self, find_root: Callable[[], _Element | None], styles: Styles) -> None:
        self._find_root = find_root
        self._styles = styles
        self._read: dict[str, ListDefinition | None] = {}

    @cached_property
    def _shared(self) -> dict[str, _Element]:
        """Return the definitions that lists may share."""
        return _index(self._elements, "w:abstractNum", "w:abstractNumId")

    @cached_property
    def _lists(self) -> dict[str, _Element]:
        """Return the lists themselves."""
        return _index(self._elements, "w:num", "w:numId")

    @cached_property
    def _elements(self) -> list[_Element]:
        """Return what stands in the numbering part."""
        root = self._find_root()
        return [] if root is None else list(root)

    def find(self, list_id: str) -> ListDefinition | None:
        """Return the list, or none when the document does not define it."""
        if list_id not in self._read:
            element = self._lists.get(list_id)
            self._read[list_id] = None if element is None else self._read_list(element)
        return self._read[list_id]

    def _read_list(self, element: _Element) -> ListDefinition:
        """Return a list: the levels of its definition, with what it says itself over them."""
        base = read_value(element, "w:abstractNumId") or ""
        linked = read_value(self._shared.get(base), "w:numStyleLink")
        if linked is not None:
            followed = self._lists.get(self._styles.find(linked).numbering or "")
            base = read_value(followed, "w:abstractNumId") or base
        levels = _read_levels(self._shared.get(base))
        starts: dict[int, int] = {}
        for override in element.iterfind(qualify("w:lvlOverride")):
            depth = override.get(qualify("w:ilvl"), "")
            start = read_number(override, "w:startOverride")
            levels.update(_read_levels(override))
            if start is not None and depth.isdecimal():
                starts[int(depth)] = start
        return ListDefinition(shared=base, levels=levels, starts=starts)


class Numbering:
    """The numbers of a document's lists while it is read from front to back."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def find_depth(self, list_id: str, style: Style) -> int:
        """Return the level that a style's paragraphs have in the list."""
        if style.depth is not None:
            return style.depth
        definition = self.lists.find(list_id)
        levels = {} if definition is None else definition.levels
        return next((depth for depth, level in levels.items() if level.style in style.ids), 0)

    def count(self, list_id: str, depth: int) -> str | None:
        """Return the next number as printed, empty for a bullet; none outside any list."""
        definition = self.lists.find(list_id)
        if definition is None or depth not in definition.levels:
            return None
        counts = self._counts.setdefault(definition.shared, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            counts.update({place: start - 1 for place, start in definition.starts.items()})
        level = definition.levels[depth]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, DEEPEST):
            if deeper in definition.levels and definition.levels[deeper].restarts:
                counts.pop(deeper, None)
        return print_number(definition.levels, depth, counts)


def print_number(levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
    """Return the number of this level as printed, such as `1.2.` or `b)`; empty for a bullet."""
    level = levels[depth]
    if level.form == "bullet":
        return ""

    def fill(matched: re.Match[str]) -> str:
        place = int(matched[1]) - 1
        above = levels.get(place, level)
        return format_count(counts.get(place, 0), "decimal" if level.legal else above.form)

    return re.sub(r"%([1-9])", fill, level.pattern).strip()


def format_count(count: int, form: str) -> str:
    """Return a count in a number format; formats nobody uses here print as decimals."""
    if form == "none":
        return ""
    if form in {"lowerLetter", "upperLetter"}:
        letters = write_letters(count)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"}:
        roman = write_roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02}" if form == "decimalZero" else str(count)


def _index(elements: Iterable[_Element], name: str, key: str) -> dict[str, _Element]:
    """Return the elements of one name by the attribute that tells them apart."""
    return {each.get(qualify(key), ""): each for each in elements if each.tag == qualify(name)}


def _read_levels(element: _Element | None) -> dict[int, Level]:
    """Return the levels a definition gives, by depth from 0."""
    levels = {}
    for level in [] if element is None else element.iterfind(qualify("w:lvl")):
        depth = level.get(qualify("w:ilvl"), "")
        if depth.isdecimal() and int(depth) < DEEPEST:
            said = list_properties(level)
            levels[int(depth)] = Level(
                form=value_of(said.get(qualify("w:numFmt"))) or "decimal",
                pattern=value_of(said.get(qualify("w:lvlText"))) or "",
                start=number_of(said.get(qualify("w:start"))) or 0,
                restarts=number_of(said.get(qualify("w:lvlRestart"))) != 0,
                legal=bool(is_on(said.get(qualify("w:isLgl")))),
                style=value_of(said.get(qualify("w:pStyle"))),
            )
    return levels
