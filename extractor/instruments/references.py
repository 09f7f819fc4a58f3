"""Questions that a title names by questionnaire and number: "Doel (DPIA 5, IAMA 1.1)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.instruments.numbering import unify_number
from extractor.instruments.questions import Instrument, InstrumentKind, Question

_KINDS: dict[str, InstrumentKind] = {
    "dpia": "DPIA",
    "geb": "DPIA",
    "iama": "IAMA",
    "aiia": "AIIA",
    "prescan": "Pre-scan DPIA",
}
_NUMBER = r"\d{1,2}[A-Ca-c]?(?:\.(?:\d{1,2}[A-Ca-c]?|[A-Ca-c]))*"
_WORD = r"(?:(?:vragen|vraag|onderdeel|onderdelen|par(?:agraaf|\.)?|punt|stap|nr\.?|§)\s*)?"
_NAMED = re.compile(
    rf"\b(?P<kind>DPIA|GEB|IAMA|AIIA|pre-?scan)\s*[:.-]?\s*{_WORD}"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:,|/|\+|&|en|t/m)\s*{_WORD}{_NUMBER})*)(?![\w.]*\d)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[(\[](?P<aside>[^()\[\]]{4,80})[)\]]|[|–—/]\s*(?P<rest>[^()\[\]|–—]{4,60})$")
LONGEST = 200
"""Characters of a title that names questions; a longer text is one that mentions them."""


class Reference(NamedTuple):
    """A questionnaire and the number of one of its questions, in the form they are compared in."""

    kind: InstrumentKind
    number: str


def list_references(title: str) -> tuple[Reference, ...]:
    """Return the questions that a title names in brackets or behind a line at its end.

    >>> [each.number for each in list_references("Doel van het model (DPIA 5 en 6, IAMA 1.1)")]
    ['5', '6', '1.1']
    """
    if len(title) > LONGEST:
        return ()
    asides = (match["aside"] or match["rest"] for match in _ASIDE.finditer(title))
    return tuple(dict.fromkeys(each for aside in asides for each in _read(aside)))


def _read(aside: str) -> Iterator[Reference]:
    for match in _NAMED.finditer(aside):
        kind = _KINDS[match["kind"].lower().replace("-", "")]
        for number in re.findall(_NUMBER, match["numbers"]):
            yield Reference(kind, unify_number(number))


def match_references(title: str, instruments: Sequence[Instrument]) -> Question | None:
    """Return the first question that a title names and that feeds a field, else the first."""
    found = [
        question
        for kind, number in list_references(title)
        for instrument in instruments
        if instrument.kind == kind
        for question in instrument.questions
        if unify_number(question.id) == number
    ]
    return next((each for each in found if each.primary), next(iter(found), None))
