"""Say where a text is hard to read: long sentences, long words, unexplained abbreviations.

An indication only. The syllables that the formula of Flesch-Douma counts are those of pyphen.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from extractor.checks.rules import Finding, make_finding
from extractor.facts.addresses import find_addresses
from extractor.sentences import cut_sentences
from extractor.standard.catalogue import Field

PLAIN_FIELDS = frozenset({"description_short", "goal", "proportionality", "human_intervention"})
"""Fields that the register wants at level B1 (register.md 5.1)."""
MOST_WORDS = 25
"""Words of a sentence, or of an item of a list, that is not yet long."""
LONGEST_WORD = 26
"""Letters: a word that is read as one is seldom longer."""
LEAST_EASE = 30
"""Flesch-Douma: a quarter of the published entries tell their goal in harder words."""
_FEWEST_WORDS = 20
_MOST_NAMED = 3

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"(?<![\w@/.&])(?<![A-Z] )[A-Z][A-Z&]{1,4}\d?(?![\w&/@]|\.\w| [A-Z]{2})")
_ROMAN = re.compile(r"(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})")


def check_readability(field: Field, text: str, entry: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what makes this field's text hard to read.

    `entry` holds the texts of all fields in the order of the form: an abbreviation is reported in
    the first that has it, and not where one of them explains it.
    """
    if field.key in PLAIN_FIELDS:
        yield from _check_sentences(text)
        yield from _check_ease(text)
        yield from _check_words(text)
    unexplained = [
        each
        for each in dict.fromkeys(_list_abbreviations(text))
        if _find_first(each, entry) in {field.key, None} and not _is_explained(each, entry)
    ]
    if unexplained:
        yield make_finding("unexplained_abbreviation", fact=_join(unexplained))


def _check_sentences(text: str) -> Iterator[Finding]:
    lengths = [len(_WORD.findall(text[start:end])) for start, end in cut_sentences(text)]
    long = [length for length in lengths if length > MOST_WORDS]
    if long:
        yield make_finding("long_sentences", count=len(long), limit=MOST_WORDS, most=max(long))


def measure_ease(text: str) -> int | None:
    """Return how easily a Dutch text reads, by Flesch-Douma: about 60 is B1, below 30 very hard.

    None for a text of fewer than 20 words, of which it says nothing.
    """
    words = _PLAIN_WORD.findall(text)
    sentences = sum(1 for line in text.splitlines() for _ in cut_sentences(line))
    if len(words) < _FEWEST_WORDS or not sentences:
        return None
    hyphens = _load_hyphens()
    syllables = sum(len(hyphens.positions(word.lower())) + 1 for word in words)
    return round(206.84 - 0.93 * len(words) / sentences - 77 * syllables / len(words))


def _check_ease(text: str) -> Iterator[Finding]:
    ease = measure_ease(text)
    if ease is not None and ease < LEAST_EASE:
        yield make_finding("hard_to_read", count=max(ease, 0))


def _check_words(text: str) -> Iterator[Finding]:
    long = [match for match in _PLAIN_WORD.finditer(text) if len(match[0]) > LONGEST_WORD]
    addresses = find_addresses(text) if long else ()
    words = dict.fromkeys(
        match[0]
        for match in long
        if not any(each.span.start <= match.start() < each.span.end for each in addresses)
    )
    if words:
        yield make_finding("long_words", fact=_join(words))


def _list_abbreviations(text: str) -> Iterator[str]:
    for match in _ABBREVIATION.finditer(text):
        if match[0] not in _load_known() and not _ROMAN.fullmatch(match[0]):
            yield match[0]


def _find_first(abbreviation: str, entry: Mapping[str, str]) -> str | None:
    return next((key for key, text in entry.items() if abbreviation in text), None)


def _is_explained(abbreviation: str, entry: Mapping[str, str]) -> bool:
    """Return whether the entry writes it out: beside brackets, or by saying what it means."""
    sign = re.escape(abbreviation)
    told = re.compile(
        rf"\([^()]{{0,20}}\b{sign}[”’\"']?\)|\b{sign}[”’\"']?\s?\([^()]{{0,200}}[^\W\d_]{{4}}"
        rf"|\b{sign}\s+(?:staat voor|betekent|is de afkorting|stands for)"
    )
    return any(told.search(text) for text in entry.values())


def _join(words: Mapping[str, None] | list[str]) -> str:
    named = [*words]
    more = " en andere" if len(named) > _MOST_NAMED else ""
    return ", ".join(named[:_MOST_NAMED]) + more


@cache
def _load_hyphens() -> Any:  # noqa: ANN401 - the library has no types
    import pyphen  # noqa: PLC0415 - reads its dictionary

    return pyphen.Pyphen(lang="nl_NL")


@cache
def _load_known() -> frozenset[str]:
    text = Path(__file__).with_name("abbreviations.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["known"].split())
