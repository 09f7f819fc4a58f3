"""Every character Word shows is in the text, once and in order; what it hides is not."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from extractor.models import Reading

ReadWord = Callable[..., Reading]
ListBlocks = Callable[..., list[str]]


def paragraph(runs: str) -> str:
    """Return a paragraph of runs."""
    return f"<w:p>{runs}</w:p>"


def run(text: str, look: str = "") -> str:
    """Return a run of text in a look."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """Return a complex field."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")]
    instructed = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f'{marks[0]}{instructed}{marks[1]}{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def control(content: str, properties: str = "") -> str:
    """Return a content control around its content."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


SHOWN = {
    "plain run": run("gewoon"),
    "inline content control": control(run("gewoon")),
    "nested content controls": control(control(run("gewoon"))),
    "tracked insertion": f"<w:ins>{run('gewoon')}</w:ins>",
    "text moved here": f"<w:moveTo>{run('gewoon')}</w:moveTo>",
    "complex field": field("REF _Ref1", run("gewoon")),
    "simple field": f'<w:fldSimple w:instr="TITLE">{run("gewoon")}</w:fldSimple>',
    "smart tag": f"<w:smartTag>{run('gewoon')}</w:smartTag>",
    "custom XML": f"<w:customXml>{run('gewoon')}</w:customXml>",
    "link without address": f'<w:hyperlink w:anchor="x">{run("gewoon")}</w:hyperlink>',
    "formula": "<m:oMath><m:r><m:t>gewoon</m:t></m:r></m:oMath>",
    "newest form": f"<mc:AlternateContent><mc:Choice>{run('gewoon')}</mc:Choice>"
    f"<mc:Fallback>{run('oud')}</mc:Fallback></mc:AlternateContent>",
    "fallback alone": "<mc:AlternateContent><mc:Fallback>"
    f"{run('gewoon')}</mc:Fallback></mc:AlternateContent>",
    "unhidden in a hidden style": run("gewoon", '<w:rStyle w:val="Weg"/><w:vanish w:val="0"/>'),
}

HIDDEN = {
    "tracked deletion": "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>",
    "text moved away": f"<w:moveFrom>{run('weg')}</w:moveFrom>",
    "hidden text": run("weg", "<w:vanish/>"),
    "hidden by its style": run("weg", '<w:rStyle w:val="Weg"/>'),
    "field instruction": field("REF weg", ""),
    "comment": '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    "text above ruby text": f"<w:r><w:ruby><w:rt>{run('weg')}</w:rt></w:ruby></w:r>",
}

STYLES = '<w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize("runs", SHOWN.values(), ids=SHOWN.keys())
def test_what_word_shows_is_read_once(read_word: ReadWord, runs: str) -> None:
    """Whatever wraps a text, it stands in the reading once, between its neighbours."""
    reading = read_word(paragraph(run("voor ") + runs + run(" na")), styles=STYLES)

    assert reading.text == "voor gewoon na\n"


@pytest.mark.parametrize("runs", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_word_hides_is_not_read(read_word: ReadWord, runs: str) -> None:
    """Hidden text is out, and takes nothing of its neighbours along."""
    reading = read_word(paragraph(run("voor ") + runs + run("na")), styles=STYLES)

    assert reading.text == "voor na\n"


def test_special_characters_are_what_word_prints(read_word: ReadWord) -> None:
    """A hyphen that may not break, a soft hyphen, tabs and line ends have their own elements."""
    reading = read_word(
        paragraph(
            "<w:r><w:t>AVG</w:t><w:noBreakHyphen/><w:t>verzoek</w:t><w:tab/><w:t>ja</w:t>"
            "<w:softHyphen/><w:t>ren</w:t><w:br/><w:t>om</w:t><w:cr/><w:t>niet</w:t></w:r>"
        )
    )

    assert reading.text == "AVG\u2011verzoek\tja\u00adren\nom\nniet\n"


def test_white_space_counts_where_the_file_says_so(read_word: ReadWord) -> None:
    """Indentation of the XML is no text; a space that may not break is."""
    reading = read_word(
        paragraph("<w:r><w:t>\n   aan\n   elkaar\u00a0\n</w:t></w:r>" + run(" los "))
    )

    assert reading.text == "aan    elkaar\u00a0 los \n"


@pytest.mark.parametrize(
    ("box", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑ (aangevinkt)"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "☐ (niet aangevinkt)"),
        ('<w:sym w:font="Symbol" w:char="F0A3"/>', "≤"),
        ('<w:sym w:font="Onbekend" w:char="F0A3"/>', "\uf0a3"),
        ('<w:sym w:font="Arial" w:char="20AC"/>', "€"),
        ('<w:sym w:font="Arial" w:char="geen"/>', ""),
        ('<w:sym w:font="Arial" w:char="FFFFFFFF"/>', ""),
        ('<w:sym w:font="Arial" w:char="D800"/>', ""),
    ],
)
def test_symbols_are_read_as_they_look(read_word: ReadWord, box: str, shown: str) -> None:
    """A ticked box and a sign of comparison keep their meaning outside the symbol font."""
    reading = read_word(paragraph(f"{run('a')}<w:r>{box}</w:r>{run('b')}"))

    assert reading.text == f"a{shown}b\n"


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [
        ("Wingdings", "\uf0e8", "→"),
        ("Wingdings", "\u00fe", "☑ (aangevinkt)"),
        ("Wingdings", " x", " ☒ (aangevinkt)"),
        ("Calibri", "x\uf0e8", "x\uf0e8"),
    ],
)
def test_text_in_a_symbol_font_is_read_as_it_looks(
    read_word: ReadWord, font: str, text: str, shown: str
) -> None:
    """Other programs than Word write a ticked box as a letter in such a font."""
    look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'

    assert read_word(paragraph(run("a") + run(text, look) + run("x"))).text == f"a{shown}x\n"


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☒ (aangevinkt)"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒ (aangevinkt)"),
        (
            '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>',
            "☐ (niet aangevinkt)",
        ),
        ("<w:checkBox/>", "☐ (niet aangevinkt)"),
        (
            (
                '<w:ddList><w:result w:val="1"/><w:listEntry w:val="laag"/>'
                '<w:listEntry w:val="hoog"/></w:ddList>'
            ),
            "hoog",
        ),
        ('<w:ddList><w:result w:val="7"/><w:listEntry w:val="laag"/></w:ddList>', ""),
    ],
)
def test_old_form_fields_show_their_state(read_word: ReadWord, data: str, shown: str) -> None:
    """A box or a choice in an old form has no text of its own in the file."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    reading = read_word(paragraph(f"{begin}{end}{run(' ja')}"))

    assert reading.text == f"{shown} ja\n"


