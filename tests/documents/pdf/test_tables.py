"""Tables are rows of cells, and text in columns is no table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.models import Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]
Blocks = Callable[..., list[str]]

COLUMNS = (70, 200, 400)


def set_table(rows: Sequence[Sequence[str]], top: float = 120) -> list[tuple[float, float, str]]:
    """Return the cells of a table, cell by cell; a line end in a cell starts its next line."""
    pieces: list[tuple[float, float, str]] = []
    for row in rows:
        height = max(cell.count("\n") for cell in row) + 1
        for left, cell in zip(COLUMNS, row, strict=False):
            pieces += [
                (left, top + 13 * number, line) for number, line in enumerate(cell.split("\n"))
            ]
        top += 13 * height + 8
    return pieces


def test_rows_hold_their_cells(draw: Draw, read: Read, blocks: Blocks) -> None:
    """Each row is a block with its number; its cells lie inside it with their column."""
    reading = read(draw([set_table([("Risico", "Kans", "Impact"), ("Lek", "laag", "hoog")])]))
    cells = [block for block in reading.blocks if block.kind == "cell"]

    assert blocks(reading, "row") == ["Risico Kans Impact", "Lek laag hoog"]
    assert [block.label for block in reading.blocks if block.kind == "row"] == ["1", "2"]
    assert [(cell.level, cell.span.of(reading.text)) for cell in cells[3:]] == [
        (1, "Lek"), (2, "laag"), (3, "hoog")
    ]  # fmt: skip


def test_cells_of_several_lines_stay_whole(draw: Draw, read: Read, blocks: Blocks) -> None:
    """A cell goes on below itself, also where the one beside it is shorter or longer."""
    reading = read(
        draw([
            set_table([
                ("Gegeven", "Gebruik", "Bewaren"),
                ("Foto van het\nkenteken", "Beoordelen", "zeven dagen na\nde keuze van een\nmens"),
                ("Plaats", "Bewijs bij\nbezwaar", "als de foto"),
            ])
        ])
    )  # fmt: skip

    assert blocks(reading, "row")[1:] == [
        "Foto van het kenteken Beoordelen zeven dagen na de keuze van een mens",
        "Plaats Bewijs bij bezwaar als de foto",
    ]


def test_cells_may_be_level_at_their_feet(draw: Draw, read: Read, blocks: Blocks) -> None:
    """A spreadsheet sets its cells at the foot of the row."""
    page = [
        (70, 120, "Gevaar"), (200, 120, "Kans"),
        (70, 140, "Helpdesk is slecht"), (70, 153, "bereikbaar"), (200, 153, "3"),
        (70, 173, "Sleutels worden"), (70, 186, "verwijderd"), (200, 186, "2"),
    ]  # fmt: skip

    assert blocks(read(draw([page])), "row") == [
        "Gevaar Kans", "Helpdesk is slecht bereikbaar 3", "Sleutels worden verwijderd 2"
    ]  # fmt: skip


def test_a_table_goes_on_over_the_page(draw: Draw, read: Read, blocks: Blocks) -> None:
    """A head that is repeated overleaf is a row, and the rows are counted on."""
    head = ("Gegeven", "Gebruik", "Bewaren")
    first = set_table([head, ("Foto", "Beoordelen", "kort"), ("Plaats", "Bewijs", "lang")], top=700)
    second = set_table([head, ("Naam", "Aanslag", "jaren")], top=90)
    reading = read(draw([first, second]))

    assert [(block.page, block.label) for block in reading.blocks if block.kind == "row"] == [
        (1, "1"), (1, "2"), (1, "3"), (2, "4"), (2, "5")
    ]  # fmt: skip
    assert blocks(reading, "row")[3] == "Gegeven Gebruik Bewaren"


def test_one_row_is_no_table(draw: Draw, read: Read, blocks: Blocks) -> None:
    """Words beside each other on one line alone are text."""
    reading = read(draw([set_table([("Den Haag,", "4 december")])]))

    assert blocks(reading, "row") == []


def test_a_list_with_wide_tabs_is_no_table(draw: Draw, read: Read, blocks: Blocks) -> None:
    """The space between a counter and its text parts no columns."""
    page = [
        piece
        for row in range(3)
        for piece in (
            (70, 120 + 20 * row, f"{row + 1}."),
            (95, 120 + 20 * row, "Er wordt getoetst."),
        )
    ]
    reading = read(draw([page]))

    assert blocks(reading, "row") == []
    assert len(blocks(reading, "list_item")) == 3


def test_empty_cells_leave_rows_apart(draw: Draw, read: Read, blocks: Blocks) -> None:
    """A cell without a right neighbour is not one with the cell below it."""
    page = [
        *((left, 120, word) for left, word in ((70, "Risico"), (200, "Kans"), (330, "Maatregel"))),
        *((left, 150, word) for left, word in ((70, "Lek"), (200, "laag"))),
        *((left, 174, word) for left, word in ((200, "midden"), (330, "Elke week controleren"))),
        *((left, 204, word) for left, word in ((70, "Storing"), (200, "hoog"), (330, "Geen"))),
    ]

    assert blocks(read(draw([page])), "row") == [
        "Risico Kans Maatregel",
        "Lek laag",
        "midden Elke week controleren",
        "Storing hoog Geen",
    ]
