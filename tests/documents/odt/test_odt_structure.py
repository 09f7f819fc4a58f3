"""Headings, lists and tables of an OpenDocument text, with their numbers as printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.models import Reading

ReadBody = Callable[..., Reading]
ListBlocks = Callable[..., list[str]]


def para(content: str) -> str:
    """Return a paragraph."""
    return f"<text:p>{content}</text:p>"


def heading(text: str, level: int, rest: str = "") -> str:
    """Return a heading."""
    return f'<text:h text:outline-level="{level}" {rest}>{text}</text:h>'


def items(*contents: str, rest: str = "") -> str:
    """Return a list of these items."""
    inside = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {rest}>{inside}</text:list>"


def number_level(level: int, rest: str, element: str = "list-level-style-number") -> str:
    """Return one level of a list."""
    return f'<text:{element} text:level="{level}" {rest}/>'


def outline(reading: Reading) -> list[tuple[int | None, str]]:
    """Return the levels and words of the headings."""
    return [(b.level, b.span.of(reading.text)) for b in reading.blocks if b.kind == "heading"]


NUMBERED = (
    '<text:list-style style:name="L1">'
    + number_level(1, 'style:num-format="1" style:num-suffix="."')
    + number_level(2, 'style:num-format="a" style:num-suffix=")"')
    + number_level(3, 'style:num-format="1" text:display-levels="3"')
    + "</text:list-style>"
    '<text:list-style style:name="L2">'
    + number_level(1, 'text:bullet-char="•"', "list-level-style-bullet")
    + '</text:list-style><text:list-style style:name="L3">'
    + number_level(1, 'style:num-format="I" loext:num-list-format="Deel %1%:"')
    + "</text:list-style>"
)
L1 = 'text:style-name="L1"'


def test_items_have_their_printed_number(read_body: ReadBody, list_blocks: ListBlocks) -> None:
    """A list in an item counts for itself; the text after the first paragraph has no number."""
    body = items(
        para("A") + items(para("B"), para("C")),
        para("D") + para("vervolg"),
        items(items(para("E"))),
        rest=L1,
    )

    reading = read_body(body, automatic=NUMBERED)

    assert reading.text == "1. A\na) B\nb) C\n2. D\nvervolg\n2.a.1 E\n"
    assert list_blocks(reading, "paragraph") == ["vervolg"]


def test_a_bullet_is_no_number(read_body: ReadBody, list_blocks: ListBlocks) -> None:
    """The sign is no word of the item."""
    reading = read_body(items(para("A"), rest='text:style-name="L2"'), automatic=NUMBERED)

    assert list_blocks(reading, "list_item") == ["A"]


@pytest.mark.parametrize(
    ("rest", "number"),
    [
        ("", "1."),
        ('text:continue-numbering="true"', "3."),
        ('text:continue-list="eerste"', "3."),
        ('text:continue-list="onbekend"', "1."),
    ],
)
def test_a_list_goes_on_where_it_says_so(read_body: ReadBody, rest: str, number: str) -> None:
    """Otherwise it begins anew."""
    first = items(para("A"), para("B"), rest=f'{L1} xml:id="eerste"')

    reading = read_body(
        first + para("tussen") + items(para("C"), rest=f"{L1} {rest}"), automatic=NUMBERED
    )

    assert reading.text.splitlines()[-1] == f"{number} C"


def test_an_item_may_start_at_a_number(read_body: ReadBody) -> None:
    """And the next one counts on from there; a number of a thousand digits is none."""
    item = '<text:list-item text:start-value="{}">{}</text:list-item>'
    contents = item.format(7, para("A")) + item.format("9" * 999, para("B"))
    body = f"<text:list {L1}>{contents}</text:list>"

    assert read_body(body, automatic=NUMBERED).text == "7. A\n8. B\n"


def test_newer_files_say_how_a_number_is_printed(read_body: ReadBody) -> None:
    """Then the older way of saying it does not count."""
    body = items(para("Doel"), rest='text:style-name="L3"')

    assert read_body(body, automatic=NUMBERED).text == "Deel I: Doel\n"


OUTLINE = (
    "<text:outline-style>"
    + number_level(1, 'style:num-format="1"', "outline-level-style")
    + number_level(2, 'style:num-format="1" text:display-levels="2"', "outline-level-style")
    + number_level(3, 'style:num-format=""', "outline-level-style")
    + "</text:outline-style>"
)


def test_headings_have_their_level_and_number(read_body: ReadBody) -> None:
    """Headings count together; one may have no number, or begin anew."""
    body = (
        heading("Doel", 1)
        + heading("Wet", 2)
        + heading("Kader", 2)
        + heading("Diep", 3)
        + heading("Bijlage", 1, 'text:is-list-header="true"')
        + heading("Slot", 1, 'text:restart-numbering="true" text:start-value="5"')
        + heading("Wet", 2)
        + para("Tekst.")
    )

    assert outline(read_body(body, styles=OUTLINE)) == [
        (1, "1 Doel"),
        (2, "1.1 Wet"),
        (2, "1.2 Kader"),
        (3, "Diep"),
        (1, "Bijlage"),
        (1, "5 Slot"),
        (2, "5.1 Wet"),
    ]


def test_a_heading_in_a_list_has_the_number_of_the_list(read_body: ReadBody) -> None:
    """Files that came from Word number their headings so."""
    body = items(heading("Doel", 1), heading("Wet", 1), rest=L1)

    assert outline(read_body(body, automatic=NUMBERED)) == [(1, "1. Doel"), (1, "2. Wet")]


TITLE = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)


def test_a_title_and_a_bold_line_are_headings(read_body: ReadBody) -> None:
    """By the style it is based on, and by how it looks above text."""
    named = '<style:style style:name="Title" style:family="paragraph"/>'
    body = (
        '<text:p text:style-name="P1">DPIA</text:p>'
        '<text:p text:style-name="P2">Samenvatting</text:p>' + para("Tekst.")
    )

    assert outline(read_body(body, automatic=TITLE, styles=named)) == [
        (1, "DPIA"),
        (2, "Samenvatting"),
    ]


def test_styles_that_rest_on_each_other_end(read_body: ReadBody) -> None:
    """A circle, or a chain of thousands, takes no time."""
    based = '<style:style style:name="s{}" style:family="paragraph" style:parent-style-name="s{}"/>'
    chain = "".join(based.format(number, number - 1) for number in range(3000))
    chain += based.format(-1, 2999)

    assert read_body('<text:p text:style-name="s2999">x</text:p>', automatic=chain).text == "x\n"


def cell(content: str, rest: str = "") -> str:
    """Return a cell."""
    return f"<table:table-cell {rest}>{content}</table:table-cell>"


def row(*cells: str, rest: str = "") -> str:
    """Return a row."""
    return f"<table:table-row {rest}>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


COVERED = "<table:covered-table-cell/>"


def cells_of(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    """Return the words, columns and labels of the cells."""
    return [(b.span.of(reading.text), b.level, b.label) for b in reading.blocks if b.kind == "cell"]


def test_a_table_is_rows_and_cells(read_body: ReadBody) -> None:
    """A wider cell covers others, which keep their columns; heads stand in a group."""
    wide = cell(para("Kans"), 'table:number-columns-spanned="2"')
    heads = row(cell(para("Risico")), wide, COVERED)
    body = table(
        f"<table:table-header-rows>{heads}</table:table-header-rows>",
        row(cell(para("R1")), COVERED, cell(para("hoog"))),
    )

    assert cells_of(read_body(body)) == [
        ("Risico", 1, "tabel 1, rij 1"),
        ("Kans", 2, "tabel 1, rij 1"),
        ("R1", 1, "tabel 1, rij 2"),
        ("hoog", 3, "tabel 1, rij 2"),
    ]


def test_a_nested_table_stands_in_its_cell(read_body: ReadBody, list_blocks: ListBlocks) -> None:
    """A table in a cell is text of that cell, once."""
    nested = table(row(cell(para("dag")), cell(para("24 uur"))))

    reading = read_body(table(row(cell(para("Termijn")), cell(para("per soort:") + nested))))

    assert list_blocks(reading, "cell") == ["Termijn", "per soort:\ndag\t24 uur"]


def test_empty_rows_that_repeat_are_nothing(read_body: ReadBody) -> None:
    """A program fills a table up to its last row with a single element."""
    many = 'table:number-rows-repeated="1048576"'
    body = table(
        row(cell(para("a")), cell(para("b"))),
        row(cell("", 'table:number-columns-repeated="16384"'), rest=many),
    )

    assert read_body(body).text == "a\tb\n"


def test_rows_and_cells_with_words_repeat_a_bounded_number_of_times(read_body: ReadBody) -> None:
    """A nested table that repeats in cells that repeat would fill the memory."""
    many = 'table:number-rows-repeated="99999"'
    nested = table(row(cell(para("x" * 1000)), cell(para("y")), rest=many))
    body = table(*[row(cell(nested), cell(para("b")), rest=many)] * 40)

    assert (
        read_body(table(row(cell(para("a"), 'table:number-columns-repeated="2"')))).text == "a\ta\n"
    )
    assert len(read_body(body).text) < 5_000_000


def test_a_hidden_row_is_out_and_told(read_body: ReadBody) -> None:
    """A row that was folded away is not shown."""
    body = table(
        row(cell(para("a")), cell(para("b"))),
        row(cell(para("c")), cell(para("d")), rest='table:visibility="collapse"'),
    )

    reading = read_body(body)

    assert reading.text == "a\tb\n"
    assert [problem.code for problem in reading.problems] == ["hidden_text"]
