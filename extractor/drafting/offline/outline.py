"""The titles of a reading: its headings, and the titles that hand-made documents print otherwise.

A title may stand in a paragraph or a row of its own, at the front of a paragraph, before its
answer in a row, or over two lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from operator import itemgetter

from extractor.instruments.matching import (
    match_heading,
    match_title,
    recognise_instrument,
    recognise_others,
)
from extractor.instruments.numbering import LONGEST, split_heading, unify_number
from extractor.instruments.questions import Instrument, Question, find_by_urn, list_ancestors
from extractor.instruments.sections import NEVER_TAKEN, SectionKind, recognise_section
from extractor.instruments.titles import SENTENCE, is_known, may_begin_title
from extractor.locators import SameReading
from extractor.models import INNER_KINDS, Block, Reading
from extractor.presenting import Presented, present
from extractor.sentences import cut_sentences

FEWEST_IN_ROW = 3
"""Words of a title in a row that lies below another question; shorter ones are a table's labels."""
FRONT = 120
"""Characters of a text by which most texts are seen to be no title."""
MOST_LINES = 3
"""Lines of a title before text in the same paragraph."""
MOST_SENTENCES = 6
"""No title has more sentences."""
LONGEST_LEAD = 90
"""Characters of a title before a colon."""
BELOW_HEADINGS = 100
"""The depth from which titles without a heading's look stand: below every heading."""
_GOES_ON = frozenset({"aan", "bij", "de", "een", "en", "het", "of", "op", "van", "voor"})
"""Words after which a title goes on."""
_LABELS = frozenset({"names", "versions", "security"})
"""Parts that a line may name before a colon, with no more of them on the next."""
_LINE_END = re.compile(r"\s*[\r\n\v]+\s*")
_NUMBER = re.compile(r"\W*[\w.]{1,8}\W*")
_ANNEX_LABEL = re.compile(r"^\W*[^\W\d_]+\s+\w{1,3}\b[\s.:–—-]*")


@dataclass(frozen=True)
class Title:
    """A title in a reading, with what it opens."""

    text: str
    level: int
    question: Question | None
    part: SectionKind | None
    behind: int | None = None
    """Where, in the reading's text, what follows the title in its own block begins; none when
    the title fills the block."""
    cell: int | None = None
    """Of a row that answers: how many of its cells are the title's."""
    alone: bool = False
    """Whether it is a label with its value behind it, which opens nothing."""


@dataclass(frozen=True)
class Outline:
    """The questionnaires a reading is made of, and its titles by the place of their block."""

    instruments: tuple[Instrument, ...]
    """The main one first; none for other documents."""
    titles: dict[int, Title]
    """By where the block starts; headings are among them once their parents are known."""
    joined: dict[int, str]
    """Of a heading over two lines, by where the first starts: its whole text."""
    swallowed: frozenset[int]
    """Where the second lines of such headings start."""

    def match(self, text: str, parent: Question | None) -> Question | None:
        """Return the question of any of the questionnaires that a heading opens."""
        return _match(text, self.instruments, parent)


@dataclass(frozen=True)
class _Place:
    """A text that may be a title, and where it stands."""

    block: Block
    text: str
    behind: int | None = None
    cell: int | None = None
    joins: int | None = None
    """Where the paragraph starts that is the rest of the title."""

    @property
    def start(self) -> int:
        return self.block.span.start


@lru_cache(maxsize=64)
def read_outline(same: SameReading) -> Outline:
    """Return the outline of a reading; it is asked for often, and made once."""
    reading = same.reading
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    headings = [
        (block, present(reading, block.span).text) for block in outer if block.kind == "heading"
    ]
    joined = _join_lines(reading, outer, {block.span.start: text for block, text in headings})
    strong = [text for _, text in headings] + list(joined.values())
    named = next(filter(None, map(find_by_urn, reading.options)), None)
    if named is not None:
        return Outline((named,), {}, {}, frozenset())
    places = list(_list_places(reading, outer))
    joints = list(_join_paragraphs(reading, outer, {place.start for place in places}))
    begun = {place.start for place in joints}
    places = [place for place in places if place.start not in begun] + joints
    weak = [place.text for place in places]
    main = _choose_main(strong, weak)
    if main is None:
        return Outline((), {}, {}, frozenset())
    instruments = (main, *recognise_others([*strong, *weak], main))
    kept = {
        start: text
        for start, text in joined.items()
        if _match_whole(text, instruments) and not _match_whole_at(headings, start, instruments)
    }
    swallowed = {_find_next(outer, start) for start in kept}
    opened = {
        start: question
        for start, text in ({block.span.start: text for block, text in headings} | kept).items()
        if (question := _match(text, instruments, None))
    }
    titles = _choose_titles(places, instruments, opened)
    swallowed |= {each.joins for each in joints if each.joins and each.start in titles}
    return Outline(instruments, titles, kept, frozenset(swallowed))


