"""Say of the blocks of a PDF which question they answer, where the PDF carries its own form.

The form tool keeps the whole form in the PDF it makes. The reading stays that of the pages: they
are what a person opens to check a citation. The form only says which question each block answers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.documents.form.export import ExportBroken, ExportTooLarge, load_export
from extractor.documents.form.layout import LaidOut, lay_out
from extractor.documents.identity import make_reading_id
from extractor.instruments.folding import WORD, fold_letters
from extractor.locators import QUESTION_LABEL
from extractor.models import INNER_KINDS, Block, Reading, Span

FEWEST_WORDS = 5
"""Fewer words may stand under several questions; they count only beside their question's title."""

MOST_PLACES = 4
"""Places at which the same words are looked for; more of them tell nothing."""

TOLD = frozenset({"paragraph", "list_item", "row"})
"""Kinds of block that hold answers."""


def label_pages(reading: Reading, form: str) -> Reading:
    """Return the reading with its blocks labelled by the questions of the form it carries.

    What is no form leaves the reading as it is. The options name the questionnaire by its URN.
    """
    try:
        export = load_export(form)
        laid_out = lay_out(export) if export else None
    except (ExportBroken, ExportTooLarge):
        return reading
    urn = laid_out.instrument_urn if laid_out else None
    if laid_out is None or urn is None or not reading.text:
        return reading
    answers = _Answers(laid_out)
    options = (*reading.options, urn)
    return reading.model_copy(
        update={
            "id": make_reading_id(reading.source.sha256, reading.reader, options),
            "options": options,
            "blocks": tuple(_label_blocks(reading, answers)),
        }
    )


def _label_blocks(reading: Reading, answers: _Answers) -> Iterable[Block]:
    """Yield the blocks; a row and its cells get the question of the row.

    Of a short answer the heading right above it must be the question.
    """
    row: tuple[Span, str] | None = None
    title: list[str] = []
    for block in reading.blocks:
        if block.kind == "heading":
            title = _list_words(reading.text, block.span)
        if block.kind in TOLD:
            words = _list_words(reading.text, block.span)
            question = answers.find(words) or answers.find_below(title, words)
            row = (block.span, question) if question and block.kind == "row" else None
            yield _label(block, question)
        elif block.kind == "cell" and row and row[0].holds(block.span):
            yield _label(block, row[1])
        else:
            yield block


def _label(block: Block, question: str | None) -> Block:
    if question is None:
        return block
    return block.model_copy(update={"label": f"{QUESTION_LABEL}{question}"})


@dataclass
class _Index:
    """The words of all answers in one run, and where any five of them begin."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    """Of each answer: the place of its first word, and its question."""
    places: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))


class _Answers:
    """Finds the question to which words are, or are part of, the answer."""

    def __init__(self, laid_out: LaidOut) -> None:
        self._index = _Index()
        self._titled: dict[tuple[str, ...], set[str]] = defaultdict(set)
        sheet, text = laid_out.sheet, laid_out.sheet.text
        marks = [block.span for block in sheet.blocks if block.kind == "footnote_mark"]
        starts = [mark.start for mark in marks]
        asked = {block.span for block in sheet.blocks if block.kind == "instruction"}
        for block in sheet.blocks:
            label = block.label or ""
            if block.kind in (INNER_KINDS - {"cell"}) | {"row"} or block.span in asked:
                continue
            question = label.removeprefix(QUESTION_LABEL)
            asks = block.span.of(text) == laid_out.outline.read_heading(question)
            if label.startswith(QUESTION_LABEL) and not (block.kind == "heading" and asks):
                first = bisect_right(starts, block.span.start - 1)
                last = bisect_right(starts, block.span.end)
                words = _list_words(text, block.span, marks[first:last])
                title = _list_words(*_whole(laid_out.outline.read_title(question)))
                self._titled[(*title, *words)].add(question)
                self._add(words, question)

    def find_below(self, title: Sequence[str], words: Sequence[str]) -> str | None:
        """Return the one question with this title and this whole answer, or none."""
        titled = self._titled.get((*title, *words), set())
        return next(iter(titled)) if len(titled) == 1 else None

    def find(self, words: Sequence[str]) -> str | None:
        """Return the one question whose answer holds the words, or none.

        In a row the title of the question may stand before its whole answer.
        """
        titled = self.find_below((), words)
        if titled or len(words) < FEWEST_WORDS:
            return titled
        index = self._index
        found: set[str] = set()
        for place in index.places.get(tuple(words[:FEWEST_WORDS]), ()):
            if index.words[place : place + len(words)] == list(words):
                found.add(index.questions[bisect_right(index.starts, place) - 1])
        return next(iter(found)) if len(found) == 1 else None

    def _add(self, words: Sequence[str], question: str) -> None:
        """Take the words of one answer into the index."""
        index, start = self._index, len(self._index.words)
        index.starts.append(start)
        index.questions.append(question)
        index.words.extend(words)
        for place in range(len(words) - FEWEST_WORDS + 1):
            known = index.places[tuple(words[place : place + FEWEST_WORDS])]
            if len(known) < MOST_PLACES:
                known.append(start + place)


def _whole(text: str) -> tuple[str, Span]:
    return text, Span(start=0, end=len(text))


def _list_words(text: str, span: Span, without: Sequence[Span] = ()) -> list[str]:
    """Return the words of a stretch, folded, without those that lie in a mark."""
    shown: list[str] = []
    start = span.start
    for mark in without:
        shown.append(text[start : max(start, mark.start)])
        start = max(start, mark.end)
    shown.append(text[start : span.end])
    return WORD.findall(fold_letters("".join(shown).replace("\ufffe", "")))
