"""Say what a refused quote comes closest to: a passage of its length, and a diff of words.

This never accepts anything; it shows a person what the refused words may have been meant to be.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import Literal

from extractor.citations.folding import FoldedText
from extractor.citations.indexing import STEPPED_OVER, QuoteIndex
from extractor.citations.typesetting import BROKEN, LINE_END, SOFT_HYPHEN, SPACE, fold_gap
from extractor.citations.words import WordIndex, index_words
from extractor.models import Span, WordChange

CLOSE = 0.5
"""Share of the quote's words that a passage must hold to be worth showing."""

MOST_PLACES = 1500
"""Occurrences looked at, rarest words first; it bounds the time a refusal takes."""

LONGEST_DIFF = 250
"""Words; a longer quote gets its nearest passage without a diff."""

_LINE_END = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_TOKEN = re.compile(rf"\S+(?:(?<=[-\u2010{SOFT_HYPHEN}{BROKEN}])[ \t]*{_LINE_END}\s*\S+)*")
_BREAK = re.compile(rf"(?:[-\u2010{SOFT_HYPHEN}][ \t]*{_LINE_END}|{BROKEN})\s*")
_JOINT = re.compile(rf"(?<=[^\W\d_]){_BREAK.pattern}(?=[^\W\d_])")
_UNSEEN = "\u200b"


@dataclass(frozen=True)
class _Token:
    """A word with the signs that touch it, as it counts and as it is shown."""

    key: str
    shown: str
    span: Span


def find_nearest(
    index: QuoteIndex, quote: FoldedText
) -> tuple[Span | None, tuple[WordChange, ...]]:
    """Return the passage with the most of the quote's words and the way to it, or nothing close."""
    wanted = index_words(quote)
    region = _find_region(index.words, wanted)
    if region is None:
        return None, ()
    if len(wanted.words) > LONGEST_DIFF:
        return _span_words(index, region), ()
    spare = 3 + len(wanted.words) // 8
    wider = range(max(region.start - spare, 0), region.stop + spare)
    quoted = _list_tokens(quote.text, 0, frozenset())
    kept = frozenset(token.key for token in quoted)
    span = _span_words(index, wider)
    passage = _list_tokens(_blank_blocks(index, span), span.start, kept)
    return _compare(quoted, passage)


