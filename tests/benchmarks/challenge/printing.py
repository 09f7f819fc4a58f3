"""Print an invented document as a PDF with headers, footers, notes and tables, and read it."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from challenge.material import Material, Written, place_written
from challenge.wording import WORDS_BEFORE_MARK, Section, Writer, read_heads
from extractor.documents.reading import read_file

if TYPE_CHECKING:
    from document_builders.markup import Source

FIXTURES = Path(__file__).parents[3] / "fixtures"
WIDTHS = (30, 25, 45)
PAGES_A_SECTION = 1.37
OTHERS = 400
SIGN = re.compile(r"[<>]|\[\^")
MOST_TRIES = 10
"""A long layout with notes needs more passes to settle than the builder takes at once."""

LONG_WORD = re.compile(r"[^\W\d_]{8,}")


def print_document(seed: int, pages: int) -> Material:
    """Return what is read of a PDF of about so many pages, and what was written in it."""
    writer = Writer(Random(seed))  # noqa: S311 - a fixed seed makes the same pages every time
    sections = writer.write_sections(round(pages / PAGES_A_SECTION) or 1, signs="<>")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dpia.pdf"
        _print_sections(sections, path)
        reading = read_file(path)
    written = tuple(list_written(sections))
    places = place_written(reading, written)
    return Material(reading, places, writer.write_others(OTHERS), written)


def list_written(sections: Sequence[Section]) -> Iterator[Written]:
    """Yield every sentence and row in order."""
    for section in sections:
        for paragraph in section.paragraphs:
            yield from (Written((sentence,)) for sentence in paragraph)
        yield from (Written(tuple(row)) for row in section.rows)


def _list_break_points(sections: Sequence[Section]) -> dict[str, str]:
    """Return the long words with a soft hyphen in the middle."""
    words = {word for each in list_written(sections) for word in LONG_WORD.findall(each.text)}
    halves = {word: (word[: len(word) // 2], word[len(word) // 2 :]) for word in words}
    return {word.lower(): "\u00ad".join(half) for word, half in halves.items()}


def _print_sections(sections: Sequence[Section], path: Path) -> None:
    if str(FIXTURES) not in sys.path:
        sys.path.append(str(FIXTURES))
    from document_builders.pdf_document import PdfLayout  # noqa: PLC0415 - not installed
    from document_builders.pdf_furniture import RunningLines  # noqa: PLC0415
    from document_builders.pdf_text import PdfText  # noqa: PLC0415

    source = _make_source(sections)
    running = RunningLines("DPIA gegevensverwerking", "VB-2024-017", "Gemeente Voorbeeld · 2.1")
    text = PdfText(_list_break_points(sections), source.footnotes)
    layout = PdfLayout(source, text, running, title="DPIA", author="Gemeente Voorbeeld")
    for _ in range(MOST_TRIES):
        with suppress(RuntimeError):
            return layout.write(path)
    return layout.write(path)


def _make_source(sections: Sequence[Section]) -> Source:
    """Return the sections in the markup of the fixtures."""
    from document_builders import markup  # noqa: PLC0415 - not installed

    blocks: list[markup.Block] = [markup.NewPage("tekst")]
    notes: dict[str, str] = {}
    head = markup.Row(read_heads(), controlled=False)
    for number, section in enumerate(sections):
        mark = f"n{number}"
        if section.note:
            # A note called at the top of a page stays on it, however the text below it moves.
            blocks.append(markup.NewPage("tekst"))
            notes[mark] = section.note
        blocks.append(markup.Heading(section.title, section.level, styled=True, page=None))
        for place, sentences in enumerate(section.paragraphs):
            words = " ".join(sentences).split(" ")
            if section.note and place == 0:
                words[WORDS_BEFORE_MARK - 1] += f"[^{mark}]"
            text = " ".join(words)
            # The library cannot part a paragraph with signs and broken words over two pages.
            role = "opsomming" if SIGN.search(text) else "tekst"
            blocks.append(markup.Paragraph(text, role))
        rows = tuple(markup.Row(tuple(row), controlled=False) for row in section.rows)
        blocks.append(markup.Table(WIDTHS, 1, (head, *rows)))
    return markup.Source(tuple(blocks), notes)
