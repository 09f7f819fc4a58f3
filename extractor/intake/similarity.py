"""Measure how much of one document's text stands in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from extractor.instruments.template import find_template
from extractor.models import BlockKind, Reading, Span

RUN = 5
"""Words in a row: fewer are shared by all documents on one subject, more miss what was edited."""

FEWEST_RUNS = 150
"""Runs of words, half a page; of shorter documents the labels of a form are the larger part."""

PASSED_OVER: frozenset[BlockKind] = frozenset({"furniture", "hidden", "contents", "instruction"})
"""What is alike in all documents of one make."""

WORD = re.compile(r"\w+")


class ComparedText:
    """A reading's text as the runs of words in it, taken when it is first compared."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def runs(self) -> frozenset[int]:
        """Return the hashes of all runs of words."""
        return _hash_runs(_list_words(self._reading, ()))

    @cached_property
    def own_runs(self) -> frozenset[int]:
        """Return the hashes of the runs outside what the questionnaire itself says."""
        skipped = tuple(_list_skipped(self._reading))
        return _hash_runs(_list_words(self._reading, find_template(self._reading.text, skipped)))


def take_runs(text: str) -> frozenset[int]:
    """Return the hashes of all runs of words in a text, to hold against those of a document."""
    return _hash_runs(WORD.findall(text.lower()))


def measure_shared(one: ComparedText, other: ComparedText, least: float) -> tuple[float, float]:
    """Return the share of the shorter text that stands in the other, and the ratio of lengths.

    Text of the questionnaire itself counts for nothing. It can only raise the share, so it is
    looked for only where the whole texts share at least `least`.
    """
    share, ratio = _measure(one.runs, other.runs)
    return _measure(one.own_runs, other.own_runs) if share >= least else (share, ratio)


def _measure(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    shorter, longer = sorted((len(one), len(other)))
    if shorter < FEWEST_RUNS:
        return 0.0, 0.0
    return len(one & other) / shorter, shorter / longer


def _hash_runs(words: list[str]) -> frozenset[int]:
    shifted = (words[start:] for start in range(RUN))
    return frozenset(map(hash, zip(*shifted, strict=False)))


def _list_words(reading: Reading, template: tuple[Span, ...]) -> list[str]:
    """Return the words outside these places, in lower case."""
    gaps = sorted([*template, *_list_skipped(reading)], key=lambda span: span.start)
    words: list[str] = []
    start = 0
    for gap in gaps:
        words += WORD.findall(reading.text[start : max(gap.start, start)].lower())
        start = max(gap.end, start)
    return words + WORD.findall(reading.text[start:].lower())


def _list_skipped(reading: Reading) -> Iterator[Span]:
    return (block.span for block in reading.blocks if block.kind in PASSED_OVER)
