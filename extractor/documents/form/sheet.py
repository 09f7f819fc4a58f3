"""Write text with blocks over it, each block under the id of the question it answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.documents.text.blocks import BlockFinder
from extractor.documents.text.markup import find_marks
from extractor.locators import QUESTION_LABEL
from extractor.models import Block, BlockKind, Span


class Sheet:
    """The text and blocks of a reading while they are written from front to back."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._texts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """Return all that was written."""
        return "".join(self._texts)

    def write_line(
        self, kind: BlockKind, text: str, question: str | None, level: int | None = None
    ) -> None:
        """Write a line of the form itself: what it is, and the titles of its questions."""
        label = None if question is None else f"{QUESTION_LABEL}{question}"
        span = Span(start=self._length, end=self._length + len(text))
        self.blocks.append(Block(kind=kind, span=span, level=level, label=label))
        self._add(text)

    def write_answer(self, text: str, question: str, level: int) -> None:
        """Write an answer as it was typed, its paragraphs, items and tables as blocks.

        `level` is that of the question: headings inside the answer stand below it.
        """
        label, start = f"{QUESTION_LABEL}{question}", self._length
        found = BlockFinder(text, whole=False).find()
        outer = {block.kind for block in found if block.kind not in ("footnote_mark", "cell")}
        for block in found:
            span = Span(start=block.span.start + start, end=block.span.end + start)
            changed: dict[str, object] = {"span": span}
            if block.label is not None:
                changed["label"] = label
            if block.kind == "heading":
                # A short answer in bold is an answer, not the title of nothing.
                alone = outer == {"heading"}
                changed |= {"kind": "paragraph", "level": None} if alone else {}
                changed |= {} if alone else {"level": (block.level or 1) + level}
            self.blocks.append(block.model_copy(update=changed))
        self._add(text)

    def write_item(self, text: str, question: str) -> None:
        """Write one of several short answers to a question."""
        label = f"{QUESTION_LABEL}{question}"
        span = _trim(text, self._length)
        self.blocks.append(Block(kind="list_item", span=span, label=label))
        self.blocks.extend(_find_marks(text, self._length))
        self._add(text)

    def write_row(
        self, cells: Sequence[tuple[int, str, str]], group: str, own: Iterable[int] = ()
    ) -> None:
        """Write a row of cells, each with its column, its question and its text.

        `own` are the columns that hold the form's words: they are marked as an instruction.
        """
        start = self._length
        inner: list[Block] = []
        for column, question, text in cells:
            span, label = _trim(text, start), f"{QUESTION_LABEL}{question}"
            inner.append(Block(kind="cell", span=span, level=column, label=label))
            if column in own:
                inner.append(Block(kind="instruction", span=span, label=label))
            else:
                inner.extend(_find_marks(text, start))
            start += len(text) + 1
        whole = "\t".join(text for _, _, text in cells)
        span = Span(start=inner[0].span.start, end=max(block.span.end for block in inner))
        self.blocks.append(Block(kind="row", span=span, label=f"{QUESTION_LABEL}{group}"))
        self.blocks.extend(inner)
        self._add(whole)

    def _add(self, text: str) -> None:
        self._texts.extend((text, "\n"))
        self._length += len(text) + 1


def _find_marks(text: str, start: int) -> list[Block]:
    """Return the signs of Markdown in a text that begins there."""
    marks = find_marks(text, Span(start=0, end=len(text)))
    return [
        mark.model_copy(
            update={"span": Span(start=mark.span.start + start, end=mark.span.end + start)}
        )
        for mark in marks
    ]


def _trim(text: str, start: int) -> Span:
    """Return where the text stands without the white space at its ends."""
    left = len(text) - len(text.lstrip())
    return Span(start=start + left, end=start + max(left, len(text.rstrip())))
