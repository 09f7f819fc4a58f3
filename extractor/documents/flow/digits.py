"""Keep raised digits apart from the number they stand behind."""

from __future__ import annotations

RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
"""Raised digits get their own characters: as plain ones 10 to the sixth would read as 106."""


def raise_digits(text: str) -> str:
    """Return the text with raised digits when it is nothing but a number with its sign."""
    digits = text.strip().lstrip("+-−")
    return text.translate(RAISED) if digits.isdecimal() and digits.isascii() else text
