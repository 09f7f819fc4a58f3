"""Readings into answers: sentences, items and rows, each under the question it stands below."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractor.drafting.offline.sections import Section, list_sections
from extractor.drafting.sentences import Sentence, ends_whole, split_sentences
from extractor.instruments.matching import match_heading
from extractor.instruments.questions import Question
from extractor.instruments.template import find_template, is_about_document, is_placeholder
from extractor.models import Block, Claim, Quote, Reading, Span
from extractor.presenting import present

_BULLET = re.compile(r"^(?:(?:[•▪●○◦–—*\-]|o\s|\(?(?:[a-z0-9]{1,2}|[ivx]{1,4})[).]\s)\s*)+")
_BROKEN = re.compile(
    r"[:?]$|\b(?:aan|als|bij|dat|de|die|door|een|en|het|in|met|of|om|op|te|van|voor)$",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(figuur|tabel|afbeelding|bron|zie|noot|voetnoot|bijlage)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\((?:zie|vgl\.?)\b|\bzie (?:ook )?(?:paragraaf|hoofdstuk|bijlage|onderdeel)"
)


@dataclass(frozen=True, eq=False)
class Answer:
    """A sentence, list item or row, with the question or section it stands under."""

    reading: str
    sentence: Sentence
    section: Section
    kind: Literal["sentence", "item", "row"]
    position: int
    """Its place among all answers of the dossier, from 0."""
    usable: bool
    """Whether it can be taken as it stands: whole, and no gap, caption or reference."""
    template: bool
    """Whether it holds words of the questionnaire itself."""
    header: tuple[tuple[int | None, str], ...] = ()
    """Of a row: the columns of the table with their titles."""
    cells: tuple[Sentence, ...] = ()

    @property
    def question(self) -> Question | None:
        """Return the question it answers, where it stands in a questionnaire."""
        return self.section.question

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings above it, outermost first."""
        return self.section.headings

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Return its words as evidence: cells are quoted one by one."""
        parts = self.cells or (self.sentence,)
        return tuple(Quote(reading=self.reading, text=part.text, chunk=part.span) for part in parts)

    def narrow(self, columns: Sequence[re.Pattern[str]]) -> Answer:
        """Return a row with only the cells whose column is one of these; others as they are."""
        if self.kind != "row":
            return self
        wanted = {column for column, title in self.header if any(c.search(title) for c in columns)}
        cells = tuple(cell for cell in self.cells if cell.text and cell.block.level in wanted)
        shown = replace(self.sentence, text=" – ".join(cell.text for cell in cells))
        return replace(self, cells=cells, sentence=shown)

    def feeds(self, key: str, *, primary: bool) -> bool:
        """Return whether its question is one that answers the register field."""
        if self.question is None:
            return False
        return key in (self.question.primary if primary else self.question.supporting)

    def is_sure(self, questions: frozenset[str]) -> bool:
        """Return whether its question is among these, named as `DPIA:14.2` after version 3.0."""
        if self.question is None or self.section.instrument is None:
            return False
        kind = self.section.instrument.kind
        return f"{kind}:{self.question.official or self.question.id}" in questions

    def quote_holding(self, words: str) -> Quote:
        """Return the part of it that holds the words: of a row the one cell."""
        holding = (quote for quote in self.quotes if words in " ".join(quote.text.split()))
        return next(holding, self.quotes[0])

    def make_claim(self, *, starts_paragraph: bool = False) -> Claim:
        """Return the claim that says exactly this."""
        if self.kind == "sentence":
            value = self.sentence.text
        else:
            value = "- " + (" – ".join(c.text for c in self.cells) or self.sentence.text)
        return Claim(value=value, quotes=self.quotes, starts_paragraph=starts_paragraph)

    def split_label(self) -> tuple[str, str]:
        """Return the label and the value of a two-cell row or of `label: value`; else blanks."""
        if self.kind == "row":
            texts = [cell.text for cell in self.cells]
            return (texts[0].rstrip(":"), texts[1]) if len(texts) == 2 else ("", "")  # noqa: PLR2004
        label, colon, value = self.sentence.text.partition(":")
        return (label.strip(), value.strip()) if colon else ("", "")


def list_answers(readings: Sequence[Reading], spans: Sequence[Sequence[Span]]) -> list[Answer]:
    """Return every answer of the readings that lies in their spans, in reading order."""
    answers: list[Answer] = []
    for reading, shown in zip(readings, spans, strict=True):
        template = find_template(reading.text, _list_skipped(reading))
        reader = _AnswerReader(reading, template)
        for section in list_sections(reading):
            for drawn in reader.read_section(section):
                if any(span.touches(drawn.sentence.span) for span in shown):
                    answers.append(replace(drawn, position=len(answers)))
    return answers


def _list_skipped(reading: Reading) -> list[Span]:
    kinds = ("furniture", "footnote", "footnote_mark")
    return [block.span for block in reading.blocks if block.kind in kinds]


class _AnswerReader:
    """Reads the answers of one reading; knows its cells and where the form itself speaks."""

    def __init__(self, reading: Reading, template: Sequence[Span]) -> None:
        self._reading = reading
        self._template = sorted(template, key=lambda span: span.start)
        cells = (block for block in reading.blocks if block.kind == "cell")
        self._cells = sorted(cells, key=lambda block: block.span.start)

    def read_section(self, section: Section) -> Iterator[Answer]:
        """Yield the answers of a section in reading order; their position is not set."""
        if not section.takes_answers:
            return
        header: tuple[tuple[int | None, str], ...] = ()
        before: Block | None = None
        asked = False
        for block in section.blocks:
            if block.kind != "row":
                for answer in self._read_block(section, block):
                    yield replace(answer, usable=False) if asked else answer
                    # What follows a question of the writer's own is a note, not an answer.
                    asked = answer.sentence.text.endswith("?")
            elif before is None or before.kind != "row" or _opens_table(before, block):
                header = tuple((c.block.level, c.text) for c in self._read_cells(block))
                yield from self._read_row(section, block, ())
            else:
                yield from self._read_row(section, block, header)
            before = block

    def _read_block(self, section: Section, block: Block) -> Iterator[Answer]:
        if block.kind == "list_item":
            shown = present(self._reading, block.span).text
            item = Sentence(" ".join(shown.split()), block.span, block, first=True)
            yield self._make(section, _drop_bullet(item), "item")
            return
        sentences = split_sentences(self._reading, block)
        lead = _match_lead(section, sentences)
        if lead is not None:
            section, sentences = replace(section, question=lead), sentences[1:]
        for sentence in sentences:
            yield self._make(section, sentence, "sentence")

    def _read_row(
        self, section: Section, block: Block, header: tuple[tuple[int | None, str], ...]
    ) -> Iterator[Answer]:
        cells = self._read_cells(block)
        if len(cells) < 2:  # noqa: PLR2004 - one cell is no row
            return
        shown = Sentence(present(self._reading, block.span).text, block.span, block, first=True)
        yield replace(self._make(section, shown, "row"), header=header, cells=cells)

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
        template = self._is_template(sentence.span)
        return Answer(
            reading=self._reading.id,
            sentence=sentence,
            section=section,
            kind=kind,
            position=0,
            usable=not template and _is_usable(sentence, kind),
            template=template,
        )

    def _is_template(self, span: Span) -> bool:
        place = bisect_right(self._template, span.start, key=lambda each: each.start) - 1
        near = self._template[max(place, 0) : place + 2]
        return any(each.touches(span) for each in near)


def _is_usable(sentence: Sentence, kind: str) -> bool:
    text = sentence.text
    if is_placeholder(text) or is_about_document(text):
        return False
    if kind != "sentence":
        return len(text) > 2 and not _BROKEN.search(text)  # noqa: PLR2004 - a ditto mark
    return (
        ends_whole(sentence)
        and text[0].isupper()
        and not text.endswith("?")
        and not _CAPTION.match(text)
        and not _REFERENCE.search(text)
    )


def _match_lead(section: Section, sentences: Sequence[Sentence]) -> Question | None:
    """Return the question of a heading run in at the start of a paragraph, where there is one."""
    if len(sentences) < 2 or section.instrument is None:  # noqa: PLR2004 - no text follows
        return None
    return match_heading(sentences[0].text.rstrip("."), section.instrument, section.question)


def _opens_table(before: Block, block: Block) -> bool:
    """Return whether a row is of another table than the row before it, by their labels."""
    return (before.label or "").partition(",")[0] != (block.label or "").partition(",")[0]


def _drop_bullet(sentence: Sentence) -> Sentence:
    text = _BULLET.sub("", sentence.text)
    return replace(sentence, text=text)
