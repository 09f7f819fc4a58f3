"""Headings are found by number, print and standing alone, and get their depth."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pypdf
import pytest

from extractor.models import Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]
Blocks = Callable[..., list[str]]

BOLD = "Helvetica-Bold"


@pytest.fixture
def headed(draw: Draw, read: Read, prose: Sequence[str]) -> Callable[..., Reading]:
    """Give the way to read a page on which lines in some print stand above running text."""

    def build(*lines: tuple[str, str, float], left: float = 70, apart: float = 14) -> Reading:
        page = [
            (left, 100 + apart * row, words, font, size)
            for row, (words, font, size) in enumerate(lines)
        ]
        top = 130 + apart * len(lines)
        text = [(70.0, top + 14 * row, line) for row, line in enumerate(prose)]
        return read(draw([[*page, *text]]))

    return build


def list_headings(reading: Reading) -> list[tuple[int | None, str | None, str]]:
    """Return the level, label and text of the headings."""
    return [
        (block.level, block.label, " ".join(block.span.of(reading.text).split()))
        for block in reading.blocks
        if block.kind == "heading"
    ]


def test_numbers_give_the_depth(headed: Callable[..., Reading]) -> None:
    """A number of two parts stands below a number of one; the label is the number."""
    reading = headed(
        ("1 Inleiding", BOLD, 16), ("1.1 Doel", BOLD, 13), ("1.1.1 Aanleiding", BOLD, 12), apart=30
    )

    assert list_headings(reading) == [
        (1, "1", "1 Inleiding"),
        (2, "1.1", "1.1 Doel"),
        (3, "1.1.1", "1.1.1 Aanleiding"),
    ]


def test_parts_stand_above_numbers(headed: Callable[..., Reading]) -> None:
    """Capital letters and annexes hold the numbers that follow, and bold lines hold to those."""
    reading = headed(
        ("A. Beschrijving", BOLD, 11),
        ("1. Voorstel", BOLD, 11),
        ("Validatiefase", BOLD, 11),
        ("Bijlage 2: Risico's", BOLD, 11),
        ("16. Risico's voor betrokkenen", BOLD, 11),
        apart=40,
    )

    assert list_headings(reading) == [
        (1, "A", "A. Beschrijving"),
        (2, "1", "1. Voorstel"),
        (3, None, "Validatiefase"),
        (1, "Bijlage 2", "Bijlage 2: Risico's"),
        (2, "16", "16. Risico's voor betrokkenen"),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        ("5. Betrokken", "partijen"),
        ("5.", "Betrokken partijen"),
        ("5. Betrokken partijen en", "hun"),
    ],
)
def test_a_heading_on_two_lines_is_one(
    headed: Callable[..., Reading], broken: tuple[str, str]
) -> None:
    """Number and title are one heading, on whichever line the one ends and the other begins."""
    reading = headed(*((line, BOLD, 11.0) for line in broken))

    assert list_headings(reading) == [(1, "5", " ".join(broken))]


def test_larger_print_makes_a_heading(headed: Callable[..., Reading]) -> None:
    """Without numbers the sizes give the depth, from the largest down."""
    reading = headed(
        ("Over het systeem", "Helvetica", 16),
        ("Werking", "Helvetica", 13),
        ("Gegevens", "Helvetica", 13),
        ("Over het beheer", "Helvetica", 16),
        apart=40,
    )
    found = [(level, text) for level, _, text in list_headings(reading)]

    assert found == [
        (1, "Over het systeem"), (2, "Werking"), (2, "Gegevens"), (1, "Over het beheer")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Beschrijf alle persoonsgegevens die worden verwerkt.",
        "1. Vrijwilligheid: het gebruik van de app is vrijwillig.",
        "de rest van een zin",
    ],
)
def test_bold_sentences_are_no_headings(headed: Callable[..., Reading], line: str) -> None:
    """A sentence is no heading, however bold."""
    assert list_headings(headed((line, BOLD, 11))) == []


def test_a_bold_paragraph_has_no_heading(headed: Callable[..., Reading], blocks: Blocks) -> None:
    """The first line of a bold paragraph is not taken for a heading of the rest."""
    reading = headed(
        ("Bepaal op welke rechtsgronden de gegevensverwerkingen rusten en", BOLD, 11),
        ("waarom juist die gelden", BOLD, 11),
    )

    assert list_headings(reading) == []
    assert blocks(reading, "paragraph")[0].startswith("Bepaal op welke")
    assert blocks(reading, "paragraph")[0].endswith("die gelden")


def test_plain_numbered_lines_are_a_list(headed: Callable[..., Reading], blocks: Blocks) -> None:
    """A number alone makes no heading of a line in the print of the text."""
    reading = headed(
        ("1. Er wordt getoetst", "Helvetica", 11), ("2. Er wordt gewist", "Helvetica", 11)
    )

    assert list_headings(reading) == []
    assert blocks(reading, "list_item") == ["1. Er wordt getoetst", "2. Er wordt gewist"]


def test_a_label_beside_text_is_no_heading(draw: Draw, read: Read, prose: Sequence[str]) -> None:
    """Bold words with other words on their line are a label."""
    text = [(70.0, 160.0 + 14 * row, line) for row, line in enumerate(prose)]
    page = [(70, 100, "Datum", BOLD, 11.0), (200, 100, "4 december 2023"), *text]

    assert list_headings(read(draw([page]))) == []


def test_the_title_of_the_document_is_no_heading(
    draw: Draw, read: Read, prose: Sequence[str]
) -> None:
    """The largest print on the first page names the document, so no path begins with it."""
    text = [(70.0, 200.0 + 14 * row, line) for row, line in enumerate(prose)]
    page = [(70, 100, "Programma van eisen", BOLD, 26.0), (70, 150, "1 Doel", BOLD, 14.0), *text]

    assert list_headings(read(draw([page]))) == [(1, "1", "1 Doel")]


def test_bookmarks_are_believed(draw: Draw, read: Read, prose: Sequence[str]) -> None:
    """A line with the name of a bookmark on its page is a heading as deep as that."""
    text = [(70.0, 160.0 + 14 * row, line) for row, line in enumerate(prose)]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(draw([[(70, 100, "Werkwijze"), *text]])))
    parent = writer.add_outline_item(title="Deel een", page_number=0)
    writer.add_outline_item(title="Werkwijze", page_number=0, parent=parent)
    target = io.BytesIO()
    writer.write(target)

    assert list_headings(read(target.getvalue())) == [(2, None, "Werkwijze")]


def test_captions_are_no_headings(headed: Callable[..., Reading]) -> None:
    """The bold title of a numbered table heads no text."""
    assert list_headings(headed(("Tabel 2. Risico's van de verwerking", BOLD, 11.0))) == []
