"""Find words in a document that speak to a language model or to this program, in any disguise."""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from extractor.checks.instructions.disguises import unmask
from extractor.locators import SameReading
from extractor.models import INNER_KINDS, Span

_PATH = Path(__file__).with_name("patterns.toml")
_SHOWN = 80
"""Characters of an instruction that a person is shown."""
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
    """Return where a reading speaks to a model, each with the paragraph or row it stands in."""
    text = same.reading.text
    outer = (block.span for block in same.reading.blocks if block.kind not in INNER_KINDS)
    return tuple(
        (Span(start=block.start + found.start, end=block.start + found.end), block)
        for block in outer
        for found in find_instructions(block.of(text))
    )


def show_instruction(text: str, found: Span, block: Span) -> str:
    """Return the first words from where a block speaks to a model, without disguise, on one line.

    Nothing in them steers a screen.
    """
    unmasked = unmask(Span(start=found.start, end=max(found.end, block.end)).of(text)).text
    plain = "".join(each if each.isprintable() else " " for each in unmasked)
    return textwrap.shorten(plain, _SHOWN, placeholder=" …")


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
