"""Tell the printed number of a heading from its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.instruments.folding import fold

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
_PLURAL_IN_BRACKETS = re.compile(r"(?<=\w)\((\w{1,2})\)")
_REMARK = re.compile(r"\s+\([^()]*\)$")


LONGEST = 600
"""Characters of a text that are looked at; every title is shorter."""


class Heading(NamedTuple):
    """A heading taken apart: its number in one form, and its title without decoration."""

    number: str | None
    title: str
    labelled: bool
    """Whether a word such as "paragraaf" or "vraag" says that the number is a question's."""


def unify_number(number: str) -> str:
    """Return a question's number in the one form in which numbers are compared.

    >>> unify_number("2.A.2.2"), unify_number("2A.2.2.")
    ('2a.2.2', '2a.2.2')
    """
    parts = re.sub(r"\s", "", number).strip(".").lower()
    return re.sub(r"(?<=\d)\.(?=[a-c](?:\.|$))", "", parts)


def split_heading(text: str) -> Heading:
    """Return the number and title of a heading; the number is none when it has none.

    >>> split_heading("§4 Technieken en methoden")
    Heading(number='4', title='Technieken en methoden', labelled=True)
    """
    bare = _LEADER.sub("", text[:LONGEST].lstrip(_BEFORE)).rstrip(_AFTER)
    found = _NUMBERED.match(bare)
    if found is None:
        return Heading(None, _clean_title(bare), labelled=False)
    number = unify_number(found["number"])
    return Heading(number, _clean_title(bare[found.end() :]), labelled=found["word"] is not None)


def drop_remark(title: str) -> str:
    """Return the title without a remark in brackets at its end."""
    return _REMARK.sub("", title)


def _clean_title(title: str) -> str:
    """Return the title with "betrokkene(n)" written out and without decoration."""
    cleaned = _PLURAL_IN_BRACKETS.sub(r"\1", title.lstrip(_BEFORE))
    return cleaned if fold(cleaned) else ""
