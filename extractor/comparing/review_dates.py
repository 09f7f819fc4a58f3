"""When documents say that they, or the description of the algorithm, are looked at again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from extractor.facts import StatedDate, find_dates
from extractor.locators import cite_span
from extractor.models import INNER_KINDS, Block, BlockKind, Citation, Reading
from extractor.presenting import present
from extractor.sentences import cut_sentences

_PASSED_OVER: frozenset[BlockKind] = INNER_KINDS | {"contents", "hidden", "furniture"}
_QUARTER = 3
_LAST_MONTH = 12
_LATE = re.compile(r"\b(?:eind(?:e van)?|end of)\s+$", re.IGNORECASE)
_REACH = 60
"""Characters between what announces a date and the date itself."""


@dataclass(frozen=True)
class ReviewDate:
    """A day on which something is looked at again, with the words that say so."""

    day: date
    citation: Citation


@dataclass(frozen=True)
class _Rules:
    before: re.Pattern[str]
    must: re.Pattern[str]
    done: re.Pattern[str]
    past: re.Pattern[str]


def find_review_dates(reading: Reading) -> Iterator[ReviewDate]:
    """Yield the announced days in the order of the document; of a month or a year its first."""
    for block in reading.blocks:
        if block.kind not in _PASSED_OVER:
            yield from _read_block(reading, block)


def _read_block(reading: Reading, block: Block) -> Iterator[ReviewDate]:
    raw = block.span.of(reading.text)
    # Most blocks have no year at all: those are not even laid out.
    if not re.search(r"(?:19|20)\d\d", raw):
        return
    shown = present(reading, block.span)
    for start, end in cut_sentences(shown.text):
        day = find_announced(shown.text[start:end])
        if day is not None:
            span = shown.to_source(start, end)
            yield ReviewDate(day, cite_span(reading, span))


def find_announced(sentence: str) -> date | None:
    """Return the day on which a sentence says something is looked at again, or none."""
    rules = _load_rules()
    if rules.past.search(sentence):
        return None
    dates = [found for found in find_dates(sentence) if found.year and found.certain]
    for cue in rules.before.finditer(sentence):
        for found in dates:
            if 0 <= found.span.start - cue.start() <= _REACH + len(cue[0]):
                return _read_day(found, sentence)
    must = rules.must.search(sentence)
    if must and rules.done.search(sentence, must.end()):
        behind = (each for each in dates if each.span.start > must.end())
        return next((_read_day(each, sentence) for each in behind), None)
    return None


def _read_day(found: StatedDate, sentence: str) -> date:
    """Return the first day of what is said; of the end of a year that of its last month."""
    at_end = _LATE.search(sentence, 0, found.span.start)
    first = _LAST_MONTH if at_end else ((found.stated_quarter or 1) - 1) * _QUARTER + 1
    return date(found.year or 1, found.month or first, found.day or 1)


@cache
def _load_rules() -> _Rules:
    text = Path(__file__).with_name("reviewing.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return _Rules(
        before=re.compile("|".join(table["before"]), re.IGNORECASE),
        must=re.compile(table["must"], re.IGNORECASE),
        done=re.compile(table["done"], re.IGNORECASE),
        past=re.compile(table["past"], re.IGNORECASE),
    )
