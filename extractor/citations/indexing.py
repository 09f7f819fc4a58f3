"""Index a reading once for many quotes: its folded text, and the blocks a quote may step over."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractor.citations.folding import FoldedText, fold_text
from extractor.citations.typesetting import LINE_END, SEAM, fold_gap
from extractor.citations.words import WordIndex, index_words
from extractor.locators import LocatorIndex, build_locator_index
from extractor.models import Block, BlockKind, Reading, Span

STEPPED_OVER: Mapping[BlockKind, str] = {
    "furniture": LINE_END,
    "footnote": LINE_END,
    "footnote_mark": "",
}
"""Kinds of block that may stand within a quoted passage, and what is read in their place."""

PASSAGES: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "row", "footnote"})
"""Kinds of block that an elided quote must stay within."""

MOST_FIRST, MOST_STEPS, WIDEST = 3, 32, 1000
"""Which block in a gap a way may begin with, how many it may step over, and over how many
characters between: more is no layout, and the limits keep hostile readings linear."""

PREFIX = 32
"""As many letters of a quote are looked up at once; few passages share more."""


@dataclass(frozen=True)
class Gap:
    """What stands between letter `left` and letter `right` when blocks are stepped over, or not."""

    left: int
    right: int
    folded: str
    raw: str
    parts: Sequence[tuple[int, int]]
    """From which character of `raw` on it stands from which offset on in the text."""

    def place(self, character: int) -> int:
        """Return where a character of `raw` stands in the text."""
        begin, offset = next(part for part in reversed(self.parts) if part[0] <= character)
        return offset + character - begin


@dataclass(frozen=True, eq=False)
class QuoteIndex:
    """A reading made ready for many quotes; `build_index` makes it."""

    reading: Reading
    folded: FoldedText
    locators: LocatorIndex
    passages: Sequence[Span]
    """The blocks that an elided quote must stay within, by where they start."""
    stepped_over: Sequence[Block]
    """The blocks a quote may step over, by where they start."""
    onward: Mapping[int, Sequence[Gap]]
    """The ways over blocks, by their door: the first letter that is not read."""
    backward: Mapping[int, Sequence[Gap]]
    """The same ways, by the letter they lead to."""
    doors: Sequence[int]
    """The doors, ascending."""
    openings: Mapping[str, Sequence[int]]
    """The letters less than `PREFIX` before a door at which a quote may start, by what they spell
    up to that door."""

    @cached_property
    def words(self) -> WordIndex:
        """Return the word index, made when the first quote is refused."""
        return index_words(self.folded)

    def may_start(self, letter: int) -> bool:
        """Return whether anything stands before a letter, so that a word may start there."""
        return self.folded.gaps[letter] != "" or letter in self.backward

    def read_gap(self, letter: int) -> Gap:
        """Return the gap before a letter as it stands, nothing stepped over."""
        begin = self.folded.end_before(letter)
        raw = self.folded.text[begin : self.folded.start_of(letter)]
        return Gap(letter - 1, letter, self.folded.gaps[letter], raw, ((0, begin),))


def build_index(reading: Reading) -> QuoteIndex:
    """Return the index of a reading, in time linear in its length."""
    blocks = sorted(
        (block for block in reading.blocks if block.kind in STEPPED_OVER),
        key=lambda block: (block.span.start, -block.span.end),
    )
    folded = _part_blocks(fold_text(_read_seen(reading)), blocks)
    doors = sorted({folded.find_letter(block.span.start) for block in blocks})
    offsets = [block.span.start for block in blocks]
    onward = {door: tuple(_list_ways(folded, blocks, offsets, door)) for door in doors}
    backward: dict[int, list[Gap]] = defaultdict(list)
    for gap in (gap for gaps in onward.values() for gap in gaps):
        backward[gap.right].append(gap)
    return QuoteIndex(
        reading=reading,
        folded=folded,
        locators=build_locator_index(reading),
        passages=sorted(
            (block.span for block in reading.blocks if block.kind in PASSAGES),
            key=lambda span: span.start,
        ),
        stepped_over=blocks,
        onward=onward,
        backward=backward,
        doors=doors,
        openings=_list_openings(folded, doors, backward),
    )


def _read_seen(reading: Reading) -> str:
    """Return the text with spaces for what nobody sees in the document: no quote rests on that."""
    parts: list[str] = []
    start = 0
    for block in reading.blocks:
        if block.kind == "hidden" and block.span.start >= start:
            parts += reading.text[start : block.span.start], " " * len(block.span.of(reading.text))
            start = block.span.end
    return "".join((*parts, reading.text[start:]))


def _part_blocks(folded: FoldedText, blocks: Sequence[Block]) -> FoldedText:
    """Return the text with a line end, or for marks on numbers a seam, where blocks are glued on.

    A footnote mark 5 after 2020 must never read as 20205.
    """
    gaps = list(folded.gaps)
    for block in blocks:
        for letter in {folded.find_letter(block.span.start), folded.find_letter(block.span.end)}:
            if gaps[letter]:
                continue
            if block.kind != "footnote_mark":
                gaps[letter] = LINE_END
            elif letter and folded.letters[letter - 1 : letter + 1].isnumeric():
                gaps[letter] = SEAM
    return replace(folded, gaps=gaps)


def _list_ways(
    folded: FoldedText, blocks: Sequence[Block], offsets: Sequence[int], door: int
) -> Iterator[Gap]:
    """Yield the ways over one or more of the blocks that start in the gap before the door."""
    first = bisect_left(offsets, folded.end_before(door))
    for place in range(first, min(first + MOST_FIRST, len(blocks))):
        if offsets[place] > folded.start_of(door):
            return
        yield from _chain_ways(folded, blocks, offsets, place, door)


def _chain_ways(
    folded: FoldedText, blocks: Sequence[Block], offsets: Sequence[int], place: int, door: int
) -> Iterator[Gap]:
    """Yield the ways over this block, and over those that follow it without a letter between."""
    land, right = folded.end_before(door), door
    raw, parts = "", [(0, land)]
    for _ in range(MOST_STEPS):
        if place == len(blocks) or offsets[place] > folded.start_of(right) or len(raw) > WIDEST:
            return
        raw += folded.text[land : offsets[place]] + STEPPED_OVER[blocks[place].kind]
        land = max(land, blocks[place].span.end)
        parts.append((len(raw), land))
        right = folded.find_letter(land)
        whole = raw + folded.text[land : folded.start_of(right)]
        closed = fold_gap(whole)
        if not closed and folded.letters[door - 1 : door].isnumeric():
            closed = SEAM
        yield Gap(door - 1, right, closed, whole, tuple(parts))
        place = bisect_left(offsets, land, place + 1)


def _list_openings(
    folded: FoldedText, doors: Sequence[int], backward: Mapping[int, Sequence[Gap]]
) -> dict[str, list[int]]:
    """Return where a quote may start shortly before a door, by the letters up to it."""
    openings: dict[str, list[int]] = defaultdict(list)
    nearest = 0
    for door in doors:
        for letter in range(max(nearest, door - PREFIX + 1, 0), door):
            if letter == 0 or folded.gaps[letter] or letter in backward:
                openings[folded.letters[letter:door]].append(letter)
        nearest = door
    return openings
