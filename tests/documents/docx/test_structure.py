"""Headings, lists, tables, notes and furniture become blocks with what a locator needs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.models import Reading

ReadWord = Callable[..., Reading]
ListBlocks = Callable[..., list[str]]


def para(text: str, properties: str = "", look: str = "") -> str:
    """Return a paragraph of one run."""
    shown = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{shown}</w:p>"


def styled(text: str, style: str) -> str:
    """Return a paragraph in a style."""
    return para(text, f'<w:pStyle w:val="{style}"/>')


def style(style_id: str, name: str, rest: str = "") -> str:
    """Return a paragraph style."""
    opening = f'<w:style w:type="paragraph" w:styleId="{style_id}">'
    return f'{opening}<w:name w:val="{name}"/>{rest}</w:style>'


def cell(*content: str, properties: str = "") -> str:
    """Return a table cell around paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def outline(reading: Reading) -> list[tuple[int | None, str]]:
    """Return the levels and words of the headings."""
    return [(b.level, b.span.of(reading.text)) for b in reading.blocks if b.kind == "heading"]


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


def numbering(*levels: str, more: str = "") -> str:
    """Return one list definition with these levels, and lists on it."""
    lines = "".join(
        f'<w:lvl w:ilvl="{depth}">{level}</w:lvl>' for depth, level in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{lines}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def level(form: str, pattern: str, rest: str = "") -> str:
    """Return one level of a list."""
    return f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/>{rest}'


def item(text: str, depth: int, list_id: int = 1) -> str:
    """Return a paragraph in a list."""
    return para(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_printed_numbers_stand_in_front(read_word: ReadWord) -> None:
    """Word prints 1.1 without having it in its text; a person who cites it reads it there."""
    levels = numbering(level("decimal", "%1."), level("decimal", "%1.%2"))
    body = item("A", 0) + item("B", 1) + item("C", 1) + item("D", 0) + item("E", 1)

    assert read_word(body, numbering=levels).text == "1. A\n1.1 B\n1.2 C\n2. D\n2.1 E\n"


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("lowerLetter", ["a)", "b)", "c)"]),
        ("upperRoman", ["I)", "II)", "III)"]),
        ("decimalZero", ["01)", "02)", "03)"]),
        ("onbekend", ["1)", "2)", "3)"]),
        ("none", [")", ")", ")"]),
        ("bullet", ["x", "x", "x"]),
    ],
)
def test_numbers_are_written_as_their_list_says(
    read_word: ReadWord, form: str, numbers: list[str]
) -> None:
    """Letters and Roman figures count as well; a bullet is no number."""
    reading = read_word(item("x", 0) * 3, numbering=numbering(level(form, "%1)")))

    assert [line.split(" ")[0] for line in reading.text.splitlines()] == numbers
    assert {block.kind for block in reading.blocks} == {"list_item"}


def test_a_list_that_starts_anew_counts_anew(read_word: ReadWord) -> None:
    """Lists on one definition count on, unless one says where it starts."""
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    levels = numbering(level("decimal", "%1."), more=anew)
    body = item("A", 0) + item("B", 0, 2) + item("C", 0, 3) + item("D", 0, 3)

    assert read_word(body, numbering=levels).text == "1. A\n2. B\n1. C\n2. D\n"


def test_a_heading_is_numbered_by_its_style(read_word: ReadWord) -> None:
    """The style names the list, the list names the style of its level."""
    numbered = style(
        "Kop1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    ) + style(
        "Kop2", "heading 2", '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    )
    levels = numbering(
        level("decimal", "%1"), level("decimal", "%1.%2", '<w:pStyle w:val="Kop2"/>')
    )
    unnumbered = para("Bijlage", '<w:pStyle w:val="Kop1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = styled("Doel", "Kop1") + styled("Wet", "Kop2") + unnumbered + styled("Slot", "Kop1")

    reading = read_word(body + para("Tekst."), styles=numbered, numbering=levels)

    assert outline(reading) == [(1, "1 Doel"), (2, "1.1 Wet"), (1, "Bijlage"), (1, "2 Slot")]


def test_unseen_paragraphs_take_no_number(read_word: ReadWord) -> None:
    """What was deleted or is hidden is not counted; an empty numbered line is."""
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    )
    hidden = item("weg", 0).replace("<w:rPr></w:rPr>", "<w:rPr><w:vanish/></w:rPr>")
    levels = numbering(level("decimal", "%1."))

    reading = read_word(item("A", 0) + gone + hidden + item("", 0) + item("B", 0), numbering=levels)

    assert reading.text == "1. A\n3. B\n"


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


@pytest.mark.parametrize("text", ["- de kosten", "•\tde kosten", "a) de kosten", "2) de kosten"])
def test_a_typed_bullet_makes_a_list_item(read_word: ReadWord, text: str) -> None:
    """Not every list is made by Word."""
    assert [block.kind for block in read_word(para(text)).blocks] == ["list_item"]
