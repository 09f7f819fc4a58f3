"""Blocks into sentences that know exactly where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.drafting.words import load_words
from extractor.models import Block, Reading, Span
from extractor.presenting import present

_END = re.compile(r"[.!?][”’\"')\]]*(?=\s+[“‘\"'(\[]*[A-ZÀ-Þ0-9]|\s*$)")
_LAST_WORD = re.compile(r"([^\s(]+)$")


@dataclass(frozen=True)
class Sentence:
    """A whole sentence, list item or cell, as shown, with its span in the reading's text."""

    text: str
    span: Span
    block: Block
    first: bool
    """Whether it opens its block."""


def split_sentences(reading: Reading, block: Block) -> tuple[Sentence, ...]:
    """Return the sentences of a block in order; a list item without a stop is one."""
    shown = present(reading, block.span)
    found: list[Sentence] = []
    for start, end in _cut(shown.text):
        span = shown.to_source(start, end)
        found.append(Sentence(shown.text[start:end], span, block, first=not found))
    return tuple(found)


def ends_whole(sentence: Sentence) -> bool:
    """Return whether the sentence ends as sentences do."""
    return sentence.text.rstrip("”’\"')]").endswith((".", "!", "?"))


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line_end in [*_line_ends(text), len(text)]:
        for match in _END.finditer(text, start, line_end):
            if match.end() < line_end and _is_abbreviation(text[start : match.start()]):
                continue
            yield from _trim(text, start, match.end())
            start = match.end()
        yield from _trim(text, start, line_end)
        start = line_end


def _line_ends(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"\n", text)]


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        lead = len(part) - len(part.lstrip())
        yield start + lead, start + len(part.rstrip())


def _is_abbreviation(before: str) -> bool:
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    last = word.group(1).lower()
    if last.isdigit():
        return before.strip() == last
    return (
        last in load_words("abbreviations")
        or re.fullmatch(r"[a-z]|([a-z]\.)+[a-z]", last) is not None
    )
