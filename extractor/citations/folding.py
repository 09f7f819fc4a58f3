"""Fold a text once to its letters and the gaps between them, so that quotes compare in C."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass

from extractor.citations.typesetting import (
    LINE_END,
    SOFT_HYPHEN,
    SPACE,
    close_gap,
    fold_character,
    is_letter,
)

_MARK = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_RUN = re.compile("w+")
_CLUSTER = re.compile(f"(?s:.){_MARK.pattern}*")


@dataclass(frozen=True, eq=False)
class FoldedText:
    """A text as its folded letters; letter `k` stands at `starts[k]` up to `ends[k]` in it.

    `gaps[k]` is the folded gap before letter `k`, nothing within a word; `gaps` has one more
    item than there are letters: the gap after the last.
    """

    text: str
    letters: str
    starts: array[int]
    ends: array[int]
    gaps: list[str]

    def find_letter(self, offset: int) -> int:
        """Return the first letter that starts at or after an offset in the text."""
        return bisect_left(self.starts, offset)

    def end_before(self, letter: int) -> int:
        """Return where the gap before a letter begins in the text."""
        return self.ends[letter - 1] if letter else 0

    def start_of(self, letter: int) -> int:
        """Return where a letter starts in the text; the text's end after the last letter."""
        return self.starts[letter] if letter < len(self.starts) else len(self.text)


def fold_text(text: str) -> FoldedText:
    """Return the text folded, in time linear in its length."""
    shapes = {ord(character): fold_character(character) for character in set(text)}
    kinds = {number: _kind(folded) for number, folded in shapes.items()}
    marked = _MARK.search(text) is not None
    gaps: list[str] = []
    words: list[str] = []
    starts, ends = array("I"), array("I")
    closed: dict[str, str] = {}
    end = 0
    for run in _RUN.finditer(text.translate(kinds)):
        raw = text[end : run.start()]
        start, end = run.span()
        if raw not in closed:
            closed[raw] = close_gap(raw.translate(shapes))
        word = text[start:end].translate(shapes)
        if len(word) != end - start or (marked and _MARK.search(text, start, end)):
            word = _fold_clusters(text[start:end], start, starts, ends)
        else:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        words.append(word)
        gaps.append(closed[raw])
        gaps.extend([""] * (len(word) - 1))
    # At the edges of a text no word goes on, so a soft hyphen there breaks none.
    gaps.append(close_gap(text[end:].replace(SOFT_HYPHEN, "").translate(shapes)))
    if starts:
        gaps[0] = close_gap(text[: starts[0]].replace(SOFT_HYPHEN, "").translate(shapes))
    return FoldedText(text, "".join(words), starts, ends, gaps)


def fold_quote(quote: str) -> FoldedText:
    """Return a quote folded; its own line ends are plain white space, for it has no layout."""
    folded = fold_text(quote)
    gaps = [gap.replace(LINE_END, SPACE) for gap in folded.gaps]
    gaps[0], gaps[-1] = gaps[0].lstrip(), gaps[-1].rstrip()
    return FoldedText(quote, folded.letters, folded.starts, folded.ends, gaps)


def _kind(folded: str) -> str:
    return "w" if folded and is_letter(folded[0]) else " "


def _fold_clusters(run: str, start: int, starts: array[int], ends: array[int]) -> str:
    """Fold letters that stand for more or fewer than themselves, such as ligatures."""
    parts: list[str] = []
    for cluster in _CLUSTER.finditer(run):
        folded = fold_character(cluster[0])
        parts.append(folded)
        starts.extend([start + cluster.start()] * len(folded))
        ends.extend([start + cluster.end()] * len(folded))
    return "".join(parts)
