"""A table is rows and cells, and what only looks like a table is none."""

from __future__ import annotations

from extractor.models import Reading
from tests.documents.docx.word_xml import (
    ListBlocks,
    ReadWord,
    cell,
    outline,
    para,
    row,
    style,
    styled,
    table,
)


def cells_of(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    """Return the words, columns and labels of the cells."""
    return [(b.span.of(reading.text), b.level, b.label) for b in reading.blocks if b.kind == "cell"]


STYLES = (
    style("Heading2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("Kop1", "Kop 1")
    + style("Eigen", "Rijkshuisstijl kop", '<w:basedOn w:val="Heading2"/>')
    + style("Tekst", "Broodtekst", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    + style("Kring", "Kring", '<w:basedOn w:val="Kring2"/>')
    + style("Kring2", "Kring2", '<w:basedOn w:val="Kring"/>')
    + style("Koptekst", "header")
    + style("Title", "Title")
    + style("TOC1", "toc 1")
    + style("Kopvaninhoudsopgave", "TOC Heading", '<w:basedOn w:val="Kop1"/>')
)


def test_a_table_is_rows_and_cells(read_word: ReadWord, list_blocks: ListBlocks) -> None:
    """A cell knows its column, a row its place; merged cells stand there once."""
    wide = '<w:gridSpan w:val="2"/>'
    tall = '<w:vMerge w:val="restart"/>'
    body = table(
        row(cell(para("Risico")), cell(para("Inschatting"), properties=wide)),
        row(cell(para("R1"), properties=tall), cell(para("kans")), cell(para("hoog"))),
        row(cell("<w:p/>", properties="<w:vMerge/>"), cell(para("impact")), cell(para("laag"))),
    )

    reading = read_word(para("Voor") + body + para("Na"))

    rows = ["Risico\tInschatting", "R1\tkans\thoog", "impact\tlaag"]
    assert list_blocks(reading, "row") == rows
    assert cells_of(reading) == [
        ("Risico", 1, "tabel 1, rij 1"),
        ("Inschatting", 2, "tabel 1, rij 1"),
        ("R1", 1, "tabel 1, rij 2"),
        ("kans", 2, "tabel 1, rij 2"),
        ("hoog", 3, "tabel 1, rij 2"),
        ("impact", 2, "tabel 1, rij 3"),
        ("laag", 3, "tabel 1, rij 3"),
    ]


def test_rows_and_cells_in_controls_are_read(read_word: ReadWord) -> None:
    """Forms repeat rows and fill cells by content controls."""

    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = table(
        control(row(cell(para("a")), cell(para("b")))),
        row(control(cell(para("c"))), cell(control(para("d")))),
    )

    assert [words for words, _, _ in cells_of(read_word(body))] == ["a", "b", "c", "d"]


def test_a_nested_table_stands_in_its_cell(read_word: ReadWord, list_blocks: ListBlocks) -> None:
    """A table in a cell is text of that cell, once."""
    nested = table(row(cell(para("dag")), cell(para("24 uur"))))
    body = table(row(cell(para("Termijn")), cell(para("per soort:"), nested, "<w:p/>")))

    reading = read_word(body)

    assert list_blocks(reading, "cell") == ["Termijn", "per soort:\ndag\t24 uur"]


def test_a_table_of_one_column_is_the_text_in_its_frame(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """A form that sets its questions in boxes is read as questions and answers."""
    body = table(
        row(cell(para("1. Voorstel", look="<w:b/>"))),
        row(cell(para("Scanauto's."), table(row(cell(para("a")), cell(para("b")))))),
    )

    reading = read_word(body)

    assert outline(reading) == [(1, "1. Voorstel")]
    assert list_blocks(reading) == ["1. Voorstel", "Scanauto's.", "a\tb"]


def test_a_title_across_a_table_heads_the_rows_below(read_word: ReadWord) -> None:
    """The rows go on counting, in the same table."""
    title = cell(para("Risico 1", look="<w:b/>"), properties='<w:gridSpan w:val="2"/>')
    pair = row(cell(para("Kans")), cell(para("hoog")))

    reading = read_word(table(pair, row(title), pair))

    assert outline(reading) == [(1, "Risico 1")]
    assert [label for _, _, label in cells_of(reading)] == ["tabel 1, rij 1"] * 2 + [
        "tabel 1, rij 3"
    ] * 2


def test_a_row_that_is_a_heading_is_no_row(read_word: ReadWord) -> None:
    """A heading style counts inside a table too."""
    body = table(
        row(cell(styled("2. Doel", "Kop1")), cell("<w:p/>")),
        row(cell(para("Boete")), cell(para("ja"))),
    )

    reading = read_word(body, styles=STYLES)

    assert [block.kind for block in reading.blocks if block.kind != "cell"] == ["heading", "row"]


def test_an_empty_row_is_no_block(read_word: ReadWord) -> None:
    """A row without words can hold no citation."""
    body = table(
        row(cell(para("a")), cell(para("b"))),
        row(cell("<w:p/>"), cell("<w:p/>")),
        row(cell(para("c")), cell(para("d"))),
    )

    assert {label for _, _, label in cells_of(read_word(body))} == {
        "tabel 1, rij 1",
        "tabel 1, rij 3",
    }
