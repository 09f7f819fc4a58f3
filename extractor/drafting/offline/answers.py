"""Readings into answers: sentences, items and rows, each under the question it stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractor.drafting.offline.sections import Section
from extractor.drafting.offline.usability import is_gap
from extractor.drafting.sentences import Sentence
from extractor.instruments.questions import Question, load_instrument
from extractor.models import Claim, Quote

Header = tuple[tuple[int | None, str], ...]
"""The columns of a table with their titles."""


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
    header: Header = ()
    """Of a row: the columns of its table."""
    cells: tuple[Sentence, ...] = ()
    paired: bool = False
    """Whether its cells were brought together from several rows or paragraphs."""

    unused: bool = False
    """Of a row of data: whether it says that its datum is not used."""

    @property
    def question(self) -> Question | None:
        """Return the question it answers, where it stands in a questionnaire."""
        return self.section.question

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions it answers: a title may name several."""
        own = () if self.question is None else (self.question,)
        return (*own, *self.section.others)

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings above it, outermost first."""
        return self.section.headings

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Return its words as evidence: cells are quoted one by one."""
        parts = self.cells or (self.sentence,)
        return tuple(Quote(reading=self.reading, text=part.text, chunk=part.span) for part in parts)

    def narrow(
        self, columns: Sequence[re.Pattern[str]], also: frozenset[int | None] = frozenset()
    ) -> Answer:
        """Return a row with only the cells whose column is one of these; others as they are.

        The columns `also` come along with these. A row of which such a cell is a gap is not usable.
        """
        if self.kind != "row" or self.paired:
            return self
        wanted = {column for column, title in self.header if any(c.search(title) for c in columns)}
        wanted |= also if wanted else set()
        cells = tuple(cell for cell in self.cells if cell.text and cell.block.level in wanted)
        shown = replace(self.sentence, text=" – ".join(cell.text for cell in cells))
        whole = not any(is_gap(cell.text) for cell in cells)
        return replace(self, cells=cells, sentence=shown, usable=self.usable and whole)

    def feeds(self, key: str, *, primary: bool) -> bool:
        """Return whether its question is one that answers the register field."""
        return any(key in (each.primary if primary else each.supporting) for each in self.questions)

    def is_sure(self, questions: frozenset[str]) -> bool:
        """Return whether its question is among these, named as `DPIA:14.2` after version 3.0."""
        return any(
            f"{load_instrument(each.instrument).kind}:{each.official or each.id}" in questions
            for each in self.questions
        )

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
