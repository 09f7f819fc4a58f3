"""How a run looks where that changes what it says: hidden, bold, or raised."""

from __future__ import annotations

from lxml.etree import _Element

from extractor.documents.docx.names import find, qualify, read_switch, read_value
from extractor.documents.docx.styles import Style, Styles

RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
"""Raised digits get their own characters: as plain ones 10 to the sixth would read as 106."""


def find_look(run: _Element, styles: Styles, base: Style) -> Style:
    """Return a run's look: its own word before its style's, that before the paragraph's."""
    properties = find(run, "w:rPr")
    if properties is None:
        return base
    named = styles.find_character(read_value(properties, "w:rStyle"))
    raised = read_value(properties, "w:vertAlign")
    return Style(
        bold=_first(read_switch(properties, "w:b"), named.bold, base.bold),
        hidden=_first(read_switch(properties, "w:vanish"), named.hidden, base.hidden),
        raised=_first(
            None if raised is None else raised == "superscript", named.raised, base.raised
        ),
    )


def find_font(run: _Element) -> str:
    """Return the font a run names for its characters, or nothing."""
    fonts = find(run, "w:rPr", "w:rFonts")
    if fonts is None:
        return ""
    return fonts.get(qualify("w:ascii")) or fonts.get(qualify("w:hAnsi")) or ""


def raise_digits(text: str) -> str:
    """Return the text with raised digits when it is nothing but a number with its sign."""
    digits = text.strip().lstrip("+-−")
    return text.translate(RAISED) if digits.isdecimal() and digits.isascii() else text


def _first(*values: bool | None) -> bool | None:
    """Return the first word on a property, or none when nothing is said."""
    return next((value for value in values if value is not None), None)
