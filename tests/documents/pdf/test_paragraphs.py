"""Lines become paragraphs and items, over the ends of lines, columns and pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.models import INNER_KINDS, Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]
Lines = Callable[..., list[tuple[float, float, str]]]
Blocks = Callable[..., list[str]]


def test_lines_join_until_a_gap(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """A paragraph goes on from line to line and ends at a wider gap."""
    reading = read(draw([[*lines(prose), *lines(prose, top=200)]]))

    assert blocks(reading, "paragraph") == [" ".join(prose)] * 2


def test_a_sentence_goes_on_over_the_page(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """One block runs around the footnote, the footer and the header between its two halves."""
    first = [
        *lines(prose, top=120),
        *lines([*prose[:2], "scherm en kiest1 dan of"], top=600),
        (70, 730, "1", "Helvetica", 6.0),
        (77, 733, "Een noot van de schrijver.", "Helvetica", 8.0),
        (70, 810, "Bladzijde 1"),
    ]
    second = [
        (70, 40, "Rapport"),
        *lines(["er een aanslag volgt."], top=90),
        (70, 810, "Bladzijde 2"),
    ]
    third = [(70, 40, "Rapport"), *lines(["Slot."], top=90), (70, 810, "Bladzijde 3")]
    reading = read(draw([[(70, 40, "Rapport"), *first], second, third]))
    running = next(block for block in reading.blocks if "kiest1" in block.span.of(reading.text))
    inside = [
        block.kind
        for block in reading.blocks
        if running.span.holds(block.span) and block is not running
    ]

    assert running.kind == "paragraph"
    assert running.page == 1
    assert inside == ["footnote", "furniture", "furniture"]
    assert blocks(reading, "paragraph")[-1] == "Slot."


def test_a_finished_paragraph_does_not_take_the_next_page(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks
) -> None:
    """A capital after a full stop begins a new paragraph overleaf."""
    reading = read(draw([lines(["Dit is af."], top=780), lines(["Dit is nieuw."], top=90)]))

    assert blocks(reading, "paragraph") == ["Dit is af.", "Dit is nieuw."]


def test_short_lines_end_where_the_next_word_had_room(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """Labels below each other are paragraphs of their own."""
    labels = ["Fase: validatie", "Categorie: vrije keuze", "Risico: laag"]
    reading = read(draw([[*lines(prose), *lines(labels, top=300)]]))

    assert blocks(reading, "paragraph")[1:] == labels


def test_every_item_of_a_list_is_a_block(draw: Draw, read: Read, blocks: Blocks) -> None:
    """Bullets, dashes and counters begin items, and lines that hang below them belong to them."""
    page = [
        (70, 120, "Er zijn drie stappen:"),
        (90, 134, "\u2022 het lezen van kentekens op straat en het"),
        (100, 148, "vergelijken daarvan met het register"),
        (90, 162, "- het vragen van een keuze"),
        (90, 176, "a) het kiezen"),
    ]
    reading = read(draw([page]))

    assert blocks(reading, "paragraph") == ["Er zijn drie stappen:"]
    assert blocks(reading, "list_item") == [
        "\u2022 het lezen van kentekens op straat en het vergelijken daarvan met het register",
        "- het vragen van een keuze",
        "a) het kiezen",
    ]


def test_a_dash_in_a_sentence_begins_no_item(
    draw: Draw, read: Read, lines: Lines, blocks: Blocks, prose: Sequence[str]
) -> None:
    """A line that begins with a dash goes on with the sentence that broke off above it."""
    text = [
        prose[0],
        "- dat is inherent aan het gebruik van een register - en wist daarna de foto's van",
    ]
    reading = read(draw([lines([*text, "alle voertuigen."])]))

    assert blocks(reading, "list_item") == []
    assert len(blocks(reading, "paragraph")) == 1


def test_columns_keep_their_own_lines(draw: Draw, read: Read, lines: Lines, blocks: Blocks) -> None:
    """The left column is read to its foot before the right one, and a sentence may cross."""
    left = ["Elke auto heeft zes camera's, drie", "aan elke kant. De opname is ook in"] * 5
    right = ["het donker bruikbaar. De auto rijdt", "ten hoogste veertig kilometer."] * 5
    reading = read(draw([[*lines(left), *lines(right, left=310)]]))
    text = blocks(reading, "paragraph")[0]

    assert blocks(reading, "row") == []
    assert "De opname is ook in het donker bruikbaar" in text


def test_a_line_end_hyphen_stays_in_the_text(draw: Draw, read: Read, lines: Lines) -> None:
    """The text is pdfium's: a hyphen at a line end is U+FFFE there, without a line break."""
    reading = read(draw([lines(["De beslissing is niet geautoma-", "tiseerd genomen."])]))

    assert reading.text == "De beslissing is niet geautoma\ufffetiseerd genomen."
    assert [block.kind for block in reading.blocks if block.kind not in INNER_KINDS] == [
        "paragraph"
    ]
