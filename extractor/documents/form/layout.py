"""Lay the answers of an export out in the order of the questionnaire."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.documents.form.export import Answer, Export, ExportTooLarge
from extractor.documents.form.outline import Outline
from extractor.documents.form.sheet import Sheet
from extractor.documents.form.values import count_images, is_choice, list_texts

MOST_CHARACTERS = 2_000_000
"""Of all answers together; a form of 60 pages has 200,000."""

MOST_ANSWERS = 20_000
"""Filled in by people; a form of 60 pages has some 500."""

MOST_COLUMNS = 60
"""Questions in one repeating group; the questionnaires have nine."""

BETWEEN = "; "
"""Stands between several choices in one cell."""


@dataclass
class Filled:
    """The answers to one question."""

    single: list[Answer] = field(default_factory=list)
    rows: dict[str, str] = field(default_factory=dict)
    """The text in each row of its table that it has one in."""


@dataclass(frozen=True)
class LaidOut:
    """A form as text with blocks, and what of it is no text."""

    sheet: Sheet
    outline: Outline
    images: int

    @property
    def instrument_urn(self) -> str | None:
        """Return the URN of the questionnaire by which the questions are known."""
        instrument = self.outline.instrument
        return instrument.urns[0] if instrument and instrument.urns else None


def lay_out(export: Export) -> LaidOut:
    """Return the form as text; questions and rows without an answer leave no trace.

    Raises `ExportTooLarge` for more text than any form holds.
    """
    filled = _gather(export)
    images = sum(count_images(answer.value) for answer in export.answers)
    writer = _Writer(Outline(export.name), filled)
    writer.write(export)
    return LaidOut(writer.sheet, writer.outline, images)


def _gather(export: Export) -> dict[str, Filled]:
    """Return the answers by question, those without text left out."""
    filled: dict[str, Filled] = defaultdict(Filled)
    characters = answers = 0
    for answer in export.answers:
        texts = list_texts(answer.value)
        characters += sum(map(len, texts))
        answers += len(texts)
        if characters > MOST_CHARACTERS or answers > MOST_ANSWERS:
            raise ExportTooLarge
        if texts and answer.row is None:
            filled[answer.question].single.append(answer)
        elif texts:
            filled[answer.question].rows[answer.row or ""] = BETWEEN.join(texts)
    return filled


class _Writer:
    """Writes one form, question after question."""

    def __init__(self, outline: Outline, filled: dict[str, Filled]) -> None:
        self.sheet = Sheet()
        self.outline = outline
        self._filled = filled
        self._headed: set[str] = set()
        self._questions = sorted(filled, key=outline.sort)
        self._columns: dict[str, list[str]] = defaultdict(list)
        for question in self._questions:
            if filled[question].rows:
                self._columns[outline.find_group(question)].append(question)

    def write(self, export: Export) -> None:
        """Write what the form is, and then each answered question."""
        if not self._filled:
            return
        self.sheet.write_line("paragraph", export.name, None)
        if export.date:
            self.sheet.write_line("paragraph", f"Datum van de export: {export.date}", None)
        for question in self._questions:
            for answer in self._filled[question].single:
                self._write_single(answer)
            group = self.outline.find_group(question)
            if self._columns[group][:1] == [question]:
                self._write_table(group, self._columns[group])

    def _write_headings(self, question: str) -> None:
        """Write the titles above a question and its own, where they do not stand there yet."""
        for each in (*self.outline.list_above(question), question):
            if each not in self._headed:
                self._headed.add(each)
                title, level = self.outline.read_heading(each), self.outline.read_level(each)
                self.sheet.write_line("heading", title, each, level)

    def _write_single(self, answer: Answer) -> None:
        """Write an answer below its title; a bare yes or no with the question beside it."""
        question, texts = answer.question, list_texts(answer.value)
        self._write_headings(question)
        if is_choice(answer.value):
            title = self.outline.read_title(question)
            cells = [(1, question, title), (2, question, texts[0])]
            self.sheet.write_row(cells, question, own=(1,))
        elif isinstance(answer.value, list):
            for text in texts:
                self.sheet.write_item(text, question)
        else:
            self.sheet.write_answer(texts[0], question, self.outline.read_level(question))

    def _write_table(self, group: str, columns: Sequence[str]) -> None:
        """Write the answers of a group that repeats: a row of titles, and the rows below it."""
        if len(columns) > MOST_COLUMNS:
            raise ExportTooLarge
        if len(columns) == 1:
            self._write_headings(columns[0])
            for text in self._filled[columns[0]].rows.values():
                self.sheet.write_answer(text, columns[0], self.outline.read_level(columns[0]))
            return
        self._write_headings(group)
        titles = [(n, each, self.outline.read_title(each)) for n, each in enumerate(columns, 1)]
        self.sheet.write_row(titles, group, own=range(1, len(columns) + 1))
        numbers = dict.fromkeys(row for each in columns for row in self._filled[each].rows)
        for number in numbers:
            texts = [self._filled[each].rows.get(number, "") for each in columns]
            cells = [(n, each, texts[n - 1]) for n, each in enumerate(columns, 1) if texts[n - 1]]
            self.sheet.write_row(cells, group)
