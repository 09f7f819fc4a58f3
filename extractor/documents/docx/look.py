"""Read how a run looks where that changes what it says."""

from __future__ import annotations

from extractor.documents.docx.names import Properties, is_on, qualify, value_of
from extractor.documents.flow.look import Look, lay_over

BOLD, HIDDEN, RAISED = qualify("w:b"), qualify("w:vanish"), qualify("w:vertAlign")
STYLE, FONTS = qualify("w:rStyle"), qualify("w:rFonts")
LOOKS = frozenset({BOLD, HIDDEN, RAISED, STYLE})
FONT_NAMES = (qualify("w:ascii"), qualify("w:hAnsi"))


def read_look(said: Properties, *bases: Look) -> Look:
    """Return what properties say of the look, before what each of the bases says."""
    if LOOKS.isdisjoint(said):
        return bases[0] if len(bases) == 1 else lay_over(*bases)
    height = value_of(said.get(RAISED))
    own = Look(
        bold=is_on(said.get(BOLD)),
        hidden=is_on(said.get(HIDDEN)),
        raised=None if height is None else height == "superscript",
    )
    return lay_over(own, *bases)


def read_font(said: Properties) -> str:
    """Return the font that properties name for characters, or nothing."""
    fonts = said.get(FONTS)
    if fonts is None:
        return ""
    return fonts.get(FONT_NAMES[0]) or fonts.get(FONT_NAMES[1]) or ""
