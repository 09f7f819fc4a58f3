"""Split a reading into windows with their exact place, along its sections and blocks.

A window never runs over a numbered heading into the next section, and cuts a paragraph or a table
row only if it is larger than a window. Runs of notes are windows of their own, since a note is
shown only to who asks for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.locators import trace_headings
from extractor.models import INNER_KINDS, Block, BlockKind, Chunk, Reading, Span

CHUNK_SIZE = 4000
"""Characters of a window: about two pages, a thousand tokens of Dutch."""

CHUNK_OVERLAP = 200
"""Characters that two windows on one section share at most, so that they can be read alone."""

SMALLEST_SECTION = 500
"""Characters below which a lower, unnumbered heading opens no window of its own."""

SEPARATORS = ["\n\n", "\n", ". ", " ", ""]
"""Where a block too large for one window is cut, the best place first."""

NEVER_ASKED: frozenset[BlockKind] = frozenset({"furniture", "hidden", "contents"})
"""Kinds of block that no window is made of."""

NUMBERED = re.compile(r"\s*(?:[A-Z]|\d{1,3}(?:\.\d{1,3})*)[.)]?\s")
"""How the text of a numbered heading begins."""


@dataclass
class Section:
    """Blocks that are read together, with the headings above them."""

    blocks: list[Block] = field(default_factory=list)
    path: tuple[str, ...] = ()

    @property
    def parts(self) -> list[Span]:
        """Return what belongs together, in order: each block, with the headings right above it."""
        parts: list[Span] = []
        below = False
        for block in self.blocks:
            start = parts.pop().start if below else block.span.start
            parts.append(Span(start=start, end=block.span.end))
            below = block.kind == "heading"
        return parts

    @property
    def begun(self) -> bool:
        """Return whether anything but headings is in it."""
        return bool(self.blocks) and self.blocks[-1].kind != "heading"


def split_reading(
    reading: Reading, size: int = CHUNK_SIZE, overlap: int = CHUNK_OVERLAP
) -> tuple[Chunk, ...]:
    """Return windows of at most `size` characters that hold every answering block of the reading.

    Furniture, hidden text and contents open and close no window; the first two may stand within
    one. Refuses an
    overlap as large as a window with ValueError.
    """
    if overlap >= size:
        message = f"a window of {size} characters is not larger than its overlap of {overlap}"
        raise ValueError(message)
    outside = sorted(
        (block.span for block in reading.blocks if block.kind in NEVER_ASKED),
        key=lambda span: span.start,
    )
    chunks = []
    for section in find_sections(reading):
        for cut in cut_section(reading.text, section.parts, size, overlap):
            span = leave_outside(reading.text, cut, outside)
            if span.end > span.start:
                chunks.append(Chunk(reading=reading.id, span=span, heading_path=section.path))
    return tuple(chunks)


def find_sections(reading: Reading) -> list[Section]:
    """Return the sections in the order of the text, and each run of notes as one of its own."""
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    paths = trace_headings(reading.text, reading.blocks)
    sections: list[Section] = []
    body, notes = Section(), Section()
    for block, path in sorted(zip(outer, paths, strict=True), key=lambda pair: pair[0].span.start):
        if block.kind == "footnote":
            notes = _extend(notes, block, path, sections)
            continue
        notes = Section() if block.kind not in {"furniture", "hidden"} else notes
        if block.kind == "contents" or _opens_section(block, body, reading.text):
            body = Section()
        if block.kind not in NEVER_ASKED:
            body = _extend(body, block, path, sections)
    return sections


def cut_section(text: str, parts: Sequence[Span], size: int, overlap: int) -> Iterator[Span]:
    """Yield windows of whole parts, in order; only a part larger than a window is cut."""
    window: list[Span] = []
    for part in parts:
        if window and part.end - window[0].start > size:
            yield join_parts(window)
            window = _keep_overlap(window, part, size, overlap)
        if part.end - part.start <= size:
            window.append(part)
            continue
        cuts = list(cut_part(text, part, size, overlap))
        yield from cuts[:-1]
        window = cuts[-1:]
    if window:
        yield join_parts(window)


def join_parts(parts: Sequence[Span]) -> Span:
    """Return the range from the first of these parts to the end of the farthest."""
    return Span(start=parts[0].start, end=max(part.end for part in parts))


def cut_part(text: str, span: Span, size: int, overlap: int) -> Iterator[Span]:
    """Yield windows on a stretch of text, in order, with nothing but white space between them.

    The splitter finds its pieces back by searching, which may land on the same words elsewhere;
    where that leaves a gap or goes back, the text is split without overlap, and every place is
    certain.
    """
    part = span.of(text)
    cuts = split_text(part, size, overlap)
    if not _leave_no_gap(part, cuts):
        cuts = split_text(part, size, 0)
    for cut in cuts:
        yield Span(start=span.start + cut.start, end=span.start + cut.end)


def split_text(text: str, size: int, overlap: int) -> list[Span]:
    """Return where the pieces of a text stand that are not too large, cut at the best places."""
    # This library takes 0.4 s to import; only reading pays for it.
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=size,
        chunk_overlap=overlap,
        separators=SEPARATORS,
        keep_separator="end",
        add_start_index=True,
    )
    pieces = splitter.create_documents([text])
    starts = [int(piece.metadata["start_index"]) for piece in pieces]
    return [
        Span(start=start, end=start + len(piece.page_content))
        for start, piece in zip(starts, pieces, strict=True)
        if text.startswith(piece.page_content, max(start, 0))
    ]


def leave_outside(text: str, span: Span, outside: Sequence[Span]) -> Span:
    """Return the window without furniture and white space at its ends; it may be empty then."""
    start, end = span.start, span.end
    for out in _find_touching(span, outside):
        if not text[start : max(start, out.start)].strip():
            start = max(start, out.end)
    for out in reversed(_find_touching(span, outside)):
        if not text[min(out.end, end) : end].strip():
            end = min(end, out.start)
    inside = text[start : max(start, end)]
    start += len(inside) - len(inside.lstrip())
    return Span(start=start, end=max(start, start + len(inside.strip())))


def _opens_section(block: Block, section: Section, text: str) -> bool:
    """Return whether a block is a heading at which a section ends.

    A heading right below its own upper heading goes on with it.
    """
    if block.kind != "heading" or not section.blocks:
        return False
    level, last = block.level or 1, section.blocks[-1]
    if last.kind == "heading":
        return level <= (last.level or 1)
    first = section.blocks[0]
    return (
        NUMBERED.match(text, block.span.start, block.span.end) is not None
        or block.span.start - first.span.start >= SMALLEST_SECTION
        or first.kind != "heading"
        or level <= (first.level or 1)
    )


def _extend(
    section: Section, block: Block, path: tuple[str, ...], sections: list[Section]
) -> Section:
    """Return the section with the block in it; a new one is put with the others."""
    if not section.blocks:
        sections.append(section)
    if not section.begun:
        section.path = path
    section.blocks.append(block)
    return section


def _keep_overlap(window: Sequence[Span], part: Span, size: int, overlap: int) -> list[Span]:
    """Return the last parts of a full window that the next one repeats, never all of them."""
    room = min(overlap, size - (part.end - part.start))
    return [shared for shared in window[1:] if part.start - shared.start <= room]


def _leave_no_gap(part: str, cuts: Sequence[Span]) -> bool:
    """Return whether the windows follow each other and leave out nothing but white space."""
    reached = 0
    for before, cut in pairwise((Span(start=0, end=0), *cuts)):
        if cut.start < before.start or part[reached : cut.start].strip():
            return False
        reached = max(reached, cut.end)
    return not part[reached:].strip()


def _find_touching(span: Span, outside: Sequence[Span]) -> list[Span]:
    """Return those of the ranges, in order of start, that share characters with the span."""
    first = max(0, bisect_right(outside, span.start, key=lambda out: out.start) - 1)
    last = bisect_right(outside, span.end, key=lambda out: out.start)
    return [out for out in outside[first:last] if out.touches(span)]
