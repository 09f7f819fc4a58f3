"""Find where a quote stands in a reading: all its letters in order, and only gaps that agree.

Nothing else can be found, for three reasons. A passage is followed from its first letter to its
last, and every letter must equal the quote's; so no word or digit is missing, added or changed.
Every gap must agree by the closed table; so words are neither joined nor parted, but at a line end
that may do so itself, and no number gets or loses a sign. Both ends must stand where no word or
number goes on; so nothing is cut.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from extractor.citations.folding import FoldedText
from extractor.citations.indexing import PREFIX, Gap, QuoteIndex
from extractor.citations.typesetting import (
    GROUPING_SPACES,
    SOFT_HYPHEN,
    binds,
    cuts_after,
    cuts_before,
    fold_character,
    fold_gap,
    gaps_agree,
)
from extractor.models import Span

MOST_EFFORT = 5_000_000
"""Letters compared for one quote, other work counted in letters, before it counts as not found:
half a second. No honest text asks for a tenth of it."""

PER_START, PER_WAY = 50, 15
"""What trying one place, and one way over blocks, costs in letters compared."""


@dataclass
class _Effort:
    """What looking for one quote may still cost."""

    left: int = MOST_EFFORT

    def spend(self, letters: int) -> bool:
        """Return whether the effort lasts."""
        self.left -= letters
        return self.left > 0


def find_all(index: QuoteIndex, quote: FoldedText, window: Span) -> Iterator[Span]:
    """Yield the quote's passages whose first letter stands in the window, first to last."""
    effort = _Effort()
    for letter in merge(_list_likely(index, quote, window), _list_opened(index, quote, window)):
        if letter and not index.may_start(letter):
            continue
        if not effort.spend(PER_START + PER_WAY * len(index.backward.get(letter, ()))):
            return
        start = _find_start(index, quote, letter) if _begins(index, quote, letter) else None
        if start is None:
            continue
        ends = (_find_end(index, quote, last) for last in _follow(index, quote, letter, effort))
        end = next((end for end in ends if end is not None), None)
        if end is not None:
            yield Span(start=start, end=end)


def _list_likely(index: QuoteIndex, quote: FoldedText, window: Span) -> Iterator[int]:
    """Yield the letters in the window from which the text spells the quote's prefix."""
    prefix = quote.letters[:PREFIX]
    stop = index.folded.find_letter(window.end) + len(prefix) - 1
    letter = index.folded.find_letter(window.start)
    while (letter := index.folded.letters.find(prefix, letter, stop)) >= 0:
        yield letter
        letter += 1


def _list_opened(index: QuoteIndex, quote: FoldedText, window: Span) -> list[int]:
    """Return the letters in the window from which the text spells the quote up to a door."""
    lengths = range(1, min(PREFIX, len(quote.letters)))
    openings = (index.openings.get(quote.letters[:length], ()) for length in lengths)
    first, stop = (index.folded.find_letter(edge) for edge in (window.start, window.end))
    return sorted(letter for group in openings for letter in group if first <= letter < stop)


def _begins(index: QuoteIndex, quote: FoldedText, letter: int) -> bool:
    """Return whether the quote's letters stand there up to a door, and one behind it.

    Most places fail here, and cost little.
    """
    letters = index.folded.letters
    place = bisect_right(index.doors, letter)
    door = index.doors[place] if place < len(index.doors) else len(letters)
    behind = quote.letters[door - letter : door - letter + 1]
    if not letters.startswith(quote.letters[: door - letter], letter):
        return False
    return letters.startswith(behind, door) or any(
        letters.startswith(behind, gap.right) for gap in index.onward.get(door, ())
    )


