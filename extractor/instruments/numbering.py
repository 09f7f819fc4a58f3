"""Tell the printed number of a heading from its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.instruments.folding import fold, list_stems

_ROMAN = re.compile(
    r"\s*(?P<word>(?:paragraaf|par\.?|§+|vraag|onderdeel|hoofdstuk|deel)\s*)?"
    r"(?P<number>X{0,2}(?:IX|IV|V?I{0,3}))(?:[.):\-–—]\s*|\s+[\-–—]\s*|(?<=[IVX]{2})\s+)(?=\S)",
    re.IGNORECASE,
)
"""A number in Roman figures: with a mark behind it, or of more than one figure."""
_FIGURES = {"i": 1, "v": 5, "x": 10}
_PART = r"\d{1,2}[A-Ca-c]?(?![^\W_])|[A-Ca-c](?![^\W_])|actiepunten(?![^\W_])|tekst(?![^\W_])"
_NUMBERED = re.compile(
    rf"""\s*
    (?P<word>(?:paragraaf|par\.?|§+|vraag|onderdeel|punt|hoofdstuk)\s*)?
    (?:(?:deel\s+)?[A-D]\s?[.)]?\s?(?=\d))?      # A.4, A4: the part of the form before the number
    (?P<number>(?:\d{{1,2}}[A-Ca-c]?)(?:\s?\.\s?(?:{_PART}))*)
    (?P<end>\s*[.):\-–—]+\s*|\s+|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = " \t\r\n\f\v\xa0#*>|•▪●○–—-"
_AFTER = " \t\r\n\f\v\xa0*|:"
_LEADER = re.compile(r"\s*[.…]{3,}[\s.…]*\d*\s*$")
_REMARK = re.compile(r"\s+\([^()]*\)$")

LONGEST = 600
"""Characters of a text that are looked at; every title is shorter."""


class Heading(NamedTuple):
    """A heading taken apart into its number, in one form, and the words of its title."""

    number: str | None
    labelled: bool
    """Whether a word such as "paragraaf" or "vraag" says that the number is a question's."""
    is_title: bool
    """Whether it can be a title by itself: a line in the middle of a sentence cannot."""
    words: tuple[str, ...]
    stems: tuple[str, ...]
    stems_without_remark: tuple[str, ...]
    """The stems without a remark in brackets at the title's end."""


def unify_number(number: str) -> str:
    """Return a question's number in the one form in which numbers are compared.

    >>> unify_number("2.A.2.2"), unify_number("2A.2.2.")
    ('2a.2.2', '2a.2.2')
    """
    parts = re.sub(r"\s", "", number).strip(".").lower()
    return re.sub(r"(?<=\d)\.(?=[a-c](?:\.|$))", "", parts)


def _match_roman(text: str) -> re.Match[str] | None:
    found = _ROMAN.match(text)
    return found if found and found["number"] else None


def _read_roman(number: str) -> str:
    """Return a number in Roman figures as it is written in ours; others as they are.

    >>> _read_roman("XIV"), _read_roman("2a")
    ('14', '2a')
    """
    figures = [_FIGURES.get(figure, 0) for figure in number.lower()]
    if not all(figures):
        return number
    following = [*figures[1:], 0]
    return str(sum(-one if one < two else one for one, two in zip(figures, following, strict=True)))


def split_heading(text: str) -> Heading:
    """Return the number of a heading, none when it has none, and the words of its title.

    >>> split_heading("§4 Technieken en methoden")[:4]
    ('4', True, True, ('technieken', 'en', 'methoden'))
    """
    bare = _LEADER.sub("", text[:LONGEST].lstrip(_BEFORE)).rstrip(_AFTER)
    found = _NUMBERED.match(bare) or _match_roman(bare)
    title = bare if found is None else bare[found.end() :].lstrip(_BEFORE)
    stems = list_stems(title)
    return Heading(
        number=unify_number(_read_roman(found["number"])) if found else None,
        labelled=found is not None and found["word"] is not None,
        is_title=found is not None or not (title[:1].islower() or title.endswith((".", ",", ";"))),
        words=tuple(fold(title).split()),
        stems=stems,
        stems_without_remark=list_stems(_REMARK.sub("", title)) if ")" in title[-1:] else stems,
    )
