"""Count the items of a list on a web page as a browser prints them."""

from __future__ import annotations

from lxml.etree import _Element

from extractor.documents.flow.counting import write_letters, write_roman

LONGEST_COUNT = 7
"""Digits of a number that a list may begin with."""


def read_number(value: str, otherwise: int) -> int:
    """Return a whole number as a page writes it, or another where it writes none."""
    fits = value.isdecimal() and value.isascii() and len(value) <= LONGEST_COUNT
    return int(value) if fits else otherwise


def print_count(count: int, element: _Element) -> str:
    """Return the number of an item as its list prints it."""
    form = element.get("type", "1")
    if form in {"a", "A"}:
        letters = write_letters(count)
        return f"{letters.upper() if form == 'A' else letters}."
    if form in {"i", "I"}:
        roman = write_roman(count)
        return f"{roman.upper() if form == 'I' else roman}."
    return f"{count}."
