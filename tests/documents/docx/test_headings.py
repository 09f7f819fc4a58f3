"""Headings are told by style, by outline level, or by how a line looks."""

from __future__ import annotations

import pytest

from tests.documents.docx.word_xml import ListBlocks, ReadWord, outline, para, style, styled

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


@pytest.mark.parametrize(
    ("style_id", "level"),
    [
        ("Heading2", 2),
        ("Kop1", 1),
        ("Eigen", 2),
        ("Title", 1),
        ("Tekst", None),
        ("Kring", None),
        ("Koptekst", None),
        ("Onbekend", None),
    ],
)
def test_a_style_says_what_is_a_heading(
    read_word: ReadWord, style_id: str, level: int | None
) -> None:
    """Dutch and English names count, outline levels, and the styles a style is based on."""
    reading = read_word(styled("Voorstel", style_id) + para("Tekst."), styles=STYLES)

    assert outline(reading) == ([(level, "Voorstel")] if level else [])


def test_a_paragraph_may_be_a_heading_by_itself(read_word: ReadWord) -> None:
    """An outline level of its own goes before the style's."""
    own = read_word(para("Doel", '<w:outlineLvl w:val="2"/>'))
    none = read_word(
        para("Doel", '<w:pStyle w:val="Kop1"/><w:outlineLvl w:val="9"/>'), styles=STYLES
    )

    assert outline(own) == [(3, "Doel")]
    assert outline(none) == []


def test_a_heading_style_on_a_whole_paragraph_makes_no_heading(read_word: ReadWord) -> None:
    """Some use a heading style for its looks; a path of such headings helps nobody."""
    reading = read_word(styled("Zin. " * 60, "Kop1"), styles=STYLES)

    assert outline(reading) == []
    assert [block.kind for block in reading.blocks] == ["paragraph"]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("14. Noodzaak en evenredigheid", 2),
        ("14.2 Proportionaliteit", 3),
        ("Bewaartermijn", 2),
        ("Bewaartermijn:", 2),
        ("Dit is een nadrukkelijke zin.", None),
        ("Woord " * 30, None),
        ("12345", None),
    ],
)
def test_a_bold_line_that_heads_a_text_is_a_heading(
    read_word: ReadWord, line: str, level: int | None
) -> None:
    """Not every author uses styles; a sentence in bold is still a sentence."""
    body = styled("B. Beoordeling", "Kop1") + para(line, look="<w:b/>") + para("Antwoord.")

    headings = {text: found for found, text in outline(read_word(body, styles=STYLES))}

    assert headings.get(line.strip()) == level


def test_a_bold_heading_has_the_level_of_headings_numbered_alike(read_word: ReadWord) -> None:
    """A chapter whose style was forgotten stands beside the other chapters."""
    body = (
        styled("A. Kenmerken", "Kop1")
        + styled("7. Belangen", "Heading2")
        + para("Tekst.")
        + para("8. Locaties", look="<w:b/>")
        + para("Nederland.")
    )

    assert outline(read_word(body, styles=STYLES))[-1] == (2, "8. Locaties")


def test_nothing_to_head_makes_no_heading(read_word: ReadWord) -> None:
    """A bold line at the end, or above a real heading, heads nothing."""
    body = para("Duinrade", look="<w:b/>") + styled("DPIA", "Title") + para("Slot", look="<w:b/>")

    assert outline(read_word(body, styles=STYLES)) == [(1, "DPIA")]


def test_paragraphs_are_counted_from_one(read_word: ReadWord) -> None:
    """Empty paragraphs are no places to turn to."""
    reading = read_word(para("Een") + para(" ") + para("Twee"))

    assert [block.label for block in reading.blocks] == ["1", "2"]


def test_a_block_leaves_out_the_white_space_at_its_ends(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """The text stays raw; a citation does not begin with a space."""
    reading = read_word(para("  Doel \n "))

    assert reading.text == "  Doel   \n"
    assert list_blocks(reading) == ["Doel"]


@pytest.mark.parametrize("text", ["- de kosten", "•\tde kosten", "a) de kosten", "2) de kosten"])
def test_a_typed_bullet_makes_a_list_item(read_word: ReadWord, text: str) -> None:
    """Not every list is made by Word."""
    assert [block.kind for block in read_word(para(text)).blocks] == ["list_item"]
