"""A web page is read as it shows when it opens: its text once, in order, and what each part is."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.html import read_html
from extractor.documents.reading import read_document
from extractor.models import INNER_KINDS, Reading, Source
from tests.documents.block_order import assert_blocks_hold_all_words


def read(content: str | bytes) -> Reading:
    """Return the reading of a page."""
    raw = content if isinstance(content, bytes) else content.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return read_html(raw, Source(sha256=digest, name="a.html", media_type="text/html"))


def blocks_of(content: str) -> list[tuple[str, str]]:
    """Return the kinds and words of the outer blocks."""
    reading = read(content)
    return [
        (block.kind, block.span.of(reading.text))
        for block in reading.blocks
        if block.kind not in INNER_KINDS
    ]


def marks_of(content: str) -> list[str]:
    """Return the marks in a page."""
    reading = read(content)
    return [b.span.of(reading.text) for b in reading.blocks if b.kind == "footnote_mark"]


def codes(content: str | bytes) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in read(content).problems]


def test_headings_paragraphs_and_lists_are_told() -> None:
    """White space counts once; elements that end by themselves need no end tag."""
    content = "<h1>DPIA <small>2026</small></h1><p>Eerste\n   zin.<p>Tweede.<ul><li>punt</ul>los"

    assert blocks_of(content) == [
        ("heading", "DPIA 2026"),
        ("paragraph", "Eerste zin."),
        ("paragraph", "Tweede."),
        ("list_item", "punt"),
        ("paragraph", "los"),
    ]


def test_headings_have_their_level() -> None:
    """By their element, or by their role."""
    reading = read(
        '<h1>a<h2>b</h2><div role="heading" aria-level="3">c</div><div role=heading>d</div>'
    )

    assert [(b.level, b.span.of(reading.text)) for b in reading.blocks] == [
        (1, "a"),
        (2, "b"),
        (3, "c"),
        (2, "d"),
    ]


@pytest.mark.parametrize(
    ("around", "text"),
    [
        ("<ol>{}</ol>", "1. a\n2. b\n"),
        ('<ol start="4" type="A">{}</ol>', "D. a\nE. b\n"),
        ('<ol type="i">{}</ol>', "i. a\nii. b\n"),
        (f'<ol start="{"9" * 50}">{{}}</ol>', "1. a\n2. b\n"),
        ("<ul>{}</ul>", "a\nb\n"),
    ],
)
def test_items_have_their_printed_number(around: str, text: str) -> None:
    """A browser prints it; a bullet is none."""
    assert read(around.format("<li>a<li>b")).text == text


def test_an_item_may_have_a_number_of_its_own_and_more_paragraphs() -> None:
    """The next one counts on from there; a list in an item counts for itself."""
    content = '<ol><li value="7"><p>a</p><p>vervolg</p><ol><li>b</ol><li>c</ol>'

    assert blocks_of(content) == [
        ("list_item", "7. a"),
        ("paragraph", "vervolg"),
        ("list_item", "1. b"),
        ("list_item", "8. c"),
    ]


def test_two_line_breaks_part_paragraphs() -> None:
    """One ends a line; at the end of a paragraph it shows nothing."""
    content = "<p>een<br>twee<br> <br>drie<br></p><p>vier"

    assert [words for _, words in blocks_of(content)] == ["een\ntwee", "drie", "vier"]
    assert read(content).text == "een\ntwee\ndrie\nvier\n"


def test_white_space_counts_where_it_is_kept() -> None:
    """Code is furniture, as in Markdown; other text in its own layout is text."""
    content = "<pre>een\n  twee</pre><pre><code>x = 1\n</code></pre>"

    assert blocks_of(content) == [("paragraph", "een\n  twee"), ("furniture", "x = 1")]


def cells_of(content: str) -> list[tuple[str, int | None, str | None]]:
    """Return the words, columns and labels of the cells."""
    reading = read(content)
    return [(b.span.of(reading.text), b.level, b.label) for b in reading.blocks if b.kind == "cell"]


def test_a_table_is_rows_and_cells() -> None:
    """Cells that are wider or taller keep the others in their columns."""
    content = (
        "<table><caption>Risico's</caption><thead><tr><th rowspan=2>R<th colspan=2>Kans</thead>"
        "<tr><td>voor<td>na<tbody><tr><td>R1<td>hoog<td>laag</table>"
    )

    assert blocks_of(content)[0] == ("paragraph", "Risico's")
    assert cells_of(content) == [
        ("R", 1, "tabel 1, rij 1"),
        ("Kans", 2, "tabel 1, rij 1"),
        ("voor", 2, "tabel 1, rij 2"),
        ("na", 3, "tabel 1, rij 2"),
        ("R1", 1, "tabel 1, rij 3"),
        ("hoog", 2, "tabel 1, rij 3"),
        ("laag", 3, "tabel 1, rij 3"),
    ]


def test_a_nested_table_stands_in_its_cell() -> None:
    """And a table that only lays out the page is the text in it."""
    nested = "<table><tr><td>dag<td>24 uur</table>"

    assert cells_of(f"<table><tr><td>Termijn<td>per soort:{nested}</table>")[1][0] == (
        "per soort:\ndag\t24 uur"
    )
    assert blocks_of('<table role="presentation"><tr><td><p>een<p>twee<td>drie</table>') == [
        ("paragraph", "een"),
        ("paragraph", "twee"),
        ("paragraph", "drie"),
    ]


SITE = (
    "<header>kop<nav><ul><li><a href='/'>Home</a></ul></nav></header><main><article>"
    "<header><h1>Titel</h1></header><p>Tekst.</p><footer>12 mei</footer></article></main>"
    "<aside>ook interessant</aside><div role='contentinfo'>over ons</div><footer>voet</footer>"
)


def test_what_belongs_to_the_site_is_furniture() -> None:
    """A header of an article is part of the article."""
    assert blocks_of(SITE) == [
        ("furniture", "kop"),
        ("furniture", "Home"),
        ("heading", "Titel"),
        ("paragraph", "Tekst."),
        ("paragraph", "12 mei"),
        ("furniture", "ook interessant"),
        ("furniture", "over ons"),
        ("furniture", "voet"),
    ]


@pytest.mark.parametrize(
    "contents",
    [
        '<nav class="toc"><ul><li>Doel<li>Wet</ul></nav>',
        '<div id="inhoudsopgave"><p>Doel</p><p>Wet</p></div>',
        '<p class="MsoToc1">Doel</p><p class="MsoToc2">Wet</p>',
        '<ul><li><a href="#a">Doel</a><li><a href="#b">Wet</a></ul>',
    ],
)
def test_a_table_of_contents_is_contents(contents: str) -> None:
    """By what it is called, or since it is nothing but links to the page itself."""
    assert blocks_of(f"{contents}<p>Tekst.") == [
        ("contents", "Doel"),
        ("contents", "Wet"),
        ("paragraph", "Tekst."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>weg</p>",
        '<p style="color: red; DISPLAY : none">weg</p>',
        '<span style="visibility:hidden">weg</span>',
        "<dialog>weg</dialog>",
        '<p style="font-size: 1px">weg</p>',
        '<p style="color:#FFF">weg</p>',
        "<table><tr><td>a<td hidden>weg</table>",
    ],
)
def test_hidden_text_is_out_and_told(hidden: str) -> None:
    """It may be an answer that folds open, or nothing at all."""
    reading = read(f"<p>Tekst.</p>{hidden}")

    assert "weg" not in reading.text
    assert [problem.code for problem in reading.problems] == ["hidden_text"]


@pytest.mark.parametrize(
    "seen",
    [
        '<p style="color:#fff; background:#154273">blijft</p>',
        '<table bgcolor="navy"><tr><td style="color: white">blijft</table>',
        '<p style="font-size: 10px; color: #fffff0">blijft</p>',
    ],
)
def test_white_letters_on_a_colour_are_read(seen: str) -> None:
    """As the heads of many tables are."""
    assert "blijft" in read(f"<p>Tekst.</p>{seen}").text


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>weg</script>",
        "<style>weg{}</style>",
        "<template><p>weg</p></template>",
        "<noscript>weg</noscript>",
        "<!-- weg -->",
        "<head><title>weg</title></head>",
        "<iframe>weg</iframe>",
        '<a class="sr-only" href="#x">weg</a>',
        "<ruby><rt>weg</rt></ruby>",
        "<div hidden> </div>",
    ],
)
def test_what_is_no_text_of_the_page_is_out(unseen: str) -> None:
    """A browser shows none of it, whatever the page does."""
    reading = read(f"{unseen}<p>Tekst.")

    assert (reading.text, reading.problems) == ("Tekst.\n", ())


def test_deleted_text_is_out_and_told() -> None:
    """Text that was taken out is still in the page, with a line through it."""
    assert read("<p>na <del>24</del> <ins>48</ins> uur").text == "na 48 uur\n"
    assert codes("<p>na <del>24</del> <ins>48</ins> uur") == ["tracked_changes"]


@pytest.mark.parametrize(
    ("link", "text", "mark"),
    [
        ('<a href="https://x.nl/1">de wet</a>', "de wet (https://x.nl/1)", [" (https://x.nl/1)"]),
        ('<a href="https://www.x.nl/">x.nl</a>', "x.nl", []),
        ('<a href="mailto:fg@x.nl">de FG</a>', "de FG (fg@x.nl)", [" (fg@x.nl)"]),
        ('<a href="javascript:weg()">knop</a>', "knop", []),
        ('<a href="../ander.html">elders</a>', "elders", []),
    ],
)
def test_the_address_of_a_link_stands_behind_its_words(
    link: str, text: str, mark: list[str]
) -> None:
    """An address that means something elsewhere is a mark, so that a quote may leave it out."""
    assert read(f"<p>Zie {link}.").text == f"Zie {text}.\n"
    assert marks_of(f"<p>Zie {link}.") == mark


def test_notes_are_notes() -> None:
    """The links to a note, and back from it, are marks."""
    content = (
        '<p>NPR<sup><a href="#fn1">1</a></sup> en wet<a href="#fn2">[2]</a>.</p>'
        '<section role="doc-endnotes"><p id="fn1">Register. <a href="#r1">↩</a></p></section>'
        '<div id="ftn2"><p><a href="#_ftnref2">[2]</a> Wet.</p></div>'
    )

    assert blocks_of(content) == [
        ("paragraph", "NPR1 en wet[2]."),
        ("footnote", "Register. ↩"),
        ("footnote", "[2] Wet."),
    ]
    assert marks_of(content) == ["1", "[2]", "↩", "[2]"]


def test_raised_digits_stay_apart_from_the_number_before() -> None:
    """Ten to the sixth is not 106."""
    assert read("<p>10<sup>6</sup> m<sup>2</sup> 1<sup>e</sup>").text == "10⁶ m² 1e\n"


def test_a_formula_stands_on_one_line() -> None:
    """A fraction in two heights keeps its parts apart."""
    formula = "<math><mfrac><mi>TP</mi><mrow><mi>TP</mi><mo>+</mo><mi>FN</mi></mrow></mfrac></math>"

    assert read(f"<p>Dit is {formula}.").text == "Dit is TP/(TP+FN).\n"


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        ("<input type=checkbox checked> Ja", "☒ (aangevinkt) Ja"),
        ("<input type=radio> Nee", "☐ (niet aangevinkt) Nee"),
        ('<input value="getypt">', "getypt"),
        ('<input type="hidden" value="weg">x', "x"),
        ("<select><option>laag<option selected>hoog</select>", "hoog"),
        ("<select><option>laag<option>hoog</select>", "laag"),
        ("<textarea>getypt</textarea>", "getypt"),
    ],
)
def test_controls_of_a_form_show_their_state(control: str, shown: str) -> None:
    """A box, a typed answer and a choice are what a filled-in form says."""
    assert read(f"<p>{control}</p>").text == f"{shown}\n"


def test_text_after_the_end_of_the_page_is_read() -> None:
    """A browser shows it; the parser would drop it."""
    assert read("<html><body><p>een</body></html><p>twee").text == "een\ntwee\n"


@pytest.mark.parametrize(
    "content",
    [
        "<p>privé €".encode(),
        b"\xef\xbb\xbf" + '<meta charset="latin1"><p>privé €'.encode(),
        "<p>privé €".encode("utf-16"),
        '<meta charset="windows-1252"><p>privé €'.encode("cp1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>privé €'.encode(
            "cp1252"
        ),
        '<?xml version="1.0" encoding="windows-1252"?><html><p>privé €</p></html>'.encode("cp1252"),
        '<meta charset="rot13"><p>privé €'.encode(),
        '<meta charset="onbekend"><p>privé €'.encode("cp1252"),
        '<meta charset="utf-8"><p>privé €'.encode("cp1252"),
    ],
)
def test_the_encoding_is_what_fits(content: bytes) -> None:
    """The mark goes before what the page says, and that before a guess."""
    assert read(content).text == "privé €\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "no_text"),
        ("<html><body><script>maakPagina()</script></body></html>", "no_text"),
        ("<div>" * 3000 + "diep", "unreadable"),
        ("<table><tr><td>" * 900 + "diep", "unreadable"),
    ],
)
def test_what_cannot_be_read_gives_a_problem(content: str, code: str) -> None:
    """A page that fetches its text later is empty; one nested without end is refused."""
    assert codes(content) == [code]
    assert read(content).blocks == ()


def test_a_page_too_large_is_not_read() -> None:
    """Nobody saved a hundred megabytes of text."""
    assert codes(b"<p>x" + b" " * 100_000_000) == ["too_large"]


def test_tall_and_wide_cells_take_no_time() -> None:
    """A page of a megabyte cannot ask for a billion columns."""
    row = "<tr>" + '<td rowspan="65534" colspan="1000">x' * 50
    content = "<table>" + row * 400 + "</table>"

    assert len(cells_of(content)) == 20_000


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<!DOCTYPE html><p>x", "pagina.txt"),
        (b"\n<HTML><p>x", "pagina"),
        (b"<p>x</p>", "pagina.htm"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>", "a"),
    ],
)
def test_a_page_is_known_by_its_content_or_its_name(content: bytes, name: str) -> None:
    """A page in XML too."""
    assert read_document(content, name).text == "x\n"


PIECES = st.sampled_from(
    [
        *(
            "woord",
            " wit\n",
            "<p>",
            "</p>",
            "<br>",
            "<div>",
            "</div>",
            "<h2>",
            "</h2>",
            "<b>",
            "</b>",
        ),
        *("<ul>", "<ol>", "<li>", "</ul>", "</ol>", "<table>", "<tr>", "<td>", "</td>", "</table>"),
        *(
            '<a href="https://x.nl">',
            '<a href="#fn1">',
            "</a>",
            "<sup>",
            "</sup>",
            "1",
            "<nav>",
            "</nav>",
        ),
        *(
            "<pre>",
            "</pre>",
            "<input type=checkbox>",
            "<td rowspan=3 colspan=2>",
            "&nbsp;",
            "&lt;",
            "<",
        ),
        *("<!--", "-->", "<script>", "</script>", "</html>", '<section class="footnotes">'),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_blocks_follow_each_other_and_hold_all_words(content: str) -> None:
    """Outer blocks do not overlap, begin and end in words, and leave only white space outside."""
    assert_blocks_hold_all_words(read(content))


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: f"<p>{text}")))
def test_no_bytes_make_reading_raise(content: bytes | str) -> None:
    """Whatever the file holds, a reading comes back."""
    reading = read(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))

    assert_blocks_hold_all_words(reading)
    assert reading.text or reading.problems
