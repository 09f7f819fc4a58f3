"""What a paragraph style means: a heading, a list, a line of contents, hidden, bold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.docx.look import is_shaded, read_look
from extractor.documents.docx.names import (
    OFF,
    Properties,
    find,
    list_properties,
    number_of,
    qualify,
    read_number,
    read_switch,
    read_value,
)
from extractor.documents.flow.look import PLAIN_LOOK, Look, first_said
from extractor.documents.flow.style_names import (
    CONTENTS_NAME,
    HEADING_NAME,
    LIST_NAME,
    TITLE_NAME,
)

OUTLINE = qualify("w:outlineLvl")

BODY_LEVEL = 9
"""The outline level that says a paragraph is body text; levels count from 0."""

MOST_BASES = 40
"""Styles that one may rest on; Word allows about ten."""


@dataclass(frozen=True)
class Style:
    """What a style and the styles it is based on say; none where they say nothing."""

    outline: int | None = None
    """Its outline level, from 0."""
    contents: bool = False
    listed: bool = False
    numbering: str | None = None
    """The id of the list its paragraphs are numbered in."""
    depth: int | None = None
    """How deep in that list, from 0."""
    ids: tuple[str, ...] = ()
    """Its own id and those of the styles it is based on, nearest first."""
    look: Look = PLAIN_LOOK
    opens_page: bool | None = None
    """Whether its paragraphs begin on a new page."""
    shaded: bool = False
    """Whether its paragraphs stand on another colour than paper."""

    @property
    def heading(self) -> int | None:
        """Return the depth of a heading, from 1, or none for other text."""
        if self.contents or self.outline is None or self.outline >= BODY_LEVEL:
            return None
        return self.outline + 1

    def find_level(self, said: Properties) -> int | None:
        """Return a paragraph's depth as a heading, its own word before its style's."""
        own = number_of(said.get(OUTLINE))
        if own is None:
            return self.heading
        return own + 1 if own < BODY_LEVEL else None


PLAIN = Style()


class Styles:
    """The styles of a document, each resolved through those it is based on when it is asked for.

    A template brings hundreds, of which a document uses some ten.
    """

    def __init__(self, root: _Element | None) -> None:
        styles = [] if root is None else list(root.iterchildren(qualify("w:style")))
        self._elements = {each.get(qualify("w:styleId"), ""): each for each in styles}
        self._resolved: dict[str, Style] = {}
        defaults = (
            name
            for name, element in self._elements.items()
            if element.get(qualify("w:type")) == "paragraph"
            and element.get(qualify("w:default"), "0") not in OFF
        )
        default = next(defaults, None)
        self.default = PLAIN if default is None else self._resolve(default)

    def find(self, style_id: str | None) -> Style:
        """Return the style, or the default paragraph style for none or an unknown one."""
        return self._resolve(style_id) if style_id in self._elements else self.default

    def find_character(self, style_id: str | None) -> Style:
        """Return the character style, or one that says nothing."""
        return self._resolve(style_id) if style_id in self._elements else PLAIN

    def _resolve(self, style_id: str) -> Style:
        """Return the style, read with those it is based on when it is asked for the first time."""
        if style_id not in self._resolved:
            for name in reversed(self._trace_bases(style_id)):
                self._resolved[name] = read_style(self._elements[name], self._resolved)
        return self._resolved[style_id]

    def _trace_bases(self, style_id: str) -> list[str]:
        """Return the style and those it is based on that are not known yet, nearest first."""
        chain: list[str] = []
        while (
            style_id in self._elements and style_id not in self._resolved and style_id not in chain
        ):
            if len(chain) == MOST_BASES:
                break
            chain.append(style_id)
            style_id = read_value(self._elements[style_id], "w:basedOn") or ""
        return chain


def read_style(element: _Element, known: Mapping[str, Style]) -> Style:
    """Return what a style says, its own word before that of the style it is based on."""
    base = known.get(read_value(element, "w:basedOn") or "", PLAIN)
    style_id = element.get(qualify("w:styleId"), "")
    names = (read_value(element, "w:name") or "", style_id)
    return Style(
        outline=first_said(_find_outline(element, names), base.outline),
        contents=base.contents or any(CONTENTS_NAME.fullmatch(name) for name in names),
        listed=base.listed or any(LIST_NAME.fullmatch(name) for name in names),
        numbering=read_value(element, "w:pPr", "w:numPr", "w:numId") or base.numbering,
        depth=first_said(read_number(element, "w:pPr", "w:numPr", "w:ilvl"), base.depth),
        ids=(style_id, *base.ids[:MOST_BASES]),
        look=read_look(list_properties(find(element, "w:rPr")), base.look),
        shaded=base.shaded or is_shaded(list_properties(find(element, "w:pPr"))),
        opens_page=first_said(
            read_switch(find(element, "w:pPr"), "w:pageBreakBefore"), base.opens_page
        ),
    )


def _find_outline(element: _Element, names: tuple[str, str]) -> int | None:
    """Return a style's outline level, from 0, by what it says or else by its name or id."""
    outline = read_number(element, "w:pPr", "w:outlineLvl")
    if outline is not None:
        return outline
    for name in names:
        if matched := HEADING_NAME.match(name):
            return int(matched[1]) - 1
        if TITLE_NAME.fullmatch(name):
            return 0
    return None
