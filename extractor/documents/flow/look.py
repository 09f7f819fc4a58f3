"""How text looks where that changes what it says: hidden, bold, or raised."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

_T = TypeVar("_T")


class Look(NamedTuple):
    """How text looks; none where nothing is said of it."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    """Whether it is superscript."""


PLAIN_LOOK = Look()


def lay_over(*looks: Look) -> Look:
    """Return the looks as one, the first word on each property counting."""
    return Look(*map(first_said, *looks))


def first_said(*values: _T | None) -> _T | None:
    """Return the first word on a property, or none when nothing is said."""
    for value in values:
        if value is not None:
            return value
    return None
