"""Read the answers of a document: each sentence, item and row under its question."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from extractor.checks.instructions import list_instructing
from extractor.drafting.offline.answers import Answer, Header
from extractor.drafting.offline.outline import read_outline
from extractor.drafting.offline.sections import Section, find_named, list_sections
from extractor.drafting.offline.usability import drop_bullet, is_usable
from extractor.drafting.sentences import Sentence, split_sentences
from extractor.instruments.questions import Question, load_instrument
from extractor.instruments.template import begins_as_template, find_template
from extractor.locators import SameReading
from extractor.models import INNER_KINDS, Block, Reading, Span
from extractor.presenting import present

_EXPLAINS = "toelichting"
"""The label of a row that goes on about the question above it."""
_FEWEST_WORDS = 5
"""A question in a table is a sentence; shorter cells are labels and values."""
_ASKED = ["vraag", "antwoord"]
"""The titles of a table in which every first cell is a question (register.md 8)."""


def list_answers(
    readings: Sequence[Reading], spans: Sequence[Sequence[Span]], *, repeated: bool = False
) -> list[Answer]:
    """Return every answer of the readings that lies in their spans, in reading order.

    Those of a summary, which say again what stands elsewhere, only where they are asked for. A
    paragraph or row that speaks to a language model answers nothing.
    """
    answers: list[Answer] = []
    for reading, shown in zip(readings, spans, strict=True):
        for drawn in _read_reading(SameReading(reading)).answers:
            if drawn.section.repeats and not repeated:
                continue
            if any(span.touches(drawn.sentence.span) for span in shown):
                answers.append(replace(drawn, position=len(answers)))
    return answers


def list_withheld(reading: Reading) -> tuple[Span, ...]:
    """Return what may be shown to no drafter, in order: names, places, security (register.md 3.5).

    What others advise, versions and signatures are among it; a heading over them is not.
    """
    return _read_reading(SameReading(reading)).withheld


def list_instructions_of_forms(reading: Reading) -> tuple[Span, ...]:
    """Return the sentences in which the form itself tells what to fill in, in order.

    Its questions stay: they say what the answers are about.
    """
    return _read_reading(SameReading(reading)).form


class _Read(NamedTuple):
    """What a reading answers, what of it is kept back, and where the form itself speaks."""

    answers: tuple[Answer, ...]
    withheld: tuple[Span, ...]
    form: tuple[Span, ...]


@lru_cache(maxsize=16)
def _read_reading(same: SameReading) -> _Read:
    """Return all answers of a reading, repeated ones too: all that use them ask for the same."""
    reading = same.reading
    reader = _AnswerReader(reading, find_template(reading.text, _list_skipped(reading)))
    sections = list_sections(reading)
    instructing = [block for _, block in list_instructing(same)]
    answers = tuple(
        drawn
        for section in sections
        for drawn in reader.read_section(section)
        if not any(block.touches(drawn.sentence.span) for block in instructing)
    )
    withheld = sorted(reader.withheld, key=lambda span: span.start)
    form = (each.sentence.span for each in answers if reader.is_form(each))
    return _Read(answers, tuple(withheld), tuple(sorted(form, key=lambda span: span.start)))


def _list_skipped(reading: Reading) -> list[Span]:
    kinds = ("furniture", "hidden", "footnote", "footnote_mark")
    return [block.span for block in reading.blocks if block.kind in kinds]


class _AnswerReader:
    """Reads the answers of one reading; knows its cells and where the form itself speaks."""

    def __init__(self, reading: Reading, template: Sequence[Span]) -> None:
        self._reading = reading
        own = (block.span for block in reading.blocks if block.kind == "instruction")
        self._outline = read_outline(SameReading(reading))
        self.withheld = self._list_labels()
        self._narrowed: dict[tuple[Section, str, tuple[Question, ...]], Section] = {}
        self._own = frozenset((span.start, span.end) for span in own)
        self._template = sorted(template, key=lambda span: span.start)
        cells = (block for block in reading.blocks if block.kind == "cell")
        self._cells = sorted(cells, key=lambda block: block.span.start)

    def read_section(self, section: Section) -> Iterator[Answer]:
        """Yield the answers of a section in reading order; their position is not set."""
        if self._keeps_back(section, *(block.span for block in section.blocks)):
            return
        open_question = False
        rows: list[Block] = []
        for block in section.blocks:
            if rows and (block.kind != "row" or _opens_table(rows[-1], block)):
                yield from self._read_table(section, rows)
                rows = []
            if block.kind == "row":
                rows.append(block)
                continue
            for answer in self._read_block(section, block):
                yield replace(answer, usable=False) if open_question else answer
                # What follows a question of the writer's own is a note, not an answer.
                open_question = answer.sentence.text.endswith("?")
        yield from self._read_table(section, rows)

    def _keeps_back(self, section: Section, *spans: Span) -> bool:
        """Return whether the section takes no answers, and note what may not even be shown."""
        self.withheld += spans if section.is_withheld else ()
        return section.is_withheld

    def _list_labels(self) -> list[Span]:
        """Return the lines that are a label of something to keep back, with it."""
        alone = {start for start, title in self._outline.titles.items() if title.alone}
        outer = (block for block in self._reading.blocks if block.kind not in INNER_KINDS)
        return [block.span for block in outer if block.span.start in alone]

    def _read_block(self, section: Section, block: Block) -> Iterator[Answer]:
        named = find_named(block, section.instrument)
        section = self._narrow(section, named) if named else section
        if self._keeps_back(section, block.span):
            return
        if block.kind == "list_item":
            shown = present(self._reading, block.span).text
            item = Sentence(" ".join(shown.split()), block.span, block, first=True)
            yield self._make(section, drop_bullet(item), "item")
            return
        sentences = split_sentences(self._reading, block)
        lead = None if named else self._match_lead(section, sentences)
        if lead is not None:
            section, sentences = self._narrow(section, lead), sentences[1:]
        if self._keeps_back(section, *(sentence.span for sentence in sentences)):
            return
        for sentence in sentences:
            yield self._make(section, sentence, "sentence")

    def _match_lead(self, section: Section, sentences: Sequence[Sentence]) -> Question | None:
        """Return the question of a heading run in at the start of a paragraph, if there is one."""
        if len(sentences) < 2:  # noqa: PLR2004 - no text follows
            return None
        return self._outline.match_text(sentences[0].text.rstrip("."), section.question)

    def _read_table(self, section: Section, rows: Sequence[Block]) -> Iterator[Answer]:
        """Yield a table's rows; a row that asks a question gives its answer as sentences."""
        asked: Section | None = None
        header: Header = ()
        for row in rows:
            cells = self._read_cells(row)
            title = self._outline.titles.get(row.span.start)
            if title is not None and title.question is None:
                self.withheld += [] if title.part == "summary" else [row.span]
                continue
            place, found = self._find_question(section, asked, row, cells, header)
            asked = found or asked
            if found is not None:
                yield from self._read_answer(found, cells[place:])
            elif asked is not None and cells and cells[0].text.lower() == _EXPLAINS:
                yield from self._read_answer(asked, cells[1:])
            elif len(cells) > 1 and not all(map(self._is_own, cells)):
                shown = Sentence(present(self._reading, row.span).text, row.span, row, first=True)
                made = self._make(section, shown, "row")
                yield replace(made, header=header, cells=cells)
            if row is rows[0]:
                header = tuple((cell.block.level, cell.text) for cell in cells)

    def _find_question(
        self,
        section: Section,
        asked: Section | None,
        row: Block,
        cells: Sequence[Sentence],
        header: Header,
    ) -> tuple[int, Section | None]:
        """Return where the answer begins in a row that asks a question, and its section.

        A question that the reader names goes before one that a title tells.
        """
        named = find_named(row, section.instrument)
        if named is not None and named == section.question:
            return 0, None
        if named is not None:
            return min(len(cells) - 1, 1), self._narrow(section, named)
        title = self._outline.titles.get(row.span.start)
        if title is not None and title.question is not None:
            narrowed = self._narrow(section, title.question, title.others)
            return min(len(cells) - 1, title.cell or 1), narrowed
        titles = [title.lower() for _, title in header]
        return self._match_cells(section, asked, cells, 1 if titles == _ASKED else _FEWEST_WORDS)

    def _match_cells(
        self, section: Section, asked: Section | None, cells: Sequence[Sentence], fewest: int
    ) -> tuple[int, Section | None]:
        """Return where the answer begins in a row that asks a question, and its section."""
        parent = (asked or section).question
        for place, cell in enumerate(cells[:-1], start=1):
            if len(cell.text.split()) >= fewest:
                question = self._outline.match_text(cell.text, parent)
                if question is not None:
                    return place, self._narrow(section, question)
        return 0, None

    def _narrow(
        self, section: Section, question: Question, others: tuple[Question, ...] = ()
    ) -> Section:
        """Return the section for one of the questions in it, the same one every time."""
        if question == section.question and not others:
            return section
        instrument = load_instrument(question.instrument)
        narrowed = replace(section, question=question, instrument=instrument, others=others)
        return self._narrowed.setdefault((section, question.id, others), narrowed)

    def _read_answer(self, section: Section, cells: Sequence[Sentence]) -> Iterator[Answer]:
        if self._keeps_back(section, *(cell.span for cell in cells)):
            return
        for cell in cells:
            for sentence in split_sentences(self._reading, cell.block):
                yield self._make(section, sentence, "sentence")

    def _read_cells(self, row: Block) -> tuple[Sentence, ...]:
        first = bisect_left(self._cells, row.span.start, key=lambda cell: cell.span.start)
        found = []
        for cell in self._cells[first:]:
            if cell.span.start >= row.span.end:
                break
            text = present(self._reading, cell.span).text
            found.append(Sentence(" ".join(text.split()), cell.span, cell, first=True))
        return tuple(found)

    def _make(
        self, section: Section, sentence: Sentence, kind: Literal["sentence", "item", "row"]
    ) -> Answer:
        template = self._is_template(sentence)
        return Answer(
            reading=self._reading.id,
            sentence=sentence,
            section=section,
            kind=kind,
            position=0,
            usable=not template and is_usable(sentence, kind),
            template=template,
        )

    def is_form(self, answer: Answer) -> bool:
        """Return whether a sentence is wholly the form's own, and no question."""
        if not answer.template or answer.kind != "sentence" or answer.sentence.text.endswith("?"):
            return False
        return any(each.holds(answer.sentence.span) for each in self._template)

    def _is_own(self, cell: Sentence) -> bool:
        """Return whether the reader says that a cell holds the form's own words."""
        return (cell.span.start, cell.span.end) in self._own

    def _is_template(self, sentence: Sentence) -> bool:
        span = sentence.span
        place = bisect_right(self._template, span.start, key=lambda each: each.start) - 1
        near = self._template[max(place, 0) : place + 2]
        return any(each.touches(span) for each in near) or begins_as_template(sentence.text)


def _opens_table(before: Block, block: Block) -> bool:
    """Return whether a row is of another table than the row before it, by their labels.

    A label is `tabel 2, rij 3`, or the row's number alone.
    """
    table, named, _ = (block.label or "").partition(",")
    if named:
        return table != (before.label or "").partition(",")[0]
    return block.label == "1"
