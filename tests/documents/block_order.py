"""What holds for the blocks of every reading, whichever reader made it."""

from __future__ import annotations

from extractor.models import INNER_KINDS, Reading


def assert_blocks_hold_all_words(reading: Reading) -> None:
    """Outer blocks do not overlap, begin and end in words, and leave only white space outside."""
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    place = 0
    for block in outer:
        assert not reading.text[place : block.span.start].strip()
        words = block.span.of(reading.text)
        assert words == words.strip() != ""
        place = block.span.end
    assert not reading.text[place:].strip()
    for block in reading.blocks:
        assert any(other.span.holds(block.span) for other in outer)
