"""Say what a place on a web page is: a heading, the text proper, or what belongs to the site."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element

from extractor.documents.html.elements import (
    SECTIONS,
    is_apart,
    is_contents,
    is_notes,
    read_name,
)
from extractor.models import BlockKind


class Place(NamedTuple):
    """Where on the page something is read, as far as that says what it is."""

    level: int | None = None
    """Of a heading: its depth from 1."""
    apart: BlockKind | None = None
    """What all of it is: furniture, contents, or a note."""
    sectioned: bool = False
    """Whether it stands in the text proper, so that a header in it is part of the text."""
    kept: bool = False
    """Whether white space and the ends of lines count."""


def find_place(element: _Element, name: str, place: Place) -> Place:
    """Return the place of what stands in an element that begins on a line of its own."""
    apart: BlockKind | None = place.apart
    if apart is None and is_contents(element):
        apart = "contents"
    elif apart is None and is_apart(element, name, sectioned=place.sectioned):
        apart = "furniture"
    elif apart is None and is_notes(element):
        apart = "footnote"
    code = name == "pre" and any(read_name(child) == "code" for child in element)
    return Place(
        level=find_level(element, name) or place.level,
        apart=apart or ("furniture" if code else None),
        sectioned=place.sectioned or name in SECTIONS,
        kept=place.kept or name in {"pre", "listing", "plaintext", "xmp"},
    )


def find_level(element: _Element, name: str) -> int | None:
    """Return the depth of a heading, from 1, or none for other text."""
    if len(name) == 2 and name[0] == "h" and name[1].isdecimal():  # noqa: PLR2004 - h1 to h6
        return int(name[1])
    if element.get("role") == "heading":
        level = element.get("aria-level", "2")
        return int(level) if level in "123456789" and level else 2
    return None
