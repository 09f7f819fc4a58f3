"""Readings made by hand, with the blocks that matter to a quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from extractor.models import Block, BlockKind, Reading, Source, Span

MakeReading = Callable[..., Reading]
SOURCE = Source(sha256="a" * 64, name="dpia.pdf", media_type="application/pdf")


@pytest.fixture(scope="session")
def make_reading() -> MakeReading:
    """Return a maker of readings: a text, and per kind of block the words it consists of."""

    def make(text: str, blocks: Mapping[str, BlockKind] | None = None) -> Reading:
        found = [
            Block(kind=kind, span=Span(start=text.index(words), end=text.index(words) + len(words)))
            for words, kind in (blocks or {}).items()
        ]
        found.sort(key=lambda block: (block.span.start, -block.span.end))
        return Reading(id="r", source=SOURCE, reader="t@1", text=text, blocks=tuple(found))

    return make


NEGATION = re.compile(r"(?<=\w )(?:niet|geen) ")
VERB = re.compile(r"\b(?:wordt|worden|werd|werden|is|zijn|heeft|hebben|kan|kunnen|mag|mogen) ")
NUMBER = re.compile(r"\d(?!\S*[@/])")
SWAPS = {
    "worden": "werden",
    "wordt": "werd",
    "voor": "tegen",
    "met": "zonder",
    "alleen": "ook",
    "kan": "moet",
    "mag": "moet",
    "bij": "na",
    "van": "uit",
    "in": "op",
}

Tamper = Callable[[str, str], str | None]


@pytest.fixture(scope="session")
def tamperings() -> dict[str, Tamper]:
    """Return six ways to make of a sentence, and of one from elsewhere, a quote that is false.

    A way returns none where the sentence has nothing to change.
    """
    return {
        "negation dropped": lambda sentence, _: _sub(NEGATION, "", sentence),
        "negation added": lambda sentence, _: _sub(VERB, r"\g<0>niet ", sentence),
        "number changed": lambda sentence, _: _sub(NUMBER, _next_digit, sentence),
        "word swapped": lambda sentence, _: _swap(sentence),
        "true head, invented tail": _join_halves,
        "from another document": lambda _, other: other,
    }


def _sub(
    pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str], sentence: str
) -> str | None:
    changed, count = pattern.subn(new, sentence, count=1)
    return changed if count else None


def _next_digit(digit: re.Match[str]) -> str:
    return str((int(digit[0]) + 1) % 10)


def _swap(sentence: str) -> str | None:
    words = sentence.split()
    place = next((place for place, word in enumerate(words) if word in SWAPS and place), None)
    if place is None:
        return None
    return " ".join([*words[:place], SWAPS[words[place]], *words[place + 1 :]])


def _join_halves(sentence: str, other: str) -> str | None:
    head, tail = sentence.split(), other.split()
    return " ".join(head[: len(head) // 2] + tail[len(tail) // 2 :])
