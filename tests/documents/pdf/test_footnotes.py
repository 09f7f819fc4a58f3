"""Notes stand apart from the text, and so do the numbers that call them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from extractor.models import Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]
Lines = Callable[..., list[tuple[float, float, str]]]
Blocks = Callable[..., list[str]]

SMALL = ("Helvetica", 8.0)
RAISED = ("Helvetica", 6.0)


def raise_after(
    words: str, number: str, left: float, top: float
) -> list[tuple[float, float, str, str, float]]:
    """Return words with a raised number glued to them."""
    width = stringWidth(words, "Helvetica", 11.0)
    return [(left, top, words, "Helvetica", 11.0), (left + width, top - 4, number, *RAISED)]


def test_notes_and_marks_are_told_from_the_text(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """A raised number is a mark if a note on the page bears it; each note is a block."""
    page = [
        *lines(prose),
        *raise_after("Het register is openbaar.", "1", 70, 300),
        *raise_after("De wet staat vast.", "2", 70, 330),
        (70, 740, "1", *RAISED),
        (77, 743, "Zie het register en wat daarin over", *SMALL),
        (70, 753, "parkeren staat.", *SMALL),
        (70, 760, "2", *RAISED),
        (77, 763, "Zie de wet.", *SMALL),
    ]
    reading = read(draw([page]))

    assert blocks(reading, "footnote") == [
        "1 Zie het register en wat daarin over parkeren staat.",
        "2 Zie de wet.",
    ]
    assert blocks(reading, "footnote_mark") == ["1", "2"]
    assert "Het register is openbaar.1" in blocks(reading, "paragraph")[1]


def test_a_raised_number_without_a_note_is_text(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """Square metres call no note."""
    page = [*lines(prose), *raise_after("Een vak meet 12 m", "2", 70, 300)]

    assert blocks(read(draw([page])), "footnote_mark") == []


def test_a_note_that_runs_on_overleaf_is_a_note_there(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """Small print at the foot goes on with a note that the page before left open."""
    first = [
        *lines(prose),
        *raise_after("Het register is openbaar.", "1", 70, 300),
        (70, 760, "1", *RAISED),
        (77, 763, "Deze verwerking valt buiten", *SMALL),
    ]
    reading = read(draw([first, [*lines(prose), (70, 763, "het bereik van deze DPIA.", *SMALL)]]))

    assert blocks(reading, "footnote") == [
        "1 Deze verwerking valt buiten",
        "het bereik van deze DPIA.",
    ]


def test_small_print_without_a_number_is_text(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """A caption at the foot of a page is no note."""
    reading = read(draw([[*lines(prose), (70, 763, "Figuur: de route.", *SMALL)]]))

    assert blocks(reading, "footnote") == []


def test_a_mark_behind_a_number_is_no_digit_of_it(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """A raised number glued to a year leaves the year as it is."""
    page = [
        *lines(prose),
        *raise_after("Dat besluit viel in 2024", "9", 70, 300),
        (70, 743, "9 Zie het register.", *SMALL),
    ]
    reading = read(draw([page]))

    assert blocks(reading, "footnote_mark") == ["9"]
    assert blocks(reading, "footnote") == ["9 Zie het register."]


def test_a_note_may_stand_beside_lower_text(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """Below the left column stands a note, while the right column goes down farther."""
    page = [
        *lines(prose, left=40, top=120),
        *raise_after("Dat staat in de wet.", "1", 40, 300),
        (40, 700, "1 Zie het register.", *SMALL),
        *((320.0, 600.0 + 14 * number, "Het team kijkt mee.") for number in range(10)),
    ]

    assert blocks(read(draw([page])), "footnote") == ["1 Zie het register."]


def test_a_number_in_a_table_begins_no_note(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """Cells in small print above the notes stay a table, whatever numbers they hold."""
    rows = [("Lek", "1", "laag"), ("Fout", "2", "hoog"), ("Storing", "3", "midden")]
    page = [
        *lines(prose),
        *raise_after("Dat staat in de wet.", "1", 70, 300),
        *(
            (left, 600 + 16 * place, word, *SMALL)
            for place, row in enumerate(rows)
            for left, word in zip((70, 200, 330), row, strict=True)
        ),
        (70, 743, "1 Zie het register.", *SMALL),
    ]
    reading = read(draw([page]))

    assert blocks(reading, "footnote") == ["1 Zie het register."]
    assert blocks(reading, "row") == [" ".join(row) for row in rows]
