"""Write a count as a list prints it: in figures, letters or Roman numerals."""

from __future__ import annotations

MOST_LETTERS = 9
"""Times a letter is repeated at most; a hostile start value asks for a billion."""

ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

LARGEST_ROMAN = 4999
"""Above this a Roman number is an attack on the reader, not a number."""


def write_letters(count: int) -> str:
    """Return a count in lower-case letters: a to z, then aa to zz; figures where it has none."""
    if count < 1:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, MOST_LETTERS)


def write_roman(count: int) -> str:
    """Return a count in lower-case Roman numerals; figures where it has none."""
    if not 0 < count <= LARGEST_ROMAN:
        return str(count)
    written = ""
    for value, letters in ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written
