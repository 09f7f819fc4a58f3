"""A table of contents is told from the headings it lists."""

from __future__ import annotations

from collections.abc import Callable

from extractor.models import Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]
Lines = Callable[..., list[tuple[float, float, str]]]
Blocks = Callable[..., list[str]]


def test_lines_with_leaders_are_contents(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """Dots and ellipses lead to a page number; an entry may take two lines and go on overleaf."""
    first = lines(["Inhoudsopgave", "1. Voorstel ........ 3", "2. Doel\u2026\u2026\u2026\u2026 5"])
    second = lines(["3. Techniek en methode van", "gegevensverwerking ........ 8", "Gewone tekst."])
    reading = read(draw([first, second]))

    assert blocks(reading, "contents") == [
        "Inhoudsopgave",
        "1. Voorstel ........ 3",
        "2. Doel\u2026\u2026\u2026\u2026 5",
        "3. Techniek en methode van",
        "gegevensverwerking ........ 8",
    ]
    assert blocks(reading, "heading") == []
    assert blocks(reading, "paragraph") == ["Gewone tekst."]


def test_entries_without_leaders_follow_the_title(draw: Draw, read: Read, blocks: Blocks) -> None:
    """Below the title, lines that end in rising page numbers are entries."""
    entries = [("Inleiding", "3"), ("Risico's", "5"), ("Maatregelen", "9")]
    rows = [
        piece
        for row, (title, number) in enumerate(entries)
        for piece in ((70, 140 + 16 * row, title), (500, 140 + 16 * row, number))
    ]
    reading = read(draw([[(70, 110, "Inhoud", "Helvetica-Bold", 14.0), *rows]]))

    assert blocks(reading, "contents") == ["Inhoud", "Inleiding 3", "Risico's 5", "Maatregelen 9"]


def test_sentences_that_end_in_a_number_are_no_contents(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """Without a title or leaders, a number at the end of a line says nothing."""
    reading = read(draw([lines(["Het verbod staat in artikel 9", "en de plicht in artikel 14"])]))

    assert blocks(reading, "contents") == []


def test_what_is_listed_is_a_heading_in_plain_print(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """A line in the print of the text is a heading where the table of contents has it."""
    contents = lines(["Inhoud", "Aanleiding ....... 2", "1 Doel ....... 2", "2 Risico ....... 3"])
    text = lines(["Aanleiding", "", "Er is een aanleiding.", "", "1 Doel", "", "Er is een doel."])
    reading = read(draw([contents, text]))

    assert blocks(reading, "heading") == ["Aanleiding", "1 Doel"]
