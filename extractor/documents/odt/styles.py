"""What a style of an OpenDocument text means: a title, contents, a list, hidden, bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.flow.look import PLAIN_LOOK, SMALLEST, Look, lay_over
from extractor.documents.flow.style_names import CONTENTS_NAME, LIST_NAME, TITLE_NAME
from extractor.documents.odt.names import find, qualify, read

MOST_BASES = 40
"""Styles that one may rest on."""

ESCAPED = re.compile(r"_([0-9a-fA-F]{2,4})_")
"""A character that may not stand in an XML name, such as `_20_` for a space."""

FONT_USE = re.compile(r"(?<=[A-Za-z])\d+$")

WHITE = "#ffffff"
POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")

BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True)
class Style:
    """What a style and the styles it is based on say."""

    title: bool = False
    contents: bool = False
    listed: bool = False
    list_style: str | None = None
    """The list its paragraphs are numbered in; empty when they are in none."""
    look: Look = PLAIN_LOOK
    font: str = ""
    opens_page: bool = False
    hidden: bool = False
    """Whether a section in this style is not shown."""
    shaded: bool = False
    """Whether its paragraphs stand on another colour than paper."""


PLAIN = Style()


class Styles:
    """The styles of a document, each resolved through those it is based on when it is asked for."""

    def __init__(self, *roots: _Element | None) -> None:
        """Take the styles of these roots; an earlier root's go before a later one's."""
        self._elements: dict[tuple[str, str], _Element] = {}
        for element in _iterate_styles(roots):
            key = read(element, "style:family"), read(element, "style:name")
            self._elements.setdefault(key, element)
        self._resolved: dict[tuple[str, str], Style] = {}

    def find(self, family: str, name: str) -> Style:
        """Return the style, or one that says nothing for a name that stands for none."""
        chain: list[tuple[str, str]] = []
        key = family, name
        while key in self._elements and key not in self._resolved and key not in chain:
            if len(chain) == MOST_BASES:
                break
            chain.append(key)
            key = family, read(self._elements[key], "style:parent-style-name")
        for each in reversed(chain):
            base = self._resolved.get((family, read(self._elements[each], _PARENT)), PLAIN)
            self._resolved[each] = read_style(self._elements[each], base)
        return self._resolved.get((family, name), PLAIN)


_PARENT = "style:parent-style-name"


def read_style(element: _Element, base: Style) -> Style:
    """Return what a style says, its own word before that of the style it is based on."""
    names = [show_name(read(element, name)) for name in ("style:name", "style:display-name")]
    named = element.get(qualify("style:list-style-name"))
    breaks = read(find(element, "style:paragraph-properties"), "fo:break-before") == "page"
    page = breaks or bool(read(element, "style:master-page-name"))
    return Style(
        title=base.title or any(TITLE_NAME.fullmatch(name) for name in names),
        contents=base.contents or any(CONTENTS_NAME.fullmatch(name) for name in names),
        listed=base.listed or any(LIST_NAME.fullmatch(name) for name in names),
        list_style=base.list_style if named is None else named,
        look=lay_over(read_look(find(element, "style:text-properties")), base.look),
        font=read_font(find(element, "style:text-properties")) or base.font,
        opens_page=page or base.opens_page,
        hidden=read(find(element, "style:section-properties"), "text:display") == "none",
        shaded=base.shaded or _is_shaded(find(element, "style:paragraph-properties")),
    )


def read_look(properties: _Element | None) -> Look:
    """Return what text properties say of the look."""
    if properties is None:
        return PLAIN_LOOK
    weight, shown = read(properties, "fo:font-weight"), read(properties, "text:display")
    position = read(properties, "style:text-position").split(" ")
    return Look(
        bold=weight in BOLD if weight else None,
        hidden=shown == "none" if shown else None,
        raised=_is_raised(position[0]) if position[0] else None,
        white=_is_white(properties),
        tiny=_is_tiny(read(properties, "fo:font-size")),
    )


def _is_shaded(properties: _Element | None) -> bool:
    """Return whether text has a ground of another colour than paper."""
    return read(properties, "fo:background-color").lower() not in {"", "transparent", WHITE}


def _is_white(properties: _Element | None) -> bool | None:
    """Return whether letters are white; on a ground of their own they are to be seen."""
    if _is_shaded(properties):
        return False
    colour = read(properties, "fo:color").lower()
    return colour == WHITE if colour else None


def _is_tiny(size: str) -> bool | None:
    """Return whether letters of this size are too small to see; a share of others tells nothing."""
    found = POINTS.fullmatch(size)
    return float(found[1]) <= SMALLEST if found else None


def read_font(properties: _Element | None) -> str:
    """Return the font that text properties name, without the number that tells its uses apart."""
    return FONT_USE.sub("", read(properties, "style:font-name"))


def show_name(name: str) -> str:
    """Return the name of a style as a person gave it."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def _is_raised(position: str) -> bool:
    """Return whether text stands above the line: by word, or by a share of its height."""
    return position == "super" or bool(re.fullmatch(r"0*[1-9]\d{0,2}(?:\.\d+)?%", position))


def _iterate_styles(roots: tuple[_Element | None, ...]) -> Iterator[_Element]:
    """Yield the styles of these roots, automatic ones before named ones."""
    for place in ("office:automatic-styles", "office:styles"):
        for root in roots:
            found = find(root, place)
            yield from [] if found is None else found.iterchildren(qualify("style:style"))
