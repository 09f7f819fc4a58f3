"""Word leaves in the file where its pages began; a place in the text says which page is near."""

from __future__ import annotations

import pytest

from extractor.locators import locate
from extractor.models import INNER_KINDS, Reading, Span
from tests.documents.docx.word_xml import ReadWord, cell, para, row, style, styled, table

LAID = "<w:r><w:lastRenderedPageBreak/></w:r>"
MADE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def laid(text: str) -> str:
    """Return a paragraph that began a page when Word last laid it out."""
    return f"<w:p><w:r><w:lastRenderedPageBreak/><w:t>{text}</w:t></w:r></w:p>"


def pages_of(reading: Reading) -> list[int | None]:
    """Return the pages on which the outer blocks begin."""
    return [block.page for block in reading.blocks if block.kind not in INNER_KINDS]


def test_a_paragraph_knows_the_page_word_began_it_on(read_word: ReadWord) -> None:
    """One that runs over the end of a page belongs to the page it begins on."""
    over = f"<w:p><w:r><w:t>begint</w:t></w:r>{LAID}<w:r><w:t> en gaat door</w:t></w:r></w:p>"

    reading = read_word(para("een") + laid("twee") + over + para("drie"))

    assert pages_of(reading) == [1, 2, 2, 3]


def test_a_break_made_by_hand_is_not_counted_twice(read_word: ReadWord) -> None:
    """Word marks the page that follows it too, unless nothing of the break is left there."""
    body = para("een") + MADE + laid("twee") + MADE + para("drie") + laid("vier")

    assert pages_of(read_word(body)) == [1, 2, 3, 4]


def test_breaks_made_by_hand_alone_tell_no_page(read_word: ReadWord) -> None:
    """Other programs leave only those; between them lie pages that nobody counted."""
    assert pages_of(read_word(para("een") + MADE + para("twee"))) == [None, None]


@pytest.mark.parametrize(
    ("kind", "page"),
    [("", 3), ('<w:type w:val="oddPage"/>', 3), ('<w:type w:val="continuous"/>', 2)],
)
def test_a_section_begins_on_a_page_unless_it_goes_on(
    read_word: ReadWord, kind: str, page: int
) -> None:
    """How a section begins is said where it ends itself."""
    ends = para("twee", "<w:sectPr/>")
    body = para("een") + laid("een") + ends + para("drie") + f"<w:sectPr>{kind}</w:sectPr>"

    assert pages_of(read_word(body)) == [1, 2, 2, page]


def test_a_style_may_begin_every_chapter_on_a_page(read_word: ReadWord) -> None:
    """A paragraph's own word goes before its style's."""
    styles = style("Hoofdstuk", "Hoofdstuk", "<w:pPr><w:pageBreakBefore/></w:pPr>")
    stays = para("drie", '<w:pStyle w:val="Hoofdstuk"/><w:pageBreakBefore w:val="0"/>')

    body = styled("een", "Hoofdstuk") + laid("twee") + styled("drie", "Hoofdstuk") + stays
    reading = read_word(body, styles=styles)

    assert pages_of(reading) == [1, 2, 3, 3]


def test_cells_beside_each_other_turn_the_same_page(read_word: ReadWord) -> None:
    """A row that runs on marks the page in every cell."""
    running = cell(para("a"), laid("b"))

    reading = read_word(table(row(running, running), row(cell(para("c")), cell(para("d")))))

    assert pages_of(reading) == [1, 2]


def test_a_note_and_a_box_stand_on_the_page_of_their_paragraph(read_word: ReadWord) -> None:
    """Breaks inside them are those of another flow of text."""
    note = f'<w:footnote w:id="1">{laid("noot")}</w:footnote>'
    box = f"<w:r><w:pict><w:txbxContent>{laid('doos')}</w:txbxContent></w:pict></w:r>"
    noted = '<w:r><w:footnoteReference w:id="1"/></w:r>'

    reading = read_word(
        f"{para('nul')}{laid('een')}<w:p><w:r><w:t>twee</w:t></w:r>{noted}{box}</w:p>{para('drie')}",
        footnotes=note,
    )

    assert pages_of(reading) == [1, 2, 2, 2, 2, 2]


def test_a_locator_says_which_page_is_near(read_word: ReadWord) -> None:
    """The paragraph is the place; the page is where to look for it on paper."""
    reading = read_word(para("een") + laid("twee"))

    found = locate(reading, Span(start=4, end=8))

    assert (found.kind, found.label, found.printed) == ("paragraph", "2", "2")
    assert reading.pages == ()
