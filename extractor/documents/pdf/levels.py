"""Give headings their depth: by bookmark, by number, else by print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import takewhile

from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.titles import Signs, Title

Style = tuple[float, bool]
"""Rounded size and boldness: larger sorts higher, and bold above plain of the same size."""

PARTS, DECIMAL = frozenset({"part", "letter"}), frozenset({"decimal"})
"""Kinds of number: those of parts stand above the others."""


def find_levels(layout: Layout, titles: Sequence[Title], signs: Signs) -> tuple[int, ...]:
    """Return the level of each heading, from 1; the title of the document is not among them."""
    numbered = _level_numbered(titles)
    printed = _level_styles(layout, titles, numbered, signs)
    levels: list[int] = []
    for place, title in enumerate(titles):
        level = signs.find_bookmark(title) or numbered.get(place)
        levels.append(level or printed[place])
    return tuple(levels)


def _level_numbered(titles: Sequence[Title]) -> dict[int, int]:
    """Return the levels of the numbered headings.

    Parts and capital letters stand above numbers, small letters below the number before them.
    Numbers in lesser print than the others of their depth count within one of those. Where
    larger headings without a number come first, the numbers count within those.
    """
    levels: dict[int, int] = {}
    chief = _find_chief(titles, DECIMAL)
    top = 1 + _count_above(titles, _find_chief(titles, PARTS), PARTS)
    first = base = last = 1 + _count_above(titles, chief, DECIMAL)
    for place, title in enumerate(titles):
        if title.number is None:
            continue
        if title.number.kind in PARTS:
            level, base = top, top + 1
        elif title.number.kind == "small":
            level = last + 1
        else:
            lesser = title.number.depth == 1 and base == first and _style(title) < chief
            level = last = base + title.number.depth - 1 + lesser
        levels[place] = level
    return levels


def _find_chief(titles: Sequence[Title], kinds: frozenset[str]) -> Style:
    """Return the largest print of headings with these kinds of number."""
    found = (_style(title) for title in titles if title.number and title.number.kind in kinds)
    return max(found, default=(0.0, False))


def _count_above(titles: Sequence[Title], chief: Style, kinds: frozenset[str]) -> int:
    """Return how many kinds of larger print head what these numbers count within."""
    before = takewhile(lambda title: not (title.number and title.number.kind in kinds), titles)
    larger = {_style(title) for title in before if not title.number and _style(title) > chief}
    uses = Counter(_style(title) for title in titles if title.number is None)
    return sum(uses[style] > 1 for style in larger)


def _level_styles(
    layout: Layout, titles: Sequence[Title], numbered: dict[int, int], signs: Signs
) -> dict[int, int]:
    """Return the levels of the headings without a number, from the largest print down."""
    counted: dict[Style, set[int]] = defaultdict(set)
    for place, level in numbered.items():
        counted[_style(titles[place])].add(level)
    plain = {_style(title) for title in titles if title.number is None}
    found: dict[Style, int] = {}
    for style in sorted(plain, reverse=True):
        above = (level for other in counted for level in counted[other] if other >= style)
        above_plain = (level for other, level in found.items() if other > style)
        found[style] = 1 + max((*above, *above_plain), default=0)
        if style[0] > layout.size and len(counted[style]) == 1:
            found[style] -= 1
    return {
        place: min(counted[style]) if counted[style] and signs.is_listed(title) else found[style]
        for place, title in enumerate(titles)
        if title.number is None and (style := _style(title)) in found
    }


def _style(title: Title) -> Style:
    """Return the print of a heading."""
    return round(title.size * 2) / 2, title.bold
