"""How text looks where that changes what it says: unseen, bold, or raised."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

_T = TypeVar("_T")


class Look(NamedTuple):
    """How text looks; none where nothing is said of it."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    """Whether it is superscript."""
    white: bool | None = None
    """Whether its letters are white, on no ground of their own."""
    tiny: bool | None = None
    """Whether its letters are too small for anyone to see."""

    def shows(self, *, on_white: bool) -> bool:
        """Return whether anyone sees the text, on white paper or on another ground."""
        return not (self.hidden or self.tiny or (self.white and on_white))


PLAIN_LOOK = Look()
SMALLEST = 2.0
"""Points of the largest letters that nobody sees."""


def lay_over(*looks: Look) -> Look:
    """Return the looks as one, the first word on each property counting."""
    return Look(*map(first_said, *looks))


def first_said(*values: _T | None) -> _T | None:
    """Return the first word on a property, or none when nothing is said."""
    for value in values:
        if value is not None:
            return value
    return None
