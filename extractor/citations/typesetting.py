"""The closed table of what typesetting may change about words; whatever is not here may not differ.

Text is folded to letters (and digits) and the gaps between them. Letters must be equal one by
one; two gaps must agree. In a folded gap a space stands for white space, a newline for white space
with a line end, `-` for every dash, `'` for every quotation mark or apostrophe, and U+FFFE for a
hyphen that ends a line within a word, as pdfium writes it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SPACE = " "
LINE_END = "\n"
BROKEN = "\ufffe"
"""A hyphen that ends a line, with that line end: the word may be one, or keep its hyphen."""

SEAM = "\0"
"""Agrees with nothing: where a footnote mark and a number would read as another number."""

SOFT_HYPHEN = "\u00ad"
LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
BREAKING_HYPHENS = frozenset("-\u2010")
OTHER_DASHES = frozenset("\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63")
QUOTATION_MARKS = frozenset("'\"`´‘’‚‛“”„‟‹›«»\u02bc")
UNSEEN = frozenset(map(chr, range(0xFDD0, 0xFDF0))) | frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\uffff"
)
"""Characters without width or meaning for words; control characters are the rest of them."""

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
FULL_WIDTH = range(0xFF01, 0xFF5F)
FROM_FULL_WIDTH = 0xFEE0

SIGNS_BEFORE = ("<=", ">=", "!=", "~=", "+/-", *"<>≤≥±≠≈~≦≧⩽⩾≪≫≮≯≰≱≲≳∓")
"""Signs that make the number after them another number, also with a space between."""

CURRENCIES = frozenset("€$£¥")
"""Signs that may stand between a number and what makes it another."""

SIGNS_AFTER = frozenset("%‰")
GROUPING_SPACES = frozenset("\u00a0\u2007\u2009\u202f")
"""Spaces that hold the digits of one number together."""

_DASH = "–"
_SHAPES: dict[str, str] = {
    **dict.fromkeys(LINE_ENDS, LINE_END),
    **dict.fromkeys(BREAKING_HYPHENS, "-"),
    **dict.fromkeys(OTHER_DASHES, _DASH),
    **dict.fromkeys(QUOTATION_MARKS, "'"),
    **dict.fromkeys(UNSEEN, ""),
    **LIGATURES,
}
_LINE_END_HYPHEN = re.compile(
    rf"\A[-{SOFT_HYPHEN}][ {SOFT_HYPHEN}]*\n[ \n{SOFT_HYPHEN}]*\Z|{BROKEN}[ \n{SOFT_HYPHEN}]*"
)
_WHITE = re.compile("[ \n]+")
_CLOSED = str.maketrans({_DASH: "-", SOFT_HYPHEN: None})


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return what a character, or a letter with its accents, counts as; nothing for no sign."""
    composed = unicodedata.normalize("NFC", character)
    return "".join(_fold_composed(each) for each in composed)


def _fold_composed(character: str) -> str:
    if ord(character) in FULL_WIDTH:
        character = chr(ord(character) - FROM_FULL_WIDTH)
    shape = _SHAPES.get(character)
    if shape is not None:
        return shape
    if character.isspace():
        return SPACE
    return "" if unicodedata.category(character) == "Cc" else character.lower()


def is_letter(folded: str) -> bool:
    """Return whether a folded character belongs to a word: a letter, accent or number."""
    return unicodedata.category(folded)[0] in "LMN"


def fold_gap(raw: str) -> str:
    """Return what stands between two letters, in the signs of this module's first lines."""
    return close_gap("".join(map(fold_character, raw)))


def close_gap(folded: str) -> str:
    """Return a gap of folded characters with its line-end hyphens and white space made one."""
    broken = _LINE_END_HYPHEN.sub(BROKEN, folded)
    return _WHITE.sub(_close_white, broken.translate(_CLOSED))


def _close_white(white: re.Match[str]) -> str:
    return LINE_END if LINE_END in white[0] else SPACE


def gaps_agree(source: str, quoted: str, left: str, right: str) -> bool:
    """Return whether a gap of the source and one of a quote differ by typesetting alone.

    `left` and `right` are the folded letters on either side. White space of the source may vanish
    at its line ends only, never where that would make another number or turn a minus around.
    """
    if source == quoted:
        return SEAM not in source
    if {source, quoted} == {BROKEN, ""}:
        return left.isalpha() and right.isalpha()
    if BROKEN in quoted:
        variants = (quoted.replace(BROKEN, hyphen) for hyphen in ("-", "- "))
        return any(gaps_agree(source, variant, left, right) for variant in variants)
    at = 0
    for place, sign in enumerate(source):
        there = quoted[at : at + 1]
        if sign == BROKEN and there == "-":
            at += 1 + (quoted[at + 1 : at + 2] == SPACE)
            refused = right.isnumeric() and source != BROKEN and quoted[at - 1] != SPACE
        elif sign == there or (sign == LINE_END and there == SPACE):
            at += 1
            refused = False
        else:
            refused = sign != LINE_END or not _may_vanish(source, place, left, right)
        if refused:
            return False
    return at == len(quoted)


def _may_vanish(gap: str, place: int, left: str, right: str) -> bool:
    rest = gap[place + 1 :]
    if not rest and right.isnumeric():
        return gap in ("-\n", "/\n")
    follows_number = place == 0 and left.isnumeric()
    return not follows_number and not rest.startswith(("-", BROKEN))


def binds(left: str, gap: str, right: str) -> bool:
    """Return whether two letters belong to one word or number, so that no quote may part them."""
    if gap in ("", "-", "'", "_", BROKEN):
        return True
    if not (left.isnumeric() and right.isnumeric()):
        return False
    return gap == "-\n" or (len(gap) == 1 and not gap.isspace())


def cuts_before(gap: str, lead: str, first: str) -> bool:
    """Return whether a quote that starts with this letter would lose a sign of its number.

    `lead` is what the quote itself holds of the gap.
    """
    if not first.isnumeric() or not gap or (lead and lead.rstrip(SPACE) not in CURRENCIES):
        return False
    before = gap.rstrip(SPACE)
    if before[-1:] in CURRENCIES:
        gap = before[:-1]
    elif gap[-1] in ".,":
        return len(gap) == 1 or gap[-2].isspace()
    return gap[-1:] in ("-", BROKEN) or _ends_in_sign(gap)


def _ends_in_sign(gap: str) -> bool:
    before = gap.rstrip(SPACE + LINE_END)
    sign = next((sign for sign in SIGNS_BEFORE if before.endswith(sign)), None)
    if sign is None or LINE_END not in gap[len(before) :]:
        return sign is not None
    # Over a line end only a sign that stands apart counts: `</b>` is no comparison.
    return before.removesuffix(sign).endswith((SPACE, LINE_END))


def cuts_after(last: str, gap: str) -> bool:
    """Return whether a quote that ends with this letter would lose a hyphen or a number's sign."""
    if gap[:1] in ("-", BROKEN):
        return True
    follows = gap[:1] == "+" or gap.lstrip(SPACE + LINE_END)[:1] in SIGNS_AFTER
    return last.isnumeric() and follows
