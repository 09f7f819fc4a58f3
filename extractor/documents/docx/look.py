"""How a run looks where that changes what it says: hidden, bold, or raised."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from extractor.documents.docx.names import Properties, is_on, qualify, value_of

_T = TypeVar("_T")

BOLD, HIDDEN, RAISED = qualify("w:b"), qualify("w:vanish"), qualify("w:vertAlign")
STYLE, FONTS = qualify("w:rStyle"), qualify("w:rFonts")
LOOKS = frozenset({BOLD, HIDDEN, RAISED, STYLE})
FONT_NAMES = (qualify("w:ascii"), qualify("w:hAnsi"))


class Look(NamedTuple):
    """How text looks; none where nothing is said of it."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    """Whether it is superscript."""


PLAIN_LOOK = Look()


def read_look(said: Properties, *bases: Look) -> Look:
    """Return what properties say of the look, before what each of the bases says."""
    if LOOKS.isdisjoint(said):
        return bases[0] if len(bases) == 1 else Look(*map(first_said, *bases))
    height = value_of(said.get(RAISED))
    own = Look(
        bold=is_on(said.get(BOLD)),
        hidden=is_on(said.get(HIDDEN)),
        raised=None if height is None else height == "superscript",
    )
    return Look(*map(first_said, own, *bases))


def read_font(said: Properties) -> str:
    """Return the font that properties name for characters, or nothing."""
    fonts = said.get(FONTS)
    if fonts is None:
        return ""
    return fonts.get(FONT_NAMES[0]) or fonts.get(FONT_NAMES[1]) or ""


def first_said(*values: _T | None) -> _T | None:
    """Return the first word on a property, or none when nothing is said."""
    for value in values:
        if value is not None:
            return value
    return None