def _find_region(source: WordIndex, wanted: WordIndex) -> range | None:
    """Return the numbers of the source's words that match the quote's best, if close."""
    count = len(wanted.words)
    start = _find_crowd(_list_starts(source, wanted), stretch=max(count // 4, 2))
    if start is None:
        return None
    region = range(max(start, 0), min(start + count, len(source.words)))
    near = source.words[max(start - 3, 0) : start + count + 3]
    shared = sum((Counter(wanted.words) & Counter(near)).values())
    return region if region and shared >= CLOSE * count else None


def _find_crowd(starts: Sequence[int], stretch: int) -> int | None:
    """Return where most of the quote's words say that it starts, or nearly there.

    A word left out or put in moves what follows by one, so starts are counted in stretches, and a
    crowd may stand where two of them meet.
    """
    if not starts:
        return None
    crowds = Counter([start // stretch for start in starts])
    half = max(crowds.values()) / 2
    large = [place for place, crowd in crowds.items() if crowd >= half]
    pairs = {first: crowds[first] + crowds[first + 1] for at in large for first in (at - 1, at)}
    first = max(pairs, key=pairs.__getitem__) * stretch
    exact = Counter([start for start in starts if first <= start < first + 2 * stretch])
    return max(exact, key=exact.__getitem__)


def _list_starts(source: WordIndex, wanted: WordIndex) -> list[int]:
    """Return where the quote would start by each occurrence of its words, rarest words first."""
    known = [
        (number, source.places[word])
        for number, word in enumerate(wanted.words)
        if word in source.places
    ]
    starts: list[int] = []
    for number, places in sorted(known, key=lambda found: len(found[1])):
        if starts and len(starts) + len(places) > MOST_PLACES:
            break
        starts += [place - number for place in places[:MOST_PLACES]]
    return starts


def _span_words(index: QuoteIndex, region: range) -> Span:
    """Return the span of a range of words, up to the white space around them."""
    source, letters = index.folded, index.words.letters
    stop = letters[region.stop] if region.stop < len(letters) else len(source.letters)
    start, end = source.starts[letters[region.start]], source.ends[stop - 1]
    while start > 0 and not source.text[start - 1].isspace():
        start -= 1
    while end < len(source.text) and not source.text[end].isspace():
        end += 1
    return Span(start=start, end=end)


def _blank_blocks(index: QuoteIndex, span: Span) -> str:
    """Return the text of the span with the blocks that a quote may step over blanked out."""
    shown = list(span.of(index.folded.text))
    first = bisect_right(index.stepped_over, span.start, key=lambda block: block.span.start)
    for block in islice(index.stepped_over, first, None):
        if block.span.start >= span.end:
            break
        if block.span.end < span.end:
            blank = STEPPED_OVER[block.kind].replace(LINE_END, SPACE) or _UNSEEN
            place = slice(block.span.start - span.start, block.span.end - span.start)
            shown[place] = blank * (place.stop - place.start)
    return "".join(shown)


def _list_tokens(text: str, offset: int, kept: frozenset[str]) -> list[_Token]:
    """Return the words of a text; one broken at a line end keeps the hyphen it has in `kept`."""
    return [_make_token(match[0], match.start() + offset, kept) for match in _TOKEN.finditer(text)]


def _make_token(raw: str, start: int, kept: frozenset[str]) -> _Token:
    if not _BREAK.search(raw):
        shown = raw.replace(SOFT_HYPHEN, "").replace(_UNSEEN, "")
        return _Token(_key_token(raw), shown, Span(start=start, end=start + len(raw)))
    variants = (_BREAK.sub("-", raw), _BREAK.sub("-", _JOINT.sub("", raw)))
    keys = [_key_token(variant) for variant in dict.fromkeys(variants)]
    chosen = 0 if keys[0] in kept else len(keys) - 1
    shown = variants[chosen].replace(SOFT_HYPHEN, "").replace(_UNSEEN, "")
    return _Token(keys[chosen], shown, Span(start=start, end=start + len(raw)))


@lru_cache(maxsize=4096)
def _key_token(raw: str) -> str:
    return fold_gap(unicodedata.normalize("NFC", raw))


def _compare(
    quoted: Sequence[_Token], passage: Sequence[_Token]
) -> tuple[Span | None, tuple[WordChange, ...]]:
    """Return the part of the passage that answers to the quote, and the changes word by word."""
    matcher = SequenceMatcher(
        None, [token.key for token in quoted], [token.key for token in passage], autojunk=False
    )
    steps = [list(step[1:]) for step in matcher.get_opcodes()]
    if steps:
        # Words beyond the quote's ends are no part of the way: as many as it has itself.
        steps[0][2] = max(steps[0][2], steps[0][3] - (steps[0][1] - steps[0][0]))
        steps[-1][3] = min(steps[-1][3], steps[-1][2] + steps[-1][1] - steps[-1][0])
    changes = [
        change for a, b, c, d in steps for change in _name_changes(quoted[a:b], passage[c:d])
    ]
    found = [token for _, _, c, d in steps for token in passage[c:d]]
    if not found:
        return None, ()
    return Span(start=found[0].span.start, end=found[-1].span.end), tuple(changes)


def _name_changes(old: Sequence[_Token], new: Sequence[_Token]) -> list[WordChange]:
    """Return one step of the diff: the same words, or those removed, added or changed."""
    removed = " ".join(token.shown for token in old)
    added = " ".join(token.shown for token in new)
    if [token.key for token in old] == [token.key for token in new]:
        return [WordChange(kind="same", text=removed)] if removed else []
    if removed and added:
        return [WordChange(kind="changed", text=removed, found=added)]
    kind: Literal["removed", "added"] = "removed" if removed else "added"
    return [WordChange(kind=kind, text=removed or added)]
