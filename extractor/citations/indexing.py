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

MOST_STEPS = 16
"""More such blocks in one gap are no layout; the limit keeps hostile readings linear."""

PREFIX = 32
"""As many letters of a quote are looked up at once; few passages share more."""


@dataclass(frozen=True)
class Step:
    """A way over blocks in one gap: from letter `door`, which is not read, on to `letter`."""

    door: int
    letter: int
    gap: str
    leave: int
    """Where in the text the first block stepped over starts."""
    land: int
    """Where in the text the last block stepped over ends."""


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
    steps: Mapping[int, Sequence[Step]]
    """The ways over blocks, by their door."""
    landings: Mapping[int, Sequence[Step]]
    """The same ways, by the letter they lead to."""
    doors: Sequence[int]
    """Where ways over blocks begin, ascending."""
    openings: Mapping[str, Sequence[int]]
    """The letters less than `PREFIX` before a door at which a quote may start, by what they spell
    up to that door."""

    @cached_property
    def words(self) -> WordIndex:
        """Return the word index, made when the first quote is refused."""
        return index_words(self.folded)


def build_index(reading: Reading) -> QuoteIndex:
    """Return the index of a reading, in time linear in its length."""
    blocks = sorted(
        (block for block in reading.blocks if block.kind in STEPPED_OVER),
        key=lambda block: (block.span.start, -block.span.end),
    )
    folded = _part_blocks(fold_text(reading.text), blocks)
    doors = sorted({folded.find_letter(block.span.start) for block in blocks})
    offsets = [block.span.start for block in blocks]
    steps = {door: tuple(_list_steps(folded, blocks, offsets, door)) for door in doors}
    landings: dict[int, list[Step]] = defaultdict(list)
    for step in (step for ways in steps.values() for step in ways):
        landings[step.letter].append(step)
    return QuoteIndex(
        reading=reading,
        folded=folded,
        locators=build_locator_index(reading),
        passages=sorted(
            (block.span for block in reading.blocks if block.kind in PASSAGES),
            key=lambda span: span.start,
        ),
        stepped_over=blocks,
        steps=steps,
        landings=landings,
        doors=doors,
        openings=_list_openings(folded, doors, landings),
    )


def _part_blocks(folded: FoldedText, blocks: Sequence[Block]) -> FoldedText:
    """Return the text with a line end, or for marks on numbers a seam, where blocks are glued on.

    A footnote mark 5 after 2020 must never read as 20205.
    """
    gaps = list(folded.gaps)
    for block in blocks:
        for letter in {folded.find_letter(block.span.start), folded.find_letter(block.span.end)}:
            if gaps[letter] or not 0 < letter < len(folded.letters):
                continue
            if block.kind != "footnote_mark":
                gaps[letter] = LINE_END
            elif folded.letters[letter - 1 : letter + 1].isnumeric():
                gaps[letter] = SEAM
    return replace(folded, gaps=gaps)


def _list_steps(
    folded: FoldedText, blocks: Sequence[Block], offsets: Sequence[int], door: int
) -> Iterator[Step]:
    """Yield the ways over one or more of the blocks that start in the gap before the door."""
    begin, end = folded.end_before(door), folded.start_of(door)
    first = bisect_left(offsets, begin)
    for place in range(first, min(first + MOST_STEPS, len(blocks))):
        if offsets[place] > end:
            return
        yield from _chain_steps(folded, blocks, offsets, place, door)


def _chain_steps(
    folded: FoldedText, blocks: Sequence[Block], offsets: Sequence[int], place: int, door: int
) -> Iterator[Step]:
    """Yield the ways over this block, and over those that follow it without a letter between."""
    land, letter = folded.end_before(door), door
    leave = offsets[place]
    raw = ""
    for _ in range(MOST_STEPS):
        if place == len(blocks) or offsets[place] > folded.start_of(letter):
            return
        raw += folded.text[land : offsets[place]] + STEPPED_OVER[blocks[place].kind]
        land = max(land, blocks[place].span.end)
        letter = folded.find_letter(land)
        gap = fold_gap(raw + folded.text[land : folded.start_of(letter)])
        if not gap and folded.letters[door - 1 : door].isnumeric():
            gap = SEAM
        yield Step(door, letter, gap, leave, land)
        place = bisect_left(offsets, land, place + 1)


def _list_openings(
    folded: FoldedText, doors: Sequence[int], landings: Mapping[int, Sequence[Step]]
) -> dict[str, list[int]]:
    """Return where a quote may start shortly before a door, by the letters up to it."""
    openings: dict[str, list[int]] = defaultdict(list)
    nearest = 0
    for door in doors:
        for letter in range(max(nearest, door - PREFIX + 1, 0), door):
            if letter == 0 or folded.gaps[letter] or letter in landings:
                openings[folded.letters[letter:door]].append(letter)
        nearest = door
    return openings
