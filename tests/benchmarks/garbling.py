"""Make of a text what bad OCR makes of a scan; the same text and rate give the same garble."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import islice

from processes import ROOT

from extractor.documents.reading import read_document
from extractor.documents.text_quality import FEWEST_WORDS, list_words

CONFUSED = {
    "rn": ("m", "in"),
    "m": ("rn", "in"),
    "l": ("1", "i", "I"),
    "i": ("l", "j", "1"),
    "e": ("c", "a", "o"),
    "o": ("e", "0", "a"),
    "g": ("s", "q"),
    "h": ("b", "li"),
    "u": ("ii", "v"),
    "d": ("cl", "ci"),
    "t": ("f", "l"),
    "v": ("w", "y"),
    "a": ("e", "o"),
    "n": ("ri", "u"),
}
"""What a shape is taken for."""

PAGE = 2500
"""Characters of a page."""


@cache
def load_fixture_pages() -> tuple[str, ...]:
    """Return the texts of our fixture dossiers in pieces of a page."""
    pages = []
    for path in sorted((ROOT / "fixtures/dossiers").rglob("*.*")):
        text = read_document(path.read_bytes(), path.name).text
        pages += [text[at : at + PAGE] for at in range(0, len(text), PAGE)]
    return tuple(page for page in pages if len(list_words(page)) >= FEWEST_WORDS)


def garble(text: str, rate: float, seed: int = 0) -> str:
    """Return the text with an error in this share of its words: a shape, a swap or a lost space."""
    chance = random.Random(f"{seed} {rate} {text[:80]}")  # noqa: S311 - no secret
    pieces = re.split(r"(\s+)", text)
    for at in range(0, len(pieces), 2):
        if len(pieces[at]) > 1 and chance.random() < rate:
            kind = chance.choice(["shape", "shape", "shape", "swap", "space"])
            if kind == "space" and at + 1 < len(pieces):
                pieces[at + 1] = ""
            elif kind == "swap":
                pieces[at] = _swap(pieces[at], chance)
            else:
                pieces[at] = _confuse(pieces[at], chance)
    return "".join(pieces)


def _swap(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _confuse(word: str, chance: random.Random) -> str:
    """Return the word with one shape, or two of a long word, taken for another."""
    for _ in range(1 + len(word) // 10):
        places = [(at, shape) for shape in CONFUSED for at in islice(_find(word, shape), 9)]
        if places:
            at, shape = chance.choice(places)
            word = word[:at] + chance.choice(CONFUSED[shape]) + word[at + len(shape) :]
    return word


def _find(word: str, shape: str) -> list[int]:
    return [found.start() for found in re.finditer(shape, word)]
