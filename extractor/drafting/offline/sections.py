"""Readings into sections: the blocks under one title, with the question they answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.drafting.offline.outline import Outline, read_outline
from extractor.drafting.offline.title_choosing import Title, name_part
from extractor.instruments.questions import Instrument, Question, find_question, load_instrument
from extractor.instruments.sections import NEVER_TAKEN, SectionKind
from extractor.locators import QUESTION_LABEL, SameReading
from extractor.models import INNER_KINDS, Block, Reading, Span
from extractor.presenting import present

_SILENT = frozenset({"furniture", "hidden", "contents", "footnote"})
"""Kinds of block that hold no answer."""


@dataclass(frozen=True, eq=False)
class Section:
    """The blocks below one heading, up to the next."""

    headings: tuple[str, ...]
    """The headings above, outermost first; none for what stands before the first heading."""
    instrument: Instrument | None
    """The questionnaire of its question, or else the main one of the document; none for others."""
    question: Question | None
    part: SectionKind | None
    """What the section is besides; a report's own parts, such as advice, are numbered as well."""
    blocks: tuple[Block, ...]

    @property
    def takes_answers(self) -> bool:
        """Return whether anything in it may reach an entry (register.md 3.5)."""
        return not self.is_withheld and not self.repeats

    @property
    def repeats(self) -> bool:
        """Return whether it sums up what the document says elsewhere."""
        return self.question is None and self.part == "summary"

    @property
    def is_withheld(self) -> bool:
        """Return whether nothing in it may be shown to anyone who drafts."""
        if self.part in NEVER_TAKEN:
            return True
        return self.question is not None and self.question.never_copied


def find_instrument(reading: Reading) -> Instrument | None:
    """Return the questionnaire the document is: named by its reader, or told by its titles."""
    return next(iter(find_instruments(reading)), None)


def find_instruments(reading: Reading) -> tuple[Instrument, ...]:
    """Return the questionnaires the document is made of, the main one first."""
    return read_outline(SameReading(reading)).instruments


def list_sections(reading: Reading) -> list[Section]:
    """Return the reading's sections in reading order."""
    outline = read_outline(SameReading(reading))
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    sections: list[Section] = []
    above: tuple[Title, ...] = ()
    for opening, blocks in _group(outer, outline):
        if isinstance(opening, Block):
            above = _open_heading(above, opening, reading, outline)
        elif opening is not None:
            above = (*(each for each in above if each.level < opening.level), opening)
        sections.append(_make_section(above, outline, blocks))
    return sections


def _group(
    blocks: list[Block], outline: Outline
) -> Iterator[tuple[Block | Title | None, list[Block]]]:
    """Yield each heading or other title with the blocks up to the next."""
    opening: Block | Title | None = None
    below: list[Block] = []
    for block in blocks:
        title = outline.titles.get(block.span.start) if block.kind != "heading" else None
        if block.span.start in outline.swallowed:
            continue
        if block.kind == "heading":
            yield opening, below
            opening, below = block, []
        elif title is not None and title.alone:
            continue
        elif title is not None and title.cell is None:
            yield opening, below
            opening, below = title, []
            if title.behind is not None:
                rest = Span(start=title.behind, end=block.span.end)
                below.append(block.model_copy(update={"span": rest}))
        elif block.kind not in _SILENT:
            below.append(block)
    yield opening, below


def _open_heading(
    above: tuple[Title, ...], heading: Block, reading: Reading, outline: Outline
) -> tuple[Title, ...]:
    title = outline.joined.get(heading.span.start) or present(reading, heading.span).text
    level = heading.level or 1
    rest = tuple(each for each in above if each.level < level)
    parent = next((each.question for each in reversed(rest) if each.question), None)
    question = find_named(heading, next(iter(outline.instruments), None))
    if question is None:
        question = outline.match(title, parent)
    return (*rest, Title(title, level, question, name_part(title)))


def find_named(block: Block, instrument: Instrument | None) -> Question | None:
    """Return the question that a reader says the block is about, by its id; none without one."""
    label = block.label or ""
    if instrument is None or not label.startswith(QUESTION_LABEL):
        return None
    return find_question(label.removeprefix(QUESTION_LABEL), instrument)


def _make_section(above: tuple[Title, ...], outline: Outline, blocks: list[Block]) -> Section:
    # The innermost heading that is a question, or a part without answers, rules.
    ruling = next((each for each in reversed(above) if each.question or each.part), None)
    question = ruling.question if ruling else None
    main = next(iter(outline.instruments), None)
    return Section(
        headings=tuple(each.text for each in above),
        instrument=load_instrument(question.instrument) if question else main,
        question=question,
        part=ruling.part if ruling else None,
        blocks=tuple(blocks),
    )