def test_nested_fields_show_the_outer_result(read_word: ReadWord) -> None:
    """A field in an instruction is part of the instruction."""
    inner = field("PAGE", run("weg"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("hoog")
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert read_word(paragraph(begin + inner + rest + end)).text == "hoog\n"


def test_a_broken_field_hides_no_more_than_its_paragraph(read_word: ReadWord) -> None:
    """A field that never shows a result loses nothing after it."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    reading = read_word(paragraph(begin + run("weg")) + paragraph(run("Bewaartermijn")))

    assert reading.text == "Bewaartermijn\n"


def test_raised_digits_stay_apart_from_the_number_before(read_word: ReadWord) -> None:
    """Ten to the sixth is not 106, nor is a square metre an m2."""
    up = '<w:vertAlign w:val="superscript"/>'
    words = run("10") + run("6", up) + run(" m") + run("2", up) + run(" 1") + run("e", up)

    assert read_word(paragraph(words)).text == "10⁶ m² 1e\n"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (
            (
                "<m:f><m:num><m:r><m:t>TP</m:t></m:r></m:num>"
                "<m:den><m:r><m:t>TP+FN</m:t></m:r></m:den></m:f>"
            ),
            "TP/(TP+FN)",
        ),
        (
            (
                "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e>"
                "<m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>"
            ),
            "10^6",
        ),
        (
            (
                "<m:sSub><m:e><m:r><m:t>x</m:t></m:r></m:e>"
                "<m:sub><m:r><m:t>i</m:t></m:r></m:sub></m:sSub>"
            ),
            "x_i",
        ),
        ("<m:d><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:d>", "(a+b)"),
        ("<m:rad><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>", "√x"),
    ],
)
def test_a_formula_stands_on_one_line(read_word: ReadWord, formula: str, shown: str) -> None:
    """What is laid out in two heights keeps its numbers apart."""
    assert read_word(paragraph(f"<m:oMath>{formula}</m:oMath>")).text == f"{shown}\n"


@pytest.mark.parametrize(
    ("address", "words", "text"),
    [
        (
            "https://wetten.overheid.nl/x",
            "Gemeentewet",
            "Gemeentewet (https://wetten.overheid.nl/x)",
        ),
        ("https://www.duinrade.nl/", "duinrade.nl", "duinrade.nl"),
        ("mailto:fg@duinrade.nl?subject=x", "de FG", "de FG (fg@duinrade.nl)"),
        ("mailto:fg@duinrade.nl", "fg@duinrade.nl", "fg@duinrade.nl"),
        ("https://x.nl/a%20b", "https://x.nl/a b", "https://x.nl/a b"),
        ("file:///G:/map", "de map", "de map"),
        ("javascript:alert(1)", "klik", "klik"),
    ],
)
def test_the_address_of_a_link_stands_behind_its_words(
    read_word: ReadWord, list_blocks: ListBlocks, address: str, words: str, text: str
) -> None:
    """An address that the words do not say is a mark, so that a quote may leave it out."""
    link = f'<w:hyperlink r:id="link">{run(words)}</w:hyperlink>'

    reading = read_word(paragraph(f"{run('Zie ')}{link}{run('.')}"), {"link": address})

    assert reading.text == f"Zie {text}.\n"
    assert list_blocks(reading, "footnote_mark") == [text[len(words) :]] * (text != words)


def test_a_link_in_pieces_has_one_address(read_word: ReadWord) -> None:
    """Word cuts a link into pieces when its look changes half-way."""
    pieces = [f'<w:hyperlink r:id="a">{run(half)}</w:hyperlink>' for half in ("Gemeente", "wet")]

    reading = read_word(paragraph("".join(pieces)), {"a": "https://x.nl/1"})

    assert reading.text == "Gemeentewet (https://x.nl/1)\n"


def test_a_link_field_has_its_address_too(read_word: ReadWord) -> None:
    """Older files store a link as a field."""
    reading = read_word(paragraph(field('HYPERLINK "https://x.nl/1" \\o "t"', run("De wet"))))

    assert reading.text == "De wet (https://x.nl/1)\n"


def test_tracked_changes_are_told(read_word: ReadWord) -> None:
    """Who reads a document with open changes may be reading what nobody adopted."""
    changed = read_word(paragraph(f"<w:ins>{run('nieuw')}</w:ins>"))
    settled = read_word(paragraph(run("vast")))

    assert [problem.code for problem in changed.problems] == ["tracked_changes"]
    assert settled.problems == ()


def test_a_deleted_row_and_its_paragraphs_are_out(read_word: ReadWord) -> None:
    """A row that was deleted with tracking shows no more."""
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>weg</w:t></w:r></w:p></w:tc></w:tr>"
    kept = "".join(f"<w:tc>{paragraph(run(word))}</w:tc>" for word in ("doel", "boete"))

    reading = read_word(f"<w:tbl>{gone}<w:tr>{kept}</w:tr></w:tbl>")

    assert reading.text == "doel\tboete\n"


def test_strict_files_are_read_alike(
    read_word: ReadWord, make_word: Callable[..., bytes], read_bytes: Callable[[bytes], Reading]
) -> None:
    """Strict OOXML has other namespaces for the same things."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = paragraph(run("Doel", "<w:vanish w:val='0'/>"))

    reading = read_bytes(_rewrite(make_word(body), usual, strict))

    assert reading.text == read_word(body).text == "Doel\n"


def _rewrite(content: bytes, old: str, new: str) -> bytes:
    """Return the package with a name replaced in all its parts."""
    source, target = ZipFile(BytesIO(content)), BytesIO()
    with ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(old.encode(), new.encode()))
    return target.getvalue()
