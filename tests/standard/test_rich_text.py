"""Plain text becomes html the register keeps, loses nothing, and is measured as it measures."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.html import document_fromstring, fromstring, tostring

from extractor.standard.markup import list_markup_objections
from extractor.standard.plain_text import to_plain
from extractor.standard.rich_text import count_characters, count_stored, to_html

CHARACTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff")
TYPED = st.lists(
    st.one_of(st.sampled_from(["\n", "\n\n", "- ", "• ", "<p>", "&amp;", " < ", "="]), CHARACTERS),
    max_size=40,
).map("".join)
"""What a person may type, with a taste for what could go wrong."""


def join_as_the_register(html: str) -> str:
    """Return all text nodes joined by one space, with nothing of the module under test."""
    nodes = etree.XPath("//text()")(document_fromstring(html))
    assert isinstance(nodes, list)
    return " ".join(str(node) for node in nodes)


def drop_layout(text: str) -> str:
    """Return the text without white space and without bullets at the start of a line."""
    bare = re.sub(r"(?m)^\s*[-•]\s+(?=\S)", "", text)
    return "".join(bare.split())


@settings(deadline=None)
@given(TYPED)
@example("Doel:\n- een\n\n- twee\nen verder\n\nSlot")
def test_length_is_the_registers_own(typed: str) -> None:
    """All text nodes joined by one space, counted (register.md 1.2)."""
    html = to_html(typed)

    assert count_characters(html) == (len(join_as_the_register(html)) if html else 0)


@settings(deadline=None)
@given(TYPED)
def test_no_character_is_lost(typed: str) -> None:
    """Only white space and the marks of list lines may change."""
    items = [line.strip() for line in typed.split("\n")]

    shown = join_as_the_register(to_html(typed)) if to_html(typed) else ""

    assert "".join(shown.split()) == "".join(drop_layout(line) for line in items)


@given(TYPED)
def test_html_reads_back_as_the_same_text(typed: str) -> None:
    """What was read back once reads back the same ever after."""
    normal = to_plain(to_html(typed))

    assert to_plain(to_html(normal)) == normal
    assert drop_layout(normal) == drop_layout(typed)


@pytest.mark.parametrize(
    "plain",
    [
        "Eén zin.",
        "Eerste alinea.\n\nTweede alinea.",
        "Regel een.\nRegel twee.",
        "Gebruikt:\n\n- adres\n- leeftijd\n\nEn verder niets.",
        "x < 5 & y > 3; R&D; &copy; blijft staan",
        "",
    ],
)
def test_normal_text_comes_back_to_the_letter(plain: str) -> None:
    """Paragraphs a blank line apart and list lines with a hyphen are the normal form."""
    assert to_plain(to_html(plain)) == plain


@settings(deadline=None)
@given(TYPED)
def test_the_sanitiser_has_nothing_to_change(typed: str) -> None:
    """Parsed and written again the html is the same, in tags the register keeps."""
    html = to_html(typed)

    assert list_markup_objections(html) == ()
    if html:
        assert tostring(fromstring(html), encoding="unicode") == html
        assert count_stored(html) == len(html)


def test_blocks_stand_on_lines_of_their_own() -> None:
    """Without the newlines the register's CSV would glue words together."""
    html = to_html("Doel:\n• een\n- twee & drie\n\nRegel\nvervolg")

    assert html == (
        "<div><p>Doel:</p>\n"
        "<ul><li>een</li>\n<li>twee &amp; drie</li></ul>\n"
        "<p>Regel<br>\nvervolg</p></div>"
    )


def test_one_paragraph_needs_no_div() -> None:
    """The register puts a `<div>` around several blocks only."""
    assert to_html("  Tekst. \n") == "<p>Tekst.</p>"


def test_a_hyphen_within_text_makes_no_list() -> None:
    """A minus before a digit is no list mark."""
    assert to_html("-5 graden\nnoord-zuid") == "<p>-5 graden<br>\nnoord-zuid</p>"


def test_line_ends_of_other_systems_count_as_line_ends() -> None:
    """A web form sends CR LF."""
    assert to_html("a\r\n\r\nb\rc") == to_html("a\n\nb\nc")


@pytest.mark.parametrize(
    ("html", "length"),
    [
        ("<p>ab</p>", 2),
        ("<p>ab</p><p>cd</p>", 5),
        ("<p>ab</p>\n<p>cd</p>", 7),
        ("a<br>b", 3),
        ("<p>R&amp;D &lt; 3</p>", 7),
        ("https://x.example/?a=1&region=2&copy=3", 38),
        ("", 0),
        ("   ", 3),
    ],
)
def test_length_of_known_texts(html: str, length: int) -> None:
    """Every node boundary adds one character; only entities HTML 4 knows are decoded."""
    assert count_characters(html) == length


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("los", "<p>los</p>"),
        ("R&D", "<p>R&amp;D</p>"),
        ("<p>a</p><p>b</p>", "<div><p>a</p><p>b</p></div>"),
        ("<p>a</p>", "<p>a</p>"),
    ],
)
def test_what_the_database_gets(html: str, stored: str) -> None:
    """The register wraps loose text and several blocks before it stores them."""
    assert count_stored(html) == len(stored)


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<ol><li>een</li><li>twee</li></ol>", "1. een\n2. twee"),
        ("<ul><li><p>een</p></li></ul><p>slot</p>", "- een\n\nslot"),
        ("<p>a<br><br><br>b</p>", "a\n\nb"),
        ("<div>a<div>b</div></div>", "a\n\nb"),
        ("<p>regel\neinde</p>", "regel einde"),
        ("los &amp; vast &region=1", "los & vast &region=1"),
        ("<ul><li></ul><p>na een leeg punt</p>", "na een leeg punt"),
        (" ", ""),
    ],
)
def test_markup_of_others_reads_as_plain_text(html: str, plain: str) -> None:
    """Entries made elsewhere hold numbered lists, nested blocks and loose text."""
    assert to_plain(html) == plain


def test_long_text_takes_no_long_time() -> None:
    """A hundred thousand characters are written, read and measured in well under a second."""
    long = "- woord & <teken>\n\nalinea met tekst\n" * 3000
    started = perf_counter()

    html = to_html(long)
    count_characters(html)
    to_plain(html)

    assert perf_counter() - started < 2
