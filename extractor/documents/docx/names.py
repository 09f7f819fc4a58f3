"""The XML names of WordprocessingML, written with the prefixes Word itself uses."""

from __future__ import annotations

from functools import cache

from lxml.etree import _Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": NAMESPACES["r"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": NAMESPACES["m"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": NAMESPACES["a"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/diagram": NAMESPACES["dgm"].encode(),
}
"""The namespaces of Strict OOXML, each with the one this package speaks."""

OFF = frozenset({"0", "false", "off", "none"})
"""How a property that is present says that it does not hold."""

LONGEST_NUMBER = 9
"""Digits of any number Word itself writes."""

Properties = dict[str, _Element]
"""What stands in a properties element, by qualified name."""


@cache
def qualify(name: str) -> str:
    """Return a prefixed name such as `w:p` in the form lxml matches on."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


VALUE = qualify("w:val")


def find(element: _Element | None, *path: str) -> _Element | None:
    """Return the first descendant along these child names, or none when one is missing."""
    for name in path:
        if element is None:
            return None
        # `Element.find` parses its path each time; a large document asks this 100 000 times.
        element = next(element.iterchildren(qualify(name)), None)
    return element


def find_first(element: _Element, name: str) -> _Element | None:
    """Return the first child when it has this qualified name: where Word puts properties."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == name else None


def list_properties(element: _Element | None) -> Properties:
    """Return the children of a properties element by name, taken out in one pass."""
    return {} if element is None else {child.tag: child for child in element}


def value_of(found: _Element | None) -> str | None:
    """Return the value of a property that was found, or none without it."""
    return None if found is None else found.get(VALUE)


def number_of(found: _Element | None) -> int | None:
    """Return the value of a property as a whole number, or none when it is not one."""
    value = value_of(found)
    fits = value is not None and value.isdecimal() and len(value) <= LONGEST_NUMBER
    return int(value) if value is not None and fits else None


def read_value(element: _Element | None, *path: str, attribute: str = "w:val") -> str | None:
    """Return the value of the property along these child names, or none without it."""
    found = find(element, *path)
    return None if found is None else found.get(qualify(attribute))


def read_number(element: _Element | None, *path: str) -> int | None:
    """Return the value along these child names as a whole number, or none when it is not one."""
    return number_of(find(element, *path))


def read_switch(element: _Element | None, name: str) -> bool | None:
    """Return whether an on-off property holds, or none when it is not mentioned."""
    return is_on(find(element, name))


def is_on(found: _Element | None) -> bool | None:
    """Return whether an on-off property that was found holds, or none without it."""
    return None if found is None else found.get(VALUE, "1") not in OFF
