"""What a paragraph style means: a heading, a list, a line of contents, hidden, bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.docx.names import (
    find,
    qualify,
    read_number,
    read_switch,
    read_value,
)

HEADING_NAME = re.compile(r"(?:heading|kop) ?-? ?(?:niveau )?([1-9])\b", re.IGNORECASE)
"""Word keeps `heading 1` as a name and `Kop1` as an id; some templates name it themselves."""

TITLE_NAME = re.compile(r"(?:title|titel|documenttitel|hoofdtitel)", re.IGNORECASE)

CONTENTS_NAME = re.compile(
    r"(?:toc|inhopg|contents|inhoudsopgave|table ?of ?(?:figures|contents|authorities)"
    r"|kop ?van ?inhoudsopgave|lijst ?met ?(?:afbeeldingen|figuren|tabellen))\b.*"
    r"|(?:toc|inhopg)\d|(?:toc|contents)heading",
    re.IGNORECASE,
)

LIST_NAME = re.compile(
    r"(?:list|lijst) ?(?:bullet|number|opsom|nummer).*|opsomming.*", re.IGNORECASE
)

BODY_LEVEL = 9
"""The outline level that says a paragraph is body text; levels count from 0."""

MOST_BASES = 40
"""Styles that one may rest on; Word allows about ten, and a long chain costs time."""


@dataclass(frozen=True)
class Style:
    """What a style and the styles it is based on say; none where they say nothing."""

    heading: int | None = None
    """The depth of a heading, from 1."""
    contents: bool = False
    listed: bool = False
    numbering: str | None = None
    """The id of the list its paragraphs are numbered in."""
    depth: int | None = None
    """How deep in that list, from 0."""
    ids: tuple[str, ...] = ()
    """Its own id and those of the styles it is based on, nearest first."""
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    """Whether its text is superscript."""


PLAIN = Style()


@dataclass(frozen=True)
class Styles:
    """The styles of a document, by id, each resolved through those it is based on."""

    by_id: dict[str, Style]
    default: Style = PLAIN

    def find(self, style_id: str | None) -> Style:
        """Return the style, or the default paragraph style for none or an unknown one."""
        return self.by_id.get(style_id or "", self.default)

    def find_character(self, style_id: str | None) -> Style:
        """Return the character style, or one that says nothing."""
        return self.by_id.get(style_id, PLAIN) if style_id else PLAIN


def read_styles(root: _Element | None) -> Styles:
    """Return the document's styles; none at all when it has no styles part."""
    elements = {
        element.get(qualify("w:styleId"), ""): element
        for element in ([] if root is None else root.iterfind(qualify("w:style")))
    }
    resolved = {name: resolve_style(name, elements) for name in elements}
    defaults = [
        resolved[name]
        for name, element in elements.items()
        if element.get(qualify("w:type")) == "paragraph"
        and element.get(qualify("w:default"), "0") in {"1", "true", "on"}
    ]
    return Styles(by_id=resolved, default=defaults[0] if defaults else PLAIN)


def resolve_style(style_id: str, elements: dict[str, _Element]) -> Style:
    """Return what the style says, its own word before that of the styles it is based on."""
    chain = list(_trace_bases(style_id, elements))
    names = [_name_style(element) for element in chain]
    contents = any(CONTENTS_NAME.fullmatch(name) for pair in names for name in pair)
    depths = (read_number(element, "w:pPr", "w:numPr", "w:ilvl") for element in chain)
    lists = (read_value(element, "w:pPr", "w:numPr", "w:numId") for element in chain)
    raised = (read_value(element, "w:rPr", "w:vertAlign") for element in chain)
    return Style(
        heading=None if contents else _find_heading(chain),
        contents=contents,
        listed=any(LIST_NAME.fullmatch(name) for pair in names for name in pair),
        numbering=next((value for value in lists if value is not None), None),
        depth=next((value for value in depths if value is not None), None),
        ids=tuple(element.get(qualify("w:styleId"), "") for element in chain),
        bold=_find_switch(chain, "w:b"),
        hidden=_find_switch(chain, "w:vanish"),
        raised=next((value == "superscript" for value in raised if value is not None), None),
    )


def _trace_bases(style_id: str, elements: dict[str, _Element]) -> Iterator[_Element]:
    """Yield the style and those it is based on, nearest first, each once."""
    seen: set[str] = set()
    while style_id in elements and style_id not in seen and len(seen) < MOST_BASES:
        seen.add(style_id)
        yield elements[style_id]
        style_id = read_value(elements[style_id], "w:basedOn") or ""


def _name_style(element: _Element) -> tuple[str, str]:
    """Return the style's name and id: either may be the telling one."""
    return read_value(element, "w:name") or "", element.get(qualify("w:styleId"), "")


def _find_heading(chain: list[_Element]) -> int | None:
    """Return the depth of a heading, from the nearest style that says anything about it."""
    for element in chain:
        outline = read_number(element, "w:pPr", "w:outlineLvl")
        if outline is not None:
            return outline + 1 if outline < BODY_LEVEL else None
        for name in _name_style(element):
            if matched := HEADING_NAME.match(name):
                return int(matched[1])
            if TITLE_NAME.fullmatch(name):
                return 1
    return None


def _find_switch(chain: list[_Element], name: str) -> bool | None:
    """Return the nearest word on an on-off property of the text, or none."""
    values = (read_switch(find(element, "w:rPr"), name) for element in chain)
    return next((value for value in values if value is not None), None)
