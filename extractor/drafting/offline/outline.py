"""The titles of a reading: its headings, and the titles that hand-made documents print otherwise.

A title may stand in a paragraph or a row of its own, at the front of a paragraph, before its
answer in a row, or over two lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractor.drafting.offline.title_choosing import Opened, Title, choose_titles, match_whole
from extractor.drafting.offline.title_places import join_paragraphs, list_places
from extractor.instruments.matching import (
    match_heading,
    match_question,
    match_title,
    recognise_instrument,
    recognise_others,
)
from extractor.instruments.numbering import LONGEST, split_heading
from extractor.instruments.questions import Instrument, Question, find_by_urn
from extractor.instruments.references import match_references
from extractor.instruments.titles import is_known, may_begin_title
from extractor.locators import SameReading
from extractor.models import INNER_KINDS, Block, Reading
from extractor.presenting import present

_Matcher = Callable[[str, Instrument, Question | None], Question | None]
_GOES_ON = frozenset({"aan", "bij", "de", "een", "en", "het", "of", "op", "van", "voor"})
"""Words after which a title goes on."""
_FRONT = 16
_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}[.):]?\s*")
"""A number of a title that stands on a line of its own."""


@dataclass(frozen=True)
class Outline:
    """The questionnaires a reading is made of, and its titles by the place of their block."""

    instruments: tuple[Instrument, ...]
    """The main one first; none for other documents."""
    titles: dict[int, Title]
    """By where the block starts, without those that have a heading's look."""
    joined: dict[int, str]
    """Of a heading over two lines, by where the first starts: its whole text."""
    swallowed: frozenset[int]
    """Where the second lines of such headings start."""

    def match(self, text: str, parent: Question | None) -> Question | None:
        """Return the question of any of the questionnaires that a heading opens."""
        return _match(text, self.instruments, parent)

    def match_text(self, text: str, parent: Question | None) -> Question | None:
        """Return the question that a cell, or the first sentence of a paragraph, asks."""
        return _match(text, self.instruments, parent, (match_title, match_question))


@lru_cache(maxsize=64)
def read_outline(same: SameReading) -> Outline:
    """Return the outline of a reading; it is asked for often, and made once."""
    reading = same.reading
    named = next(filter(None, map(find_by_urn, reading.options)), None)
    if named is not None:
        return Outline((named,), {}, {}, frozenset())
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    headings = [
        (block, present(reading, block.span).text) for block in outer if block.kind == "heading"
    ]
    joined = _join_lines(reading, outer, {block.span.start: text for block, text in headings})
    strong = [text for _, text in headings] + list(joined.values())
    places = list(list_places(reading, outer))
    joints = list(join_paragraphs(reading, outer, {place.start for place in places}))
    begun = {place.start for place in joints}
    places = [place for place in places if place.start not in begun] + joints
    weak = [place.text for place in places]
    main = _choose_main(strong, weak)
    if main is None:
        return Outline((), {}, {}, frozenset())
    instruments = (main, *recognise_others([*strong, *weak], main))
    kept = {
        start: text
        for start, text in joined.items()
        if _completes(text, _find_heading(headings, start), instruments)
    }
    swallowed = {_find_next(outer, start) for start in kept}
    numbered = _join_numbers(reading, outer, {block.span.start: text for block, text in headings})
    kept |= {start: text for start, (text, _) in numbered.items() if match_whole(text, instruments)}
    swallowed |= {number for start, (_, number) in numbered.items() if start in kept}
    headed = {
        block.span.start: Opened(question, block.level or 1)
        for block, text in headings
        if (question := _match(kept.get(block.span.start, text), instruments, None))
    }
    titles = choose_titles(places, instruments, headed)
    swallowed |= {each.joins for each in joints if each.joins and each.start in titles}
    return Outline(instruments, titles, kept, frozenset(swallowed))


def _choose_main(strong: Sequence[str], weak: Sequence[str]) -> Instrument | None:
    """Return the questionnaire of all titles; its version is what the headings say, if they do."""
    seen = recognise_instrument(strong)
    found = recognise_instrument([*strong, *weak])
    if seen is not None and (found is None or found.kind == seen.kind):
        return seen
    return found


def _match(
    text: str,
    instruments: Sequence[Instrument],
    parent: Question | None,
    matches: Sequence[_Matcher] = (match_title, match_heading),
) -> Question | None:
    """Return the question of a heading: a whole title, then one it names, then a part of one."""
    whole, *partly = matches
    named = match_references(text, instruments)
    return (
        _match_any(text, instruments, parent, [whole])
        or named
        or _match_any(text, instruments, parent, partly)
    )


def _match_any(
    text: str,
    instruments: Sequence[Instrument],
    parent: Question | None,
    matches: Sequence[_Matcher],
) -> Question | None:
    for match in matches:
        for instrument in instruments:
            above = parent if parent and parent.instrument == instrument.key else None
            question = match(text, instrument, above)
            if question is not None:
                return question
    return None


def _find_heading(headings: Sequence[tuple[Block, str]], start: int) -> str:
    return next(text for block, text in headings if block.span.start == start)


def _completes(joined: str, first: str, instruments: Sequence[Instrument]) -> bool:
    """Return whether the second line belongs to the title that the first begins."""
    question = match_whole(joined, instruments)
    alone = _match_whole_alone(first, instruments)
    goes_on = joined[len(first) :].lstrip()[:1].islower()
    return question is not None and (alone is None or (goes_on and alone == question))


def _match_whole_alone(text: str, instruments: Sequence[Instrument]) -> Question | None:
    question = match_whole(text, instruments)
    # A long question of which the first line is the beginning is not yet whole.
    words = split_heading(text).words
    if question is None or len(words) < len(question.title.split()) or words[-1] in _GOES_ON:
        return None
    return question


def _join_lines(reading: Reading, outer: Sequence[Block], texts: dict[int, str]) -> dict[int, str]:
    """Return, by the start of the first, headings that make one title with the next line."""
    joined = {}
    for one, two in pairwise(outer):
        if one.kind != "heading" or two.span.end - two.span.start > LONGEST:
            continue
        rest = texts.get(two.span.start) if one.level == two.level else None
        if two.kind == "paragraph" and may_begin_title(texts[one.span.start]):
            rest = present(reading, two.span).text
        text = f"{texts[one.span.start]} {rest}"
        if rest and is_known(split_heading(text)):
            joined[one.span.start] = text
    return joined


def _join_numbers(
    reading: Reading, outer: Sequence[Block], texts: dict[int, str]
) -> dict[int, tuple[str, int]]:
    """Return, by the start of a heading, its text behind the number that stands alone above it.

    With it comes where the number starts.
    """
    joined = {}
    for one, two in pairwise(outer):
        if one.kind == "paragraph" and two.kind == "heading":
            number = reading.text[one.span.start : min(one.span.end, one.span.start + _FRONT)]
            if _NUMBER.fullmatch(number):
                text = f"{number.strip()} {texts[two.span.start]}"
                joined[two.span.start] = (text, one.span.start)
    return joined


def _find_next(outer: Sequence[Block], start: int) -> int:
    place = next(at for at, block in enumerate(outer) if block.span.start == start)
    return outer[place + 1].span.start