def _follow(index: QuoteIndex, quote: FoldedText, letter: int, effort: _Effort) -> Iterator[int]:
    """Yield the last letter of each way to read the whole quote from its first letter on."""
    ways, seen = [(letter, 0)], set()
    while ways:
        here = ways.pop()
        if here in seen:
            continue
        seen.add(here)
        at, read = here
        place = bisect_right(index.doors, at)
        door = index.doors[place] if place < len(index.doors) else len(index.folded.letters)
        count = min(len(quote.letters) - read, door - at)
        onward = index.onward.get(door, ())
        if not effort.spend(count + PER_WAY * (1 + len(onward))):
            return
        if not _read_alike(index.folded, at, quote, read, count):
            continue
        read += count
        if read == len(quote.letters):
            yield at + count - 1
            continue
        left, right = quote.letters[read - 1], quote.letters[read]
        plain = [index.read_gap(door)] if door < len(index.folded.letters) else []
        ways += [
            (gap.right, read)
            for gap in (*reversed(onward), *plain)
            if gaps_agree(gap.folded, quote.gaps[read], left, right)
        ]


def _read_alike(source: FoldedText, at: int, quote: FoldedText, read: int, count: int) -> bool:
    """Return whether a number of letters, and the gaps between them, agree."""
    if not source.letters.startswith(quote.letters[read : read + count], at):
        return False
    gaps = source.gaps[at + 1 : at + count]
    quoted = quote.gaps[read + 1 : read + count]
    if gaps == quoted:
        return True
    letters = quote.letters[read : read + count]
    return all(
        gap == other or gaps_agree(gap, other, letters[place], letters[place + 1])
        for place, (gap, other) in enumerate(zip(gaps, quoted, strict=True))
    )


def _find_start(index: QuoteIndex, quote: FoldedText, letter: int) -> int | None:
    """Return the offset of the quote's first character, none where that would cut a word.

    After a block that is stepped over, what stands before the block decides.
    """
    letters, first, lead = index.folded.letters, quote.letters[0], quote.gaps[0]
    plain = index.read_gap(letter)
    ways = index.backward.get(letter, ())
    for gap in ways or (plain,):
        if gap.left >= 0 and _is_one(letters[gap.left], gap, first):
            return None
        if cuts_before(gap.folded, lead, first):
            return None
    if not lead:
        return index.folded.starts[letter]
    fits = ((gap, _fit_lead(gap.raw, lead, first)) for gap in (plain, *ways))
    return next((gap.place(fit) for gap, fit in fits if fit is not None), None)


def _find_end(index: QuoteIndex, quote: FoldedText, last: int) -> int | None:
    """Return the offset after the quote's last character, none where that would cut a word.

    Before a block that is stepped over, what stands after the block decides.
    """
    letters, final, tail = index.folded.letters, quote.letters[-1], quote.gaps[-1]
    plain = index.read_gap(last + 1)
    ways = index.onward.get(last + 1, ())
    for gap in ways or (plain,):
        if gap.right < len(letters) and _is_one(final, gap, letters[gap.right]):
            return None
        if not tail and cuts_after(final, gap.folded):
            return None
    if not tail:
        return index.folded.ends[last]
    fits = ((gap, _fit_tail(gap.raw, tail, final)) for gap in (plain, *ways))
    return next((gap.place(fit - 1) + 1 for gap, fit in fits if fit is not None), None)


def _is_one(left: str, gap: Gap, right: str) -> bool:
    """Return whether letters around a gap belong to one word or number."""
    number = left.isnumeric() and right.isnumeric()
    return binds(left, gap.folded, right) or (number and gap.raw in GROUPING_SPACES)


def _fit_lead(raw: str, lead: str, right: str) -> int | None:
    """Return where in the gap before its first letter the quote's opening signs stand."""
    signs = _count_signs(lead)
    for start in range(len(raw), -1, -1):
        if signs == 0:
            return start if gaps_agree(fold_gap(raw[start:]), lead, "", right) else None
        signs -= _count_signs(fold_character(raw[start - 1 : start]))
    return None


def _fit_tail(raw: str, tail: str, left: str) -> int | None:
    """Return where in the gap after its last letter the quote's closing signs end."""
    signs = _count_signs(tail)
    for end in range(len(raw) + 1):
        if signs == 0:
            return end if gaps_agree(fold_gap(raw[:end]), tail, left, "") else None
        signs -= _count_signs(fold_character(raw[end : end + 1]))
    return None


def _count_signs(folded: str) -> int:
    return sum(not sign.isspace() and sign != SOFT_HYPHEN for sign in folded)
