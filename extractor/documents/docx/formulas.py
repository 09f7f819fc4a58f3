"""Write a formula on one line, as Word's own linear form does."""

from __future__ import annotations

from lxml.etree import _Element

from extractor.documents.docx.names import find, qualify, read_value

BETWEEN = {"m:f": "/", "m:sSup": "^", "m:sSub": "_"}
"""What stands between the two parts of a fraction, a power and an index.

Without it the power in 10^2 would read as 102.
"""

HALVES = {"m:f": ("m:num", "m:den"), "m:sSup": ("m:e", "m:sup"), "m:sSub": ("m:e", "m:sub")}


def write_formula(element: _Element) -> str:
    """Return the formula's own characters, with / ^ and _ where it is laid out in two heights."""
    if element.tag == qualify("m:t"):
        return element.text or ""
    for name, halves in HALVES.items():
        if element.tag == qualify(name):
            return BETWEEN[name].join(_group(find(element, half)) for half in halves)
    if element.tag == qualify("m:d"):
        opening = read_value(element, "m:dPr", "m:begChr", attribute="m:val")
        closing = read_value(element, "m:dPr", "m:endChr", attribute="m:val")
        inner = "; ".join(write_formula(part) for part in element.iterfind(qualify("m:e")))
        return f"{'(' if opening is None else opening}{inner}{')' if closing is None else closing}"
    written = "".join(write_formula(child) for child in element)
    return f"√{_bracket(written)}" if element.tag == qualify("m:rad") else written


def _group(element: _Element | None) -> str:
    """Return one half, in brackets when it is more than one word or number."""
    return "" if element is None else _bracket(write_formula(element))


def _bracket(written: str) -> str:
    """Return the characters, in brackets when they would not hold together alone."""
    return written if written.isalnum() else f"({written})"
