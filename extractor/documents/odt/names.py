"""The XML names of OpenDocument, written with the prefixes its standard uses."""

from __future__ import annotations

from functools import cache

from lxml.etree import _Element

OASIS = "urn:oasis:names:tc:opendocument:xmlns"

NAMESPACES = {
    "office": f"{OASIS}:office:1.0",
    "style": f"{OASIS}:style:1.0",
    "text": f"{OASIS}:text:1.0",
    "table": f"{OASIS}:table:1.0",
    "draw": f"{OASIS}:drawing:1.0",
    "form": f"{OASIS}:form:1.0",
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{OASIS}:svg-compatible:1.0",
    "manifest": f"{OASIS}:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}

LONGEST_NUMBER = 9
"""Digits of any number an office program writes."""


@cache
def qualify(name: str) -> str:
    """Return a prefixed name such as `text:p` in the form lxml matches on."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def find(element: _Element | None, *path: str) -> _Element | None:
    """Return the first descendant along these child names, or none when one is missing."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(qualify(name)), None)
    return element


def read(element: _Element | None, name: str) -> str:
    """Return an attribute, empty when the element or the attribute is missing."""
    return "" if element is None else element.get(qualify(name), "")


def read_count(element: _Element, name: str, most: int) -> int:
    """Return how often something is repeated, from 1 up to a bound; 1 when it does not say."""
    value = read(element, name)
    if not value.isdecimal():
        return 1
    return most if len(value) > LONGEST_NUMBER else min(max(int(value), 1), most)
