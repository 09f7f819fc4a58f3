"""A hundred quotes of each of twelve kinds, six genuine and six tampered with, on set pages.

Matching by likeness fails here: a sentence and its opposite differ by one word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path
from random import Random

import pytest

from extractor.citations import QuoteIndex, build_index, check_quote
from extractor.models import Block, Citation, Reading, RejectedQuote, Source, Span

HERE = Path(__file__).parent
PROSE = (HERE / "prose.txt").read_text(encoding="utf-8").splitlines()
OTHER_PROSE = (HERE / "other_prose.txt").read_text(encoding="utf-8").splitlines()
SOURCE = Source(sha256="b" * 64, name="dpia.pdf", media_type="application/pdf")
SEED = 20261123
EACH = 100
"""Quotes of each kind."""

GENUINE = ("verbatim", "half", "hyphenated", "straight quotes", "over a page", "own hyphen")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"})
HEADER = "Gemeente Voorbeeld | DPIA scanauto’s"
PAGE_LINES = 9

Tamperings = Mapping[str, Callable[[str, str], str | None]]


@dataclass
class Setter:
    """Sets sentences in lines and pages as a PDF gives them back."""

    random: Random
    width: int
    text: str = ""
    column: int = 0
    lines: int = 0
    furniture: list[Block] = field(default_factory=list)
    places: dict[str, tuple[Span, frozenset[str]]] = field(default_factory=dict)
    """Where each sentence stands, and which kinds of quote it serves."""

    def set_sentence(self, sentence: str) -> None:
        """Set the sentence after what stands there."""
        kinds = {"verbatim", "half"}
        start = None
        for word in sentence.split():
            first, met = self._set_word(word)
            start = first if start is None else start
            kinds |= met
        if sentence.translate(STRAIGHT) != sentence:
            kinds.add("straight quotes")
        self.places[sentence] = (Span(start=start or 0, end=len(self.text)), frozenset(kinds))

    def _set_word(self, word: str) -> tuple[int, set[str]]:
        """Set a word, return where it starts and what happened to it."""
        room = self.width - self.column - 1
        if len(word) <= room:
            self._write(" " if self.column else "")
            self._write(word)
            return len(self.text) - len(word), set()
        own, cut = self._choose_cut(word, room - 1)
        if cut == 0:
            met = self._end_line(self.random.choice(["", " "]) + "\r\n")
            self._write(word)
            return len(self.text) - len(word), met
        self._write(" ")
        start = len(self.text)
        self._write(word[:cut])
        kind = "own hyphen" if own else "hyphenated"
        hyphen = self.random.choice(
            ["-\r\n", "\ufffe"] if own else ["-\r\n", "\ufffe", "\u00ad\r\n"]
        )
        met = self._end_line(hyphen)
        self._write(word[cut + own :])
        return start, {kind} | met

    def _choose_cut(self, word: str, room: int) -> tuple[bool, int]:
        """Return whether a word breaks at its own hyphen, and after how many letters."""
        own = [found.start() for found in re.finditer(r"(?<=[^\W\d])-(?=[^\W\d])", word)]
        if any(place <= room for place in own):
            return True, max(place for place in own if place <= room)
        breakable = word.isalpha() and len(word) >= 7 and room >= 3 and self.column > 0
        return False, min(room, len(word) - 3) if breakable else 0

    def _end_line(self, ending: str) -> set[str]:
        self.text += ending
        self.column = 0
        self.lines += 1
        if self.lines % PAGE_LINES:
            return set()
        page = self.lines // PAGE_LINES
        self._set_furniture(f"Pagina {page} van 31", "\f")
        self._set_furniture(HEADER, "\r\n")
        return {"over a page"}

    def _set_furniture(self, words: str, ending: str) -> None:
        span = Span(start=len(self.text), end=len(self.text) + len(words))
        self.furniture.append(Block(kind="furniture", span=span))
        self.text += words + ending

    def _write(self, characters: str) -> None:
        self.text += characters
        self.column += len(characters)


def set_pages(seed: int) -> tuple[QuoteIndex, dict[str, tuple[Span, frozenset[str]]]]:
    """Return the index of a reading of all prose in random order, and its sentences' places."""
    random = Random(seed)  # noqa: S311 - a fixed seed makes the same pages every time
    setter = Setter(random, width=random.randint(45, 95))
    for sentence in random.sample(PROSE, len(PROSE)):
        setter.set_sentence(sentence)
    blocks = tuple(setter.furniture)
    reading = Reading(id=f"r{seed}", source=SOURCE, reader="t@1", text=setter.text, blocks=blocks)
    return build_index(reading), setter.places


def list_genuine(kind: str, sentence: str) -> Iterator[str]:
    """Yield the quotes of a kind that a sentence gives."""
    words = sentence.split()
    if kind == "half":
        yield " ".join(words[: len(words) // 2])
        yield " ".join(words[len(words) // 2 :])
    else:
        yield sentence.translate(STRAIGHT) if kind == "straight quotes" else sentence


def is_whole(checked: Citation | RejectedQuote, kind: str, place: Span) -> bool:
    """Return whether a quote is cited where it was set: half from one end, others from both."""
    if isinstance(checked, RejectedQuote) or not place.holds(checked.span):
        return False
    ends = (checked.span.start == place.start, checked.span.end == place.end)
    return any(ends) if kind == "half" else all(ends)


@pytest.mark.parametrize("kind", GENUINE)
def test_genuine_quotes_are_all_accepted(kind: str) -> None:
    """All are, and the citation is the whole passage: from its first letter to its last."""
    tried: Counter[bool] = Counter()
    for seed in count(SEED):
        index, places = set_pages(seed)
        for sentence, (place, kinds) in places.items():
            for quote in list_genuine(kind, sentence) if kind in kinds else ():
                checked = check_quote(quote, index)
                tried[is_whole(checked, kind, place)] += 1
        if tried.total() >= EACH:
            break

    assert tried[False] == 0, tried


@pytest.mark.parametrize(
    "kind",
    [
        "negation dropped",
        "negation added",
        "number changed",
        "word swapped",
        "true head, invented tail",
        "from another document",
    ],
)
def test_tampered_quotes_are_all_refused(tamperings: Tamperings, kind: str) -> None:
    """None is accepted, wherever the lines and pages end."""
    tried: Counter[bool] = Counter()
    for seed in count(SEED):
        index, places = set_pages(seed)
        for sentence, other in zip(places, cycle(OTHER_PROSE), strict=False):
            quote = tamperings[kind](sentence, other)
            if quote is not None:
                tried[isinstance(check_quote(quote, index), Citation)] += 1
        if tried.total() >= EACH:
            break

    assert tried[True] == 0, tried


def test_the_pages_hold_what_they_should() -> None:
    """The set pages break words, keep hyphens, and end within sentences."""
    met: dict[str, int] = defaultdict(int)
    for seed in range(SEED, SEED + 5):
        for _, kinds in set_pages(seed)[1].values():
            for kind in kinds:
                met[kind] += 1

    assert set(met) == set(GENUINE)
    assert min(met.values()) >= 3
