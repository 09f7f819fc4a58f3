"""Count as Word counts: the number it prints before a heading or list item.

The number is no part of the paragraph's text; Word computes it from the list definitions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.docx.names import (
    qualify,
    read_number,
    read_switch,
    read_value,
)
from extractor.documents.docx.styles import Style, Styles

DEEPEST = 9
"""A list has nine levels, 0 to 8."""

ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

LARGEST_ROMAN = 4999
"""Above this a Roman number is an attack on the reader, not a number."""


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


class Numbering:
    """The lists of one document while it is read from front to back."""

    def __init__(self, lists: dict[str, ListDefinition]) -> None:
        self.lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def find_depth(self, list_id: str, style: Style) -> int:
        """Return the level that a style's paragraphs have in the list."""
        if style.depth is not None:
            return style.depth
        levels = self.lists[list_id].levels if list_id in self.lists else {}
        return next((depth for depth, level in levels.items() if level.style in style.ids), 0)

    def count(self, list_id: str, depth: int) -> str | None:
        """Return the next number as printed, empty for a bullet; none outside any list."""
        definition = self.lists.get(list_id)
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
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, DEEPEST)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < count <= LARGEST_ROMAN:
        roman = _write_roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02}" if form == "decimalZero" else str(count)


def read_numbering(root: _Element | None, styles: Styles) -> Numbering:
    """Return the document's lists; none when it has no numbering part."""
    if root is None:
        return Numbering({})
    shared = {
        element.get(qualify("w:abstractNumId"), ""): element
        for element in root.iterfind(qualify("w:abstractNum"))
    }
    bases = {
        element.get(qualify("w:numId"), ""): read_value(element, "w:abstractNumId") or ""
        for element in root.iterfind(qualify("w:num"))
    }
    lists = {}
    for element in root.iterfind(qualify("w:num")):
        list_id = element.get(qualify("w:numId"), "")
        base = bases[list_id]
        linked = read_value(shared.get(base), "w:numStyleLink")
        if linked is not None:
            base = bases.get(styles.find(linked).numbering or "", base)
        lists[list_id] = _read_list(element, base, shared.get(base))
    return Numbering(lists)


def _read_list(element: _Element, base: str, definition: _Element | None) -> ListDefinition:
    """Return a list: the levels of its definition, with what it says itself over them."""
    levels = _read_levels(definition)
    starts: dict[int, int] = {}
    for override in element.iterfind(qualify("w:lvlOverride")):
        depth = override.get(qualify("w:ilvl"), "")
        start = read_number(override, "w:startOverride")
        levels.update(_read_levels(override))
        if start is not None and depth.isdecimal():
            starts[int(depth)] = start
    return ListDefinition(shared=base, levels=levels, starts=starts)


def _read_levels(element: _Element | None) -> dict[int, Level]:
    """Return the levels a definition gives, by depth from 0."""
    levels = {}
    for level in [] if element is None else element.iterfind(qualify("w:lvl")):
        depth = level.get(qualify("w:ilvl"), "")
        if depth.isdecimal() and int(depth) < DEEPEST:
            levels[int(depth)] = Level(
                form=read_value(level, "w:numFmt") or "decimal",
                pattern=read_value(level, "w:lvlText") or "",
                start=read_number(level, "w:start") or 0,
                restarts=read_number(level, "w:lvlRestart") != 0,
                legal=bool(read_switch(level, "w:isLgl")),
                style=read_value(level, "w:pStyle"),
            )
    return levels


def _write_roman(count: int) -> str:
    """Return a positive count in lower-case Roman figures."""
    written = ""
    for value, letters in ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written
