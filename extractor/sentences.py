"""Text into sentences, by full stops that are not those of abbreviations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_END = re.compile(r"[.!?][”’\"')\]]*(?=\s+[“‘\"'(\[]*[A-ZÀ-Þ0-9]|\s*$)")
_LAST_WORD = re.compile(r"([^\s(]+)$")


def cut_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of the text starts and ends; a line is a sentence without a stop.

    >>> [*cut_sentences("Zie art. 5. Dat volstaat.")]
    [(0, 11), (12, 25)]
    """
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
    return last in _load_abbreviations() or re.fullmatch(r"[a-z]|([a-z]\.)+[a-z]", last) is not None


@cache
def _load_abbreviations() -> frozenset[str]:
    text = Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["abbreviations"].split())
