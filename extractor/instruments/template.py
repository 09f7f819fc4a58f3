"""Recognise what a questionnaire itself says, so that it is never taken for an answer."""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extractor.instruments.folding import WORD, fold, fold_letters, hash_letters
from extractor.instruments.questions import DATA
from extractor.models import Span

START = 12
"""Letters of a sentence's start that are looked up before the whole sentence is."""
SHORTEST_WITHIN = 20
"""A known sentence of fewer letters is recognised alone only, not inside other text."""


_LABEL = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?", re.IGNORECASE)
"""A bullet, or the letter or number of an item."""

_QUOTED = re.compile(r"""[“„«][^“”„«»]{1,300}[”»“]|"[^"]{1,300}"|‘[^‘’]{1,300}’""")


class _Known(NamedTuple):
    """The hashes of the known sentences, and where a search for one may begin."""

    sentences: frozenset[str]
    lengths: dict[str, tuple[int, ...]]


class _Letters(NamedTuple):
    """The letters of a text in one run, with the places where words begin and end."""

    run: str
    begins: list[int]
    ends: list[int]
    words: list[Span]


@cache
def _load_known() -> _Known:
    rows: list[tuple[int, str, str]] = json.loads((DATA / "template.json").read_text("utf-8"))
    lengths: dict[str, tuple[int, ...]] = {}
    for letters, start, _ in sorted(rows, reverse=True):
        if letters >= SHORTEST_WITHIN and letters not in lengths.get(start, ()):
            lengths[start] = (*lengths.get(start, ()), letters)
    return _Known(frozenset(whole for _, _, whole in rows), lengths)


@cache
def _load_phrases(kind: str) -> re.Pattern[str]:
    patterns = tomllib.loads((DATA / "phrases.toml").read_text("utf-8"))[kind]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def _load_openings() -> _Known:
    rows: list[tuple[int, str, str]] = json.loads((DATA / "openings.json").read_text("utf-8"))
    lengths: dict[str, tuple[int, ...]] = {}
    for letters, start, _ in sorted(rows):
        lengths[start] = (*lengths.get(start, ()), letters)
    return _Known(frozenset(whole for _, _, whole in rows), lengths)


def begins_as_template(sentence: str) -> bool:
    """Return whether a questionnaire's own text speaks here, whole if short, or half if long.

    For a sentence that goes on as an answer, or that was cut off.
    """
    letters = _list_letters(_LABEL.sub("", sentence), ())
    if letters.run and hash_letters(letters.run) in _load_known().sentences:
        return True
    known = _load_openings()
    lengths = known.lengths.get(hash_letters(letters.run[:START]), ())
    return any(
        length in letters.ends and hash_letters(letters.run[:length]) in known.sentences
        for length in lengths
    )


def is_template_sentence(sentence: str) -> bool:
    """Return whether the sentence consists of the words of a questionnaire's own text.

    Labels of one character, such as "a." before an item, may stand between.
    """
    letters = fold(sentence).replace(" ", "")
    if not letters:
        return False
    if hash_letters(letters) in _load_known().sentences:
        return True
    spans = find_template(sentence)
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(sentence)]
    rest = (sentence[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return bool(spans) and all(len(word) == 1 for part in rest for word in WORD.findall(part))


def find_template(text: str, skipped: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return where sentences of a questionnaire's own text stand in the text, in order.

    Layout, hyphens at line ends and a missing full stop make no difference. What stands in
    `skipped` (furniture, footnotes) is read over; a span may therefore run across it.
    """
    known = _load_known()
    letters = _list_letters(text, skipped)
    found: list[Span] = []
    index = 0
    while index < len(letters.begins):
        last = _find_last_word(letters, index, known)
        if last is None:
            index += 1
            continue
        end = letters.words[last].end
        while end < len(text) and text[end] in ".?!:;":
            end += 1
        found.append(Span(start=letters.words[index].start, end=end))
        index = last + 1
    return tuple(found)


def _list_letters(text: str, skipped: Sequence[Span]) -> _Letters:
    letters = _Letters("", [], [], [])
    parts: list[str] = []
    position = 0
    hidden = iter(sorted(skipped, key=lambda span: span.start))
    gap = next(hidden, None)
    for match in WORD.finditer(text):
        while gap is not None and gap.end <= match.start():
            gap = next(hidden, None)
        if gap is not None and gap.start < match.end():
            continue
        parts.append(fold_letters(match.group()))
        letters.begins.append(position)
        position += len(parts[-1])
        letters.ends.append(position)
        letters.words.append(Span(start=match.start(), end=match.end()))
    return letters._replace(run="".join(parts))


def _find_last_word(letters: _Letters, index: int, known: _Known) -> int | None:
    """Return the last word of the longest known sentence that begins at a word, if any does."""
    begin = letters.begins[index]
    start = letters.run[begin : begin + START]
    for length in known.lengths.get(hash_letters(start), ()):
        end = begin + length
        last = bisect_left(letters.ends, end)
        if last == len(letters.ends) or letters.ends[last] != end:
            continue
        if hash_letters(letters.run[begin:end]) in known.sentences:
            return last
    return None


def is_placeholder(sentence: str) -> bool:
    """Return whether the sentence is or holds a gap in the form, and so is no answer.

    A mark between quotation marks is what something else says, and no gap.
    """
    text = sentence.strip()
    if _load_phrases("placeholder").search(text):
        return True
    return _load_phrases("gap").search(_QUOTED.sub('""', text)) is not None


def is_instruction(sentence: str) -> bool:
    """Return whether the sentence orders the one who fills in the form to write something."""
    return _load_phrases("instruction").search(sentence.strip()) is not None


def is_about_document(sentence: str) -> bool:
    """Return whether the sentence speaks of the document or refers to another place in it."""
    return _load_phrases("about_document").search(sentence.strip()) is not None
