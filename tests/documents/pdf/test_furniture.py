"""What returns in the margins is no text, and tells the page numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from extractor.models import Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]
Lines = Callable[..., list[tuple[float, float, str]]]
Blocks = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("footer", "printed"),
    [
        ("Pagina {} van 31", "Pagina {} van 31"),
        ("{} | 75", "{} | 75"),
        ("DPIA scanauto 2.1 {}", "DPIA scanauto 2.1 {}"),
        ("{}", "{}"),
    ],
)
def test_page_numbers_are_read_from_the_margin(
    draw: Draw, read: Read, lines: Lines, footer: str, printed: str
) -> None:
    """The number that counts on with the pages is the printed one, whatever stands beside it."""
    pages = [
        [*lines([f"Tekst van blad {name}."]), (70, 800, footer.format(number))]
        for number, name in enumerate(("een", "twee", "drie"), start=7)
    ]
    reading = read(draw(pages))

    assert [page.printed for page in reading.pages] == ["7", "8", "9"]
    assert [
        block.span.of(reading.text) for block in reading.blocks if block.kind == "furniture"
    ] == [printed.format(number) for number in (7, 8, 9)]


def test_headers_of_several_lines_are_furniture(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """A letterhead that most pages have is furniture down to its last line."""
    page = [(70, 40, "Gemeente Duinrade"), (70, 54, "Team Parkeren"), *lines(["Een zin."], top=130)]
    reading = read(draw([page] * 4))

    assert blocks(reading, "furniture") == ["Gemeente Duinrade", "Team Parkeren"] * 4
    assert blocks(reading, "paragraph") == ["Een zin."] * 4


def test_what_repeats_in_the_text_is_text(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """A line that returns on every page outside the margins is no furniture."""
    reading = read(draw([lines(["Het risico is laag."], top=300)] * 4))

    assert blocks(reading, "furniture") == []


def test_the_head_of_a_table_on_every_page_is_a_row(draw: Draw, read: Read, blocks: Blocks) -> None:
    """Columns right above text belong to a table, however high they stand."""
    head = [(70, 60, "Risico"), (200, 60, "Kans"), (330, 60, "Impact")]
    names = iter(["Lek", "Fout", "Brand", "Storing", "Diefstal", "Verlies"])
    pages = [
        [*head, *((left, top, word) for top in (76, 92)
                  for left, word in ((70, next(names)), (200, "laag"), (330, "hoog")))]
        for _ in range(3)
    ]  # fmt: skip
    reading = read(draw(pages))

    assert blocks(reading, "furniture") == []
    assert blocks(reading, "row")[:3] == ["Risico Kans Impact", "Lek laag hoog", "Fout laag hoog"]
    assert len(blocks(reading, "row")) == 9


def test_a_single_letter_knows_its_page_number(
    draw: Draw, read: Read, prose: Sequence[str]
) -> None:
    """A line that says it is the page number is furniture without repetition."""
    text = [(70, 120 + 14 * row, line) for row, line in enumerate(prose)]
    reading = read(draw([[*text, (70, 815, "Pagina 4 van 9")]]))

    assert reading.pages[0].printed == "4"
    assert [block.kind for block in reading.blocks] == ["paragraph", "furniture"]


def test_a_header_that_changes_with_the_chapter_is_furniture(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """A chapter's title above its pages is no text, if its chapter takes but one page."""
    chapters = ["Doel", "Doel", "Grondslag", "Grondslag", "Bewaren"]
    pages = [
        [(70, 44, title), *lines([f"Wat hier over {title.lower()} staat, is tekst."], top=100)]
        for title in chapters
    ]
    reading = read(draw(pages))

    assert blocks(reading, "furniture") == chapters
    assert len(blocks(reading, "paragraph")) == len(chapters)


def test_first_lines_of_text_are_no_header(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """Text that begins at one height on every page is text, although pages begin alike."""
    starts = ["Het team kijkt mee.", "De wet geldt.", "Wie beslist?"]
    pages = [
        lines([start, f"Dat staat in {source}."], top=50)
        for start in starts
        for source in ("de wet", "het besluit")
    ]
    reading = read(draw(pages))

    assert blocks(reading, "furniture") == []


def test_text_beside_a_footer_is_text(draw: Draw, read: Read, lines: Lines, blocks: Blocks) -> None:
    """A box that goes down beside and below the footer is no part of it."""
    box = ["De gemeente", "toetst elke", "aanvraag", "met de hand."]
    foot = (70, 795, "DPIA scanauto")
    pages = [
        [*lines(["Een zin."]), *(lines(box, left=400, top=770) if number == 1 else []), foot]
        for number in range(4)
    ]
    reading = read(draw(pages))

    assert blocks(reading, "furniture") == ["DPIA scanauto"] * 4
    assert " ".join(box) in blocks(reading, "paragraph")
