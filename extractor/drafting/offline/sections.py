"""Readings into sections: the blocks under one heading, with the question they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.instruments.matching import match_heading, recognise_instrument
from extractor.instruments.questions import Instrument, Question, find_by_urn, find_question
from extractor.instruments.sections import NEVER_TAKEN, SectionKind, recognise_section
from extractor.locators import QUESTION_LABEL
from extractor.models import INNER_KINDS, Block, Reading
from extractor.presenting import present

_ANNEX_LABEL = re.compile(r"^\W*[^\W\d_]+\s+\w{1,3}\b[\s.:–—-]*")
_SILENT = frozenset({"furniture", "hidden", "contents", "footnote"})
"""Kinds of block that hold no answer."""


@dataclass(frozen=True, eq=False)
class Section:
    """The blocks below one heading, up to the next."""

    headings: tuple[str, ...]
    """The headings above, outermost first; none for what stands before the first heading."""
    instrument: Instrument | None
    """The questionnaire the document is; none for other documents."""
    question: Question | None
    part: SectionKind | None
    """What the section is besides; a report's own parts, such as advice, are numbered as well."""
    blocks: tuple[Block, ...]

    @property
    def takes_answers(self) -> bool:
        """Return whether anything in it may reach an entry (register.md 3.5)."""
        if self.part in NEVER_TAKEN:
            return False
        if self.question is not None:
            return not self.question.never_copied
        return self.part != "summary"


@dataclass(frozen=True)
class _Open:
    """A heading that still rules what follows."""

    level: int
    title: str
    question: Question | None
    part: SectionKind | None


def find_instrument(reading: Reading) -> Instrument | None:
    """Return the questionnaire the document is: named by its reader, or told by its headings."""
    named = (find_by_urn(option) for option in reading.options)
    instrument = next((each for each in named if each), None)
    if instrument is not None:
        return instrument
    headings = (block for block in reading.blocks if block.kind == "heading")
    return recognise_instrument([present(reading, block.span).text for block in headings])


def list_sections(reading: Reading) -> list[Section]:
    """Return the reading's sections in reading order."""
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    instrument = find_instrument(reading)
    sections: list[Section] = []
    above: tuple[_Open, ...] = ()
    for heading, blocks in _group(outer):
        if heading is not None:
            title = present(reading, heading.span).text
            above = _open(above, heading, title, instrument)
        sections.append(_make_section(above, instrument, blocks))
    return sections


def _group(blocks: list[Block]) -> Iterator[tuple[Block | None, list[Block]]]:
    heading: Block | None = None
    below: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            yield heading, below
            heading, below = block, []
        elif block.kind not in _SILENT:
            below.append(block)
    yield heading, below


def _open(
    above: tuple[_Open, ...], heading: Block, title: str, instrument: Instrument | None
) -> tuple[_Open, ...]:
    level = heading.level or 1
    rest = tuple(each for each in above if each.level < level)
    parent = next((each.question for each in reversed(rest) if each.question), None)
    question = find_named(heading, instrument)
    if question is None and instrument is not None:
        question = match_heading(title, instrument, parent)
    return (*rest, _Open(level, title, question, _name_part(title)))


def find_named(block: Block, instrument: Instrument | None) -> Question | None:
    """Return the question that a reader says the block is about, by its id; none without one."""
    label = block.label or ""
    if instrument is None or not label.startswith(QUESTION_LABEL):
        return None
    return find_question(label.removeprefix(QUESTION_LABEL), instrument)


def _name_part(title: str) -> SectionKind | None:
    """Return what the section is; an annex is what the words behind its label say."""
    part = recognise_section(title)
    behind = recognise_section(_ANNEX_LABEL.sub("", title)) if part == "annex" else None
    return behind or part


def _make_section(
    above: tuple[_Open, ...], instrument: Instrument | None, blocks: list[Block]
) -> Section:
    # The innermost heading that is a question, or a part without answers, rules.
    ruling = next((each for each in reversed(above) if each.question or each.part), None)
    return Section(
        headings=tuple(each.title for each in above),
        instrument=instrument,
        question=ruling.question if ruling else None,
        part=ruling.part if ruling else None,
        blocks=tuple(blocks),
    )
