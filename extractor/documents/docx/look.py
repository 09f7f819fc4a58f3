"""Read how a run looks where that changes what it says."""

from __future__ import annotations

from extractor.documents.docx.names import Properties, is_on, number_of, qualify, value_of
from extractor.documents.flow.look import SMALLEST, Look, lay_over

BOLD, HIDDEN, RAISED = qualify("w:b"), qualify("w:vanish"), qualify("w:vertAlign")
STYLE, FONTS = qualify("w:rStyle"), qualify("w:rFonts")
COLOUR, SIZE = qualify("w:color"), qualify("w:sz")
GROUNDS = (qualify("w:shd"), qualify("w:highlight"))
LOOKS = frozenset({BOLD, HIDDEN, RAISED, STYLE, COLOUR, SIZE, *GROUNDS})
FILL, WHITE = qualify("w:fill"), "FFFFFF"
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
        white=_is_white(said),
        tiny=_is_tiny(said),
    )
    return lay_over(own, *bases)


def is_shaded(said: Properties) -> bool:
    """Return whether a paragraph or stretch has a ground of another colour than paper."""
    shading, mark = (said.get(name) for name in GROUNDS)
    fill = "auto" if shading is None else shading.get(FILL, "auto")
    return fill.upper() not in {"AUTO", WHITE} or value_of(mark) not in {None, "none", "white"}


def _is_white(said: Properties) -> bool | None:
    """Return whether letters are white; on a ground of their own they are to be seen."""
    if is_shaded(said):
        return False
    colour = value_of(said.get(COLOUR))
    return None if colour is None else colour.upper() == WHITE


def _is_tiny(said: Properties) -> bool | None:
    """Return whether letters, of which Word tells half points, are too small to see."""
    size = number_of(said.get(SIZE))
    return None if size is None else size / 2 <= SMALLEST


def read_font(said: Properties) -> str:
    """Return the font that properties name for characters, or nothing."""
    fonts = said.get(FONTS)
    if fonts is None:
        return ""
    return fonts.get(FONT_NAMES[0]) or fonts.get(FONT_NAMES[1]) or ""