def _choose_main(strong: Sequence[str], weak: Sequence[str]) -> Instrument | None:
    """Return the questionnaire of all titles; its version is what the headings say, if they do."""
    seen = recognise_instrument(strong)
    found = recognise_instrument([*strong, *weak])
    if seen is not None and (found is None or found.kind == seen.kind):
        return seen
    return found


def _match(
    text: str, instruments: Sequence[Instrument], parent: Question | None
) -> Question | None:
    """Return the question of a heading: a whole title of any of them before a part of one."""
    for match in (match_title, match_heading):
        for instrument in instruments:
            above = parent if parent and parent.instrument == instrument.key else None
            question = match(text, instrument, above)
            if question is not None:
                return question
    return None


def _match_whole(text: str, instruments: Sequence[Instrument]) -> Question | None:
    found = (match_title(text, instrument) for instrument in instruments)
    return next(filter(None, found), None)


def _match_whole_at(
    headings: Sequence[tuple[Block, str]], start: int, instruments: Sequence[Instrument]
) -> Question | None:
    text = next(text for block, text in headings if block.span.start == start)
    question = _match_whole(text, instruments)
    # A long question of which the first line is the beginning is not yet whole.
    words = split_heading(text).words
    if question is None or len(words) < len(question.title.split()) or words[-1] in _GOES_ON:
        return None
    return question


def _join_lines(reading: Reading, outer: Sequence[Block], texts: dict[int, str]) -> dict[int, str]:
    """Return, by the start of the first, headings that make one title with the next line."""
    joined = {}
    for one, two in pairwise(outer):
        if one.kind != "heading" or two.span.end - two.span.start > LONGEST:
            continue
        rest = texts.get(two.span.start) if one.level == two.level else None
        if two.kind == "paragraph" and may_begin_title(texts[one.span.start]):
            rest = present(reading, two.span).text
        text = f"{texts[one.span.start]} {rest}"
        if rest and is_known(split_heading(text)):
            joined[one.span.start] = text
    return joined


def _find_next(outer: Sequence[Block], start: int) -> int:
    place = next(at for at, block in enumerate(outer) if block.span.start == start)
    return outer[place + 1].span.start


def _join_paragraphs(reading: Reading, outer: Sequence[Block], known: set[int]) -> Iterator[_Place]:
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
            yield _Place(one, text, joins=two.span.start)


def _list_places(reading: Reading, outer: Sequence[Block]) -> Iterator[_Place]:
    """Yield what may be a title of a questionnaire or a part, without a heading's look."""
    cells: dict[int, list[Block]] = {}
    rows = [block for block in outer if block.kind == "row"]
    inner = iter(
        sorted((b for b in reading.blocks if b.kind == "cell"), key=lambda b: b.span.start)
    )
    cell = next(inner, None)
    for row in sorted(rows, key=lambda block: block.span.start):
        while cell is not None and cell.span.start < row.span.end:
            if cell.span.start >= row.span.start:
                cells.setdefault(row.span.start, []).append(cell)
            cell = next(inner, None)
    for block in outer:
        if block.kind == "row":
            yield from _read_row(reading, block, cells.get(block.span.start, []))
        elif block.kind in ("paragraph", "list_item"):
            yield from _read_front(reading, block)


def _read_row(reading: Reading, row: Block, cells: Sequence[Block]) -> Iterator[_Place]:
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
        yield _Place(row, text)
    else:
        yield _Place(row, text, cell=last + 1)


