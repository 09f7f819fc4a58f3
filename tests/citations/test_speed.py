"""Checking is quick on long readings, and hostile ones cannot make it slow.

The limits are ten times what a slow machine needs, so that only another order of growth fails.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import pytest

from extractor.citations import build_index, check_quote
from extractor.models import Block, Citation, Reading, RejectedQuote, Span

MakeReading = Callable[..., Reading]
PROSE = (Path(__file__).parent / "prose.txt").read_text(encoding="utf-8").split()


def time_quotes(quotes: list[str], reading: Reading, kind: type) -> float:
    """Return the median seconds a quote takes on an index, each giving what it should."""
    index = build_index(reading)
    seconds = []
    check_quote("een woord vooraf", index)
    for quote in quotes:
        start = time.process_time()
        checked = check_quote(quote, index)
        seconds.append(time.process_time() - start)
        assert isinstance(checked, kind)
    return median(seconds)


def test_a_quote_takes_less_than_a_millisecond(make_reading: MakeReading) -> None:
    """On 200,000 characters, accepted; a refusal with its nearest passage less than twenty."""
    random = Random(1)  # noqa: S311 - a fixed seed makes the same text every time
    words = [f"{random.choice(PROSE)}{random.choice(['', ',', '.'])}" for _ in range(28_000)]
    reading = make_reading("\r\n".join(" ".join(words[n : n + 11]) for n in range(0, 28_000, 11)))
    places = [random.randrange(27_900) for _ in range(100)]
    quotes = [" ".join(words[place : place + 25]) for place in places]
    wrong = [" ".join([*words[p : p + 12], "nooit", *words[p + 12 : p + 24]]) for p in places]

    assert len(reading.text) > 200_000
    assert time_quotes(quotes, reading, Citation) < 0.001
    assert time_quotes(wrong, reading, RejectedQuote) < 0.02


HOSTILE = {
    "one word": ("a " * 100_000, "a " * 2000 + "a,a", ""),
    "one word, elided": ("a " * 100_000, "a a a a … a a a b", ""),
    "dots": ("." * 200_000 + "x", "." * 1000 + " x", ""),
    "hyphens": ("-" * 200_000 + "x", "-" * 100_000 + " x", ""),
    "one token": ("a" * 200_000 + " b c d", "b c x d", ""),
    "marks on words": ("x* " * 20_000, "x " * 500 + "y", "*"),
    "marks in rows": (("x" + "*" * 60) * 500, "x x", "*"),
    "marks that are numbers": ("x1 " * 20_000, "x1 x " * 300 + "y", "1"),
}


@pytest.mark.parametrize(("text", "quote", "mark"), HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_makes_a_quote_slow(
    make_reading: MakeReading, text: str, quote: str, mark: str
) -> None:
    """Texts that repeat themselves, or consist of marks, take seconds at the very most."""
    marks = (place for place, character in enumerate(text) if character == mark)
    blocks = tuple(
        Block(kind="footnote_mark", span=Span(start=place, end=place + 1)) for place in marks
    )
    reading = make_reading(text).model_copy(update={"blocks": blocks})

    start = time.process_time()
    checked = check_quote(quote, reading)

    assert isinstance(checked, RejectedQuote)
    assert time.process_time() - start < 15


@pytest.mark.parametrize("quote", ["a", "a a a", "a a a a … a a a a"])
def test_words_that_stand_everywhere_are_quick(make_reading: MakeReading, quote: str) -> None:
    """An accepted quote looks for its twins no further than they are listed."""
    text = "a " * 100_000
    whole = Block(kind="paragraph", span=Span(start=0, end=len(text)))
    reading = make_reading(text).model_copy(update={"blocks": (whole,)})

    start = time.process_time()
    checked = check_quote(quote, reading, Span(start=150_000, end=151_000))

    assert isinstance(checked, Citation)
    assert checked.span.start == 150_000
    assert time.process_time() - start < 15
