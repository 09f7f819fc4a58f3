"""Blocks into sentences that know exactly where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.models import Block, Reading, Span
from extractor.presenting import present
from extractor.sentences import cut_sentences


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
    for start, end in cut_sentences(shown.text):
        span = shown.to_source(start, end)
        found.append(Sentence(shown.text[start:end], span, block, first=not found))
    return tuple(found)


def ends_whole(sentence: Sentence) -> bool:
    """Return whether the sentence ends as sentences do."""
    return sentence.text.rstrip("”’\"')]").endswith((".", "!", "?"))