def _read_front(reading: Reading, block: Block) -> Iterator[_Place]:
    """Yield the longest beginning of a paragraph that is a title, where there is one."""
    front = reading.text[block.span.start : min(block.span.end, block.span.start + FRONT)]
    if not may_begin_title(front) and not _may_begin_part(front):
        return
    shown = present(reading, block.span)
    for end, behind in (*_list_sentence_ends(shown.text), *_list_line_ends(reading, block, shown)):
        text = " ".join(shown.text[:end].split()).removesuffix(".")
        if len(text) <= LONGEST and _may_be_title(text):
            start = None if behind is None else shown.to_source(behind, behind + 1).start
            yield _Place(block, text, start)
            return
    lead, colon, rest = shown.text[:LONGEST_LEAD].partition(":")
    if colon and rest.strip() and block.kind == "paragraph" and _may_be_title(lead):
        behind = len(lead) + 1 + len(rest) - len(rest.lstrip())
        yield _Place(block, lead, shown.to_source(behind, behind + 1).start)


def _list_sentence_ends(text: str) -> list[tuple[int, int | None]]:
    """Return where the first sentences end and the next one begins, the longest run first."""
    cuts = list(islice(cut_sentences(text), MOST_SENTENCES + 1))
    begins = [*(begin for begin, _ in cuts[1:]), None]
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
    if recognise_section(text) is not None:
        return True
    return is_known(split_heading(text))


def _choose_titles(
    places: Sequence[_Place], instruments: Sequence[Instrument], opened: Mapping[int, Question]
) -> dict[int, Title]:
    """Return the titles among the places; `opened` are the questions of headings, by place."""
    matched = {place: _match_whole(place.text, instruments) for place in places}
    counts = Counter(question.id for question in matched.values() if question is not None)
    counts.update(question.id for question in opened.values())
    titles: dict[int, Title] = {}
    for place in sorted(places, key=lambda each: each.start):
        question, part = matched[place], name_part(place.text)
        if (
            question
            and not _is_certain(place, question)
            and not (counts[question.id] == 1 and _lies_within(question, place, opened, titles))
        ):
            question = None
        if question or part in NEVER_TAKEN or part == "summary":
            titles[place.start] = _make_title(place, question, part)
    return titles


def _make_title(place: _Place, question: Question | None, part: SectionKind | None) -> Title:
    level = BELOW_HEADINGS + (question.level if question else 1)
    label = ":" in place.text.rstrip(": ") and question is None and part in _LABELS
    return Title(place.text, level, question, part, place.behind, place.cell, alone=label)


def _is_certain(place: _Place, question: Question) -> bool:
    """Return whether the place can be nothing else: a long title, or one with its number."""
    parts = split_heading(place.text)
    if parts.number == unify_number(question.id):
        return True
    return len(parts.words) >= SENTENCE and (place.block.kind != "list_item" or "?" in place.text)


def _lies_within(
    question: Question, place: _Place, opened: Mapping[int, Question], titles: Mapping[int, Title]
) -> bool:
    """Return whether a short title without its number may be one where it stands.

    In a list it is an item, and a short label in a row a column's; a question that lies below
    another is asked there only, and at the front of a paragraph rules no other paragraph.
    """
    if place.block.kind == "list_item":
        return False
    if question.level == 1:
        return True
    if place.behind is not None:
        return False
    if place.cell is not None and len(split_heading(place.text).words) < FEWEST_IN_ROW:
        return False
    weak = {start: title.question for start, title in titles.items() if title.question}
    before = [(start, each) for start, each in (*opened.items(), *weak.items())]
    last = max((pair for pair in before if pair[0] < place.start), default=None, key=itemgetter(0))
    return last is not None and _find_root(last[1]) == _find_root(question)


def _find_root(question: Question) -> Question:
    return (*list_ancestors(question), question)[0]


def name_part(title: str) -> SectionKind | None:
    """Return what the section is; an annex is what the words behind its label say."""
    part = recognise_section(title)
    behind = recognise_section(_ANNEX_LABEL.sub("", title)) if part == "annex" else None
    return behind or part
