"""Find words in a document that speak to a language model or to this program, in any disguise."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from extractor.checks.disguises import unmask
from extractor.locators import SameReading
from extractor.models import INNER_KINDS, Reading, Span

_PATH = Path(__file__).with_name("instructions.toml")
_NAME = re.compile(r"@(\w+)@")


def find_instructions(text: str) -> Iterator[Span]:
    """Yield where the text speaks to what reads it for a person, in Dutch or in English.

    Letters that only look alike or that nobody sees are read as what they stand for. None twice,
    and none inside another.
    """
    unmasked = unmask(text)
    found = [
        unmasked.find_source(match.start() + _count_blanks(match[0]), match.end())
        for pattern in _load_patterns()
        for match in pattern.finditer(unmasked.text)
    ]
    reached = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            reached = span.end
            yield span


@lru_cache(maxsize=16)
def list_instructing(same: SameReading) -> tuple[tuple[Span, Span], ...]:
    """Return where a reading speaks to a model, each with the paragraphs or rows it stands in."""
    reading = same.reading
    return tuple((span, _widen(reading, span)) for span in find_instructions(reading.text))


def hash_instructions() -> str:
    """Return what the rules are known by."""
    return hashlib.sha256(_PATH.read_bytes()).hexdigest()[:12]


def _widen(reading: Reading, span: Span) -> Span:
    """Return the range from the first to the last block that the words stand in."""
    outer = (block.span for block in reading.blocks if block.kind not in INNER_KINDS)
    touched = [span, *(each for each in outer if each.touches(span))]
    return Span(start=min(s.start for s in touched), end=max(s.end for s in touched))


def _count_blanks(words: str) -> int:
    return len(words) - len(words.lstrip())


@cache
def _load_patterns() -> tuple[re.Pattern[str], ...]:
    table = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    flags = re.IGNORECASE | re.MULTILINE
    patterns = (_fill(each, table["words"]) for each in table["instruction"]["patterns"])
    return tuple(re.compile(each, flags) for each in patterns)


def _fill(pattern: str, words: Mapping[str, str]) -> str:
    """Return the pattern with the words for their names, also for the names in those words."""
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda name: words[name[1]], pattern)
    return pattern
