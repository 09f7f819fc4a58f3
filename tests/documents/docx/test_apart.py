"""Boxes, notes, headers, contents and prompts are read apart from the text they stand in."""

from __future__ import annotations

import pytest

from tests.documents.docx.word_xml import (
    ListBlocks,
    ReadWord,
    cell,
    para,
    row,
    style,
    styled,
    table,
)

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


def test_a_text_box_is_read_once_after_its_paragraph(read_word: ReadWord) -> None:
    """Word stores a box twice, for itself and for older versions."""
    content = f"<w:txbxContent>{para('in de doos')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    anchored = read_word(f"<w:p>{box}<w:r><w:t>Anker</w:t></w:r></w:p>{para('Na')}")
    alone = read_word(f"<w:p>{box}</w:p>{para('Na')}")

    assert anchored.text == "Anker\nin de doos\nNa\n"
    assert alone.text == "in de doos\nNa\n"


def test_a_text_box_in_a_cell_is_text_of_the_cell(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """Nothing in a table gets lost for being in a box."""
    content = f"<w:txbxContent>{para('doos')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>"
    body = table(row(cell(f"<w:p>{box}</w:p>"), cell(para("b"))))

    assert list_blocks(read_word(body), "cell") == ["doos", "b"]


def test_the_words_in_a_diagram_are_read(read_word: ReadWord) -> None:
    """A process is often drawn; Word keeps the words of the drawing in another part."""
    shapes = "".join(f"<dgm:pt><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:pt>" for word in "ab")
    drawing = '<w:r><w:drawing><dgm:relIds r:dm="{}"/></w:drawing></w:r>'

    read = read_word(f"<w:p>{drawing.format('diagramData1')}</w:p>", diagramData1=shapes)
    missing = read_word(f"<w:p>{drawing.format('weg')}<w:r><w:t>x</w:t></w:r></w:p>")

    assert read.text == "a\nb\n"
    assert missing.text == "x\n"


NOTE = '<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


NOTE_TEXT = (
    '<w:{kind} w:id="{id}"><w:p><w:r><w:{kind}Ref/></w:r><w:r>'
    '<w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:{kind}>'
)


def test_notes_stand_behind_the_paragraph_that_refers_to_them(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """They are numbered in the order of their references; the numbers are marks."""
    first, second = NOTE.format(kind="footnote", id=7), NOTE.format(kind="footnote", id=3)
    notes = NOTE_TEXT.format(kind="footnote", id=3, text="Tweede.") + NOTE_TEXT.format(
        kind="footnote", id=7, text="Eerste."
    )
    line = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
    body = f"<w:p><w:r><w:t>NPR</w:t></w:r>{first}<w:r><w:t>.</w:t></w:r>{second}</w:p>"

    reading = read_word(body + para("Verder."), footnotes=line + notes)

    assert reading.text == "NPR1.2\n1 Eerste.\n2 Tweede.\nVerder.\n"
    assert list_blocks(reading, "footnote") == ["1 Eerste.", "2 Tweede."]
    assert list_blocks(reading, "footnote_mark") == ["1", "2", "1", "2"]
    assert [b.label for b in reading.blocks if b.kind == "footnote"] == ["1", "1"]


def test_endnotes_have_roman_numbers(read_word: ReadWord) -> None:
    """Word numbers endnotes so, unless the document says otherwise."""
    body = f"<w:p><w:r><w:t>Wet</w:t></w:r>{NOTE.format(kind='endnote', id=1)}</w:p>"
    notes = NOTE_TEXT.format(kind="endnote", id=1, text="AVG.")
    other = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'

    assert read_word(body, endnotes=notes).text == "Weti\ni AVG.\n"
    assert read_word(body, endnotes=notes, settings=other).text == "Wet1\n1 AVG.\n"


def test_a_typed_note_sign_is_a_mark_too(read_word: ReadWord, list_blocks: ListBlocks) -> None:
    """An author may choose an asterisk instead of a number."""
    sign = (
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
        "<w:r><w:t>.</w:t></w:r>"
    )
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>* Bron.</w:t></w:r></w:p></w:footnote>'

    reading = read_word(f"<w:p><w:r><w:t>Wet</w:t></w:r>{sign}</w:p>", footnotes=note)

    assert reading.text == "Wet*.\n* Bron.\n"
    assert list_blocks(reading, "footnote_mark") == ["*"]


def test_a_note_in_a_table_stands_behind_its_row(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """A row stays in one piece; the note is found under the row's label."""
    noted = f"<w:p><w:r><w:t>hoog</w:t></w:r>{NOTE.format(kind='footnote', id=1)}</w:p>"
    notes = NOTE_TEXT.format(kind="footnote", id=1, text="Zie R2.")

    reading = read_word(table(row(cell(noted), cell(para("b")))), footnotes=notes)

    assert list_blocks(reading) == ["hoog1\tb", "1 Zie R2."]
    assert [b.label for b in reading.blocks if b.kind == "footnote"] == ["tabel 1, rij 1"]


def test_a_missing_note_is_only_a_mark(read_word: ReadWord) -> None:
    """A damaged file loses the note, not the sentence."""
    reading = read_word(f"<w:p><w:r><w:t>Wet</w:t></w:r>{NOTE.format(kind='footnote', id=9)}</w:p>")

    assert reading.text == "Wet1\n"


SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    '<w:headerReference w:type="first" r:id="header2"/>'
    '<w:footerReference w:type="default" r:id="footer1"/>{first}</w:sectPr>'
)


def test_headers_and_footers_are_furniture_once(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """A line that stands on every page is one line, and one for first pages needs first pages."""
    parts = {"header1": para("DR-117"), "header2": para("Voorblad"), "footer1": para("DR-117")}

    plain = read_word(para("Tekst.") + SECTION.format(first=""), **parts)
    first = read_word(para("Tekst.") + SECTION.format(first="<w:titlePg/>"), **parts)

    assert list_blocks(plain, "furniture") == ["DR-117"]
    assert list_blocks(first, "furniture") == ["DR-117", "Voorblad"]
    assert plain.text == "Tekst.\nDR-117\n"


def test_a_table_of_contents_is_contents(read_word: ReadWord, list_blocks: ListBlocks) -> None:
    """Its lines repeat the headings and answer nothing."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    body = (
        styled("Inhoudsopgave", "Kopvaninhoudsopgave")
        + para("1. Voorstel\t4").replace("<w:r>", begin + "<w:r>", 1)
        + para("2. Doel\t5")
        + end
        + styled("3. Slot", "TOC1")
        + para("4. Bijlage ........ 12")
        + styled("1. Voorstel", "Kop1")
        + para("Tekst.")
    )

    reading = read_word(body, styles=STYLES)

    assert list_blocks(reading, "contents") == [
        "Inhoudsopgave",
        "1. Voorstel\t4",
        "2. Doel\t5",
        "3. Slot",
        "4. Bijlage ........ 12",
    ]
    assert list_blocks(reading)[-2:] == ["1. Voorstel", "Tekst."]


def test_contents_that_never_end_swallow_no_text(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """A field without its end stops at the first heading."""
    begin = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>TOC</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Doel 5</w:t></w:r></w:p>'
    )

    reading = read_word(begin + styled("Doel", "Kop1") + para("Boetes."), styles=STYLES)

    assert list_blocks(reading, "contents") == ["Doel 5"]
    assert list_blocks(reading, "paragraph") == ["Boetes."]


def test_a_plain_title_above_contents_is_contents(
    read_word: ReadWord, list_blocks: ListBlocks
) -> None:
    """The word Inhoud heads nothing but the contents."""
    body = styled("Inhoud", "Kop1") + styled("1. Doel 5", "TOC1") + para("Tekst.")

    assert list_blocks(read_word(body, styles=STYLES), "contents") == ["Inhoud", "1. Doel 5"]


@pytest.mark.parametrize("around", ["block", "inline"])
def test_the_prompt_of_an_empty_control_is_an_instruction(
    read_word: ReadWord, list_blocks: ListBlocks, around: str
) -> None:
    """It stays in the text, and can be told from an answer."""
    prompt = "<w:r><w:t>Kies een datum</w:t></w:r>"
    inner = prompt if around == "inline" else f"<w:p>{prompt}</w:p>"
    control = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )

    reading = read_word(f"<w:p>{control}</w:p>" if around == "inline" else control)

    assert reading.text == "Kies een datum\n"
    assert list_blocks(reading, "instruction") == ["Kies een datum"]
