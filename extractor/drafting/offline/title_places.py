"""Find the texts that may be titles of a questionnaire or a part, without a heading's look."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from extractor.instruments.numbering import LONGEST, split_heading
from extractor.instruments.references import list_references
from extractor.instruments.sections import recognise_section
from extractor.instruments.titles import is_known, may_begin_title
from extractor.models import Block, Reading
from extractor.presenting import Presented, present
from extractor.sentences import cut_sentences

FRONT = 120
"""Characters of a text by which most texts are seen to be no title."""
MOST_LINES = 3
"""Lines of a title before text in the same paragraph."""
MOST_SENTENCES = 6
"""No title has more sentences."""
LONGEST_LEAD = 90
"""Characters of a title before a colon."""
_LINE_END = re.compile(r"\s*[\r\n\v]+\s*")
_NUMBER = re.compile(r"\W*[\w.]{1,8}\W*")


@dataclass(frozen=True)
class Place:
    """A text that may be a title, and where it stands."""

    block: Block
    text: str
    behind: int | None = None
    """Where, in the reading's text, what follows it in its own block begins."""
    cell: int | None = None
    """Of a row: how many of its cells it takes."""
    joins: int | None = None
    """Where the paragraph starts that is the rest of the title."""

    @property
    def start(self) -> int:
        """Return where its block starts."""
        return self.block.span.start


def join_paragraphs(reading: Reading, outer: Sequence[Block], known: set[int]) -> Iterator[Place]:
    """Yield titles that two paragraphs make together; the second is where they end."""
    for one, two in pairwise(outer):
        if one.kind != "paragraph" or two.kind != "paragraph" or two.span.start in known:
            continue
        front = reading.text[one.span.start : min(one.span.end, one.span.start + FRONT)]
        if one.span.end - one.span.start > LONGEST or not may_begin_title(front):
            continue
        texts = [" ".join(present(reading, block.span).text.split()) for block in (one, two)]
        text = " ".join(texts)
        if len(text) <= LONGEST and is_known(split_heading(text)):
            yield Place(one, text, joins=two.span.start)


def list_places(reading: Reading, outer: Sequence[Block]) -> Iterator[Place]:
    """Yield what may be a title of a questionnaire or a part, without a heading's look."""
    inner = [block for block in reading.blocks if block.kind == "cell"]
    cells = sorted(inner, key=lambda cell: cell.span.start)
    starts = [cell.span.start for cell in cells]
    for block in outer:
        if block.kind == "row":
            first = bisect_left(starts, block.span.start)
            yield from _read_row(reading, block, cells[first : bisect_left(starts, block.span.end)])
        elif block.kind in ("paragraph", "list_item"):
            yield from _read_front(reading, block)


def _read_row(reading: Reading, row: Block, cells: Sequence[Block]) -> Iterator[Place]:
    texts = [" ".join(present(reading, cell.span).text.split()) for cell in cells]
    filled = [place for place, text in enumerate(texts) if text]
    if not filled:
        return
    first = filled[0]
    if len(filled) > 1 and _NUMBER.fullmatch(texts[first]) and any(map(str.isdigit, texts[first])):
        text, last = f"{texts[first]} {texts[filled[1]]}", filled[1]
    else:
        text, last = texts[first], first
    if len(text) > LONGEST or not _may_be_title(text):
        return
    if last == filled[-1] and len(texts) == 1:
        yield Place(row, text)
    else:
        yield Place(row, text, cell=last + 1)


def _read_front(reading: Reading, block: Block) -> Iterator[Place]:
    """Yield the longest beginning of a paragraph that is a title, where there is one."""
    front = reading.text[block.span.start : min(block.span.end, block.span.start + FRONT)]
    if not (may_begin_title(front) or _may_begin_part(front) or list_references(front)):
        return
    shown = present(reading, block.span)
    for end, behind in (*_list_sentence_ends(shown.text), *_list_line_ends(reading, block, shown)):
        text = " ".join(shown.text[:end].split()).removesuffix(".")
        if len(text) <= LONGEST and _may_be_title(text):
            start = None if behind is None else shown.to_source(behind, behind + 1).start
            yield Place(block, text, start)
            return
    lead, colon, rest = shown.text[:LONGEST_LEAD].partition(":")
    if colon and rest.strip() and block.kind == "paragraph" and _may_be_title(lead):
        behind = len(lead) + 1 + len(rest) - len(rest.lstrip())
        yield Place(block, lead, shown.to_source(behind, behind + 1).start)


def _list_sentence_ends(text: str) -> list[tuple[int, int | None]]:
    """Return where the first sentences end and the next one begins, the longest run first."""
    cuts = list(islice(cut_sentences(text), MOST_SENTENCES + 1))
    begins = [*(begin for begin, _ in cuts[1:]), None][: len(cuts)]
    return list(zip((end for _, end in cuts), begins, strict=True))[MOST_SENTENCES - 1 :: -1]


def _list_line_ends(
    reading: Reading, block: Block, shown: Presented
) -> list[tuple[int, int | None]]:
    """Return where the first lines end, before a line that does not go on in lower case."""
    found: list[tuple[int, int | None]] = []
    for match in islice(_LINE_END.finditer(block.span.of(reading.text)), MOST_LINES):
        source = block.span.start + match.end()
        behind = bisect_left(shown.sources, source)
        numbered = split_heading(shown.text[:FRONT]).number is not None
        if behind < len(shown.text) and (numbered or not shown.text[behind].islower()):
            found.append((behind, behind))
    return found[::-1]


def _may_begin_part(front: str) -> bool:
    """Return whether a text begins with the title of a part: all of it, a sentence, a label."""
    leads = {front, front.partition(". ")[0], front.partition(":")[0]}
    return any(len(lead) < FRONT and recognise_section(lead) is not None for lead in leads)


def _may_be_title(text: str) -> bool:
    """Return whether a text is a title of any questionnaire or part."""
    if recognise_section(text) is not None or list_references(text):
        return True
    return is_known(split_heading(text))
