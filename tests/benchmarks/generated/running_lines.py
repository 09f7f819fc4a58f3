"""Tell which lines of a generated page are its running lines, and which are text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.models import Page, Reading, Span
from generated.designs import Design, Parts
from generated.documents import Document, Heading, Prose

PRINTED_LINE = re.compile(r"[^\r\n\ufffe\f]+")


@dataclass(frozen=True)
class PrintedLine:
    """A line of a page as pdfium breaks them."""

    span: Span
    running: bool


def squash(text: str) -> str:
    """Return the letters and digits of a text alone, so that line ends do not matter."""
    return "".join(filter(str.isalnum, text.casefold()))


def list_lines(document: Document, design: Design, reading: Reading) -> Iterator[PrintedLine]:
    """Yield the lines of all pages, with whether the document has them as running lines."""
    named = design.chapters_on_new_page
    chapters = _find_chapters(document, reading) if named else {}
    chapter = ""
    for page in reading.pages:
        chapter = chapters.get(page.number, chapter)
        head, foot = design.running.on_page(page.number, len(reading.pages), chapter)
        last = design.engine == "reportlab"
        yield from _mark_lines(reading.text, page, _count_parts(head + foot), last=last)


def _count_parts(lines: tuple[Parts, ...]) -> Counter[str]:
    """Return the parts of running lines, squashed, with how often they stand on the page."""
    return Counter(squash(part) for line in lines for part in line if squash(part))


def _mark_lines(
    text: str, page: Page, expected: Counter[str], *, last: bool
) -> Iterator[PrintedLine]:
    """Yield the lines of a page; running lines are drawn last, or those nearest to either end."""
    spans = [
        Span(start=page.span.start + found.start(), end=page.span.start + found.end())
        for found in PRINTED_LINE.finditer(page.span.of(text))
        if squash(found[0])
    ]
    running: set[int] = set()
    upward = range(len(spans) - 1, -1, -1)
    inward = sorted(upward, key=lambda place: min(place, len(spans) - 1 - place))
    for place in upward if last else inward:
        taken = _take_parts(squash(spans[place].of(text)), expected)
        if taken is not None:
            expected -= taken
            running.add(place)
    for place, span in enumerate(spans):
        yield PrintedLine(span, place in running)


def _take_parts(line: str, expected: Counter[str]) -> Counter[str] | None:
    """Return the parts that make up the line exactly, one after another; none if they do not."""
    if not line:
        return Counter()
    for part in expected:
        if line.startswith(part) and expected[part] > 0:
            rest = _take_parts(line[len(part) :], expected - Counter([part]))
            if rest is not None:
                return rest + Counter([part])
    return None


def _find_chapters(document: Document, reading: Reading) -> dict[int, str]:
    """Return the chapters by the page on which their first sentence stands, whole."""
    letters = {page.number: _keep_letters(page.span.of(reading.text)) for page in reading.pages}
    chapters: dict[int, str] = {}
    heading, last = "", 0
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            heading = block.plain
        elif isinstance(block, Prose) and heading:
            opening = _keep_letters(block.sentences[0].plain)
            last = next(page for page, text in letters.items() if page > last and opening in text)
            chapters[last] = heading
            heading = ""
    return chapters


def _keep_letters(text: str) -> str:
    """Return the letters alone, so that marks of notes do not matter."""
    return "".join(filter(str.isalpha, text.casefold()))
