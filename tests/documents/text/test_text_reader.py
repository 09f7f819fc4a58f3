"""Plain text and Markdown: the text stays as it is, the blocks say what is what."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.text import read_text
from extractor.models import INNER_KINDS, BlockKind, Reading, Source, Span
from extractor.presenting import present
from tests.documents.block_order import assert_blocks_hold_all_words


def read(content: str | bytes) -> Reading:
    """Return the reading of a text."""
    raw = content if isinstance(content, bytes) else content.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return read_text(raw, Source(sha256=digest, name="a.md", media_type="text/markdown"))


def blocks_of(content: str, *kinds: BlockKind) -> list[tuple[str, str]]:
    """Return the kinds and words of the outer blocks, or of those of some kinds."""
    reading = read(content)
    return [
        (block.kind, present(reading, block.span).text)
        for block in reading.blocks
        if (block.kind in kinds if kinds else block.kind not in INNER_KINDS)
    ]


def outline(content: str) -> list[tuple[int | None, str]]:
    """Return the levels and words of the headings."""
    reading = read(content)
    return [(b.level, present(reading, b.span).text) for b in reading.blocks if b.kind == "heading"]


def show(content: str) -> str:
    """Return the whole text as shown."""
    reading = read(content)
    return present(reading, Span(start=0, end=len(reading.text))).text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("privé €".encode(), "privé €"),
        (b"\xef\xbb\xbf" + "privé".encode(), "privé"),
        ("privé".encode("utf-16"), "privé"),
        ("priv\u00e9 \u20ac".encode("cp1252"), "privé €"),
        (b"een\r\n\ttwee\x0c", "een\r\n\ttwee\x0c"),
    ],
)
def test_the_text_is_the_decoded_file(content: bytes, text: str) -> None:
    """Line ends and odd characters stay: they are the source."""
    assert read(content).text == text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a\x00b", "unreadable"),
        (b"\xff\xfe\x00", "unreadable"),
        (b"\x81\x8d\x8f", "unreadable"),
        (bytes(range(1, 32)) * 3, "unreadable"),
        (b" \r\n\t", "no_text"),
        (b"x" * 20_000_001, "too_large"),
    ],
)
def test_what_is_no_text_gives_a_problem(content: bytes, code: str) -> None:
    """A binary file with the wrong name makes no text of noise."""
    reading = read(content)

    assert [problem.code for problem in reading.problems] == [code]
    assert reading.blocks == ()


def test_markdown_headings_have_their_level() -> None:
    """The signs around the words are no part of the heading."""
    content = "# Doel\n\nTekst\n## 1.1 Voorstel ##\nKader\n=====\nWet\n---\n#Geen kop\n"

    assert outline(content) == [(1, "Doel"), (2, "1.1 Voorstel"), (1, "Kader"), (2, "Wet")]


def test_a_bold_line_is_a_heading_below_the_last() -> None:
    """Forms in Markdown set their labels so."""
    content = "## 1. Voorstel\n\n**Scope**\n\nDe scope.\n\n**Doel:**\n\nMeer.\n\n**Let op**: zin.\n"

    assert outline(content) == [(2, "1. Voorstel"), (3, "Scope"), (3, "Doel:")]


@pytest.mark.parametrize(
    ("content", "headings"),
    [
        (
            "A. Feiten\n\n1. Voorstel\nTekst.\n\n1.1 Kader\nWet.\n",
            [(1, "A. Feiten"), (2, "1. Voorstel"), (3, "1.1 Kader")],
        ),
        ("1. Voorstel\n\nTekst.\n\n2. Doel\n\nTekst.\n", [(1, "1. Voorstel"), (1, "2. Doel")]),
        ("SAMENVATTING\n\nTekst.\nWAT NIET\n", [(1, "SAMENVATTING")]),
        ("WAT HET DOET\nHet leest tekst.\n", [(1, "WAT HET DOET")]),
        ("1. Verzamelen\n2. Vergelijken\n3. Beslissen\n", []),
        ("1. dit is een stap.\n\nTekst.\n", []),
        ("Tekst gaat\n1. Door\nna de regel\n", []),
        ("ABC\n\nTekst.\n", []),
        ("# Kop\n\n1. Voorstel\n\nTekst.\n", [(1, "Kop")]),
    ],
)
def test_numbers_and_capitals_make_headings_in_plain_text(
    content: str, headings: list[tuple[int, str]]
) -> None:
    """Only there: Markdown has its own signs, and a numbered list is no set of headings."""
    assert outline(content) == headings


def test_blank_lines_part_paragraphs() -> None:
    """Lines that were broken for their width belong together."""
    content = "De scan-auto\nrijdt rond.\n\nDe controleur\nkijkt mee.\n"

    assert [words for _, words in blocks_of(content)] == [
        "De scan-auto rijdt rond.",
        "De controleur kijkt mee.",
    ]


def test_long_lines_are_paragraphs_themselves() -> None:
    """Who does not break lines for their width ends a paragraph with each."""
    long = "woord " * 40
    content = f"Ontvanger\n{long.strip()}\n{long.strip()}\n"

    assert [len(words) for _, words in blocks_of(content)] == [9, 239, 239]


def test_a_line_break_made_by_hand_ends_a_paragraph() -> None:
    """Markdown has two spaces, a backslash and a tag for it."""
    content = "**Versie:** 0.1<br/>\n**Datum:** 2026  \n**Status:** concept \\\nEinde\n"

    assert show(content) == "Versie: 0.1\nDatum: 2026\nStatus: concept\nEinde"


def test_a_key_with_its_value_is_a_paragraph() -> None:
    """Lines that are lined up behind a colon say one thing each."""
    content = "Applicatie:    Witvlak 4.2\nOmgeving:\tproductie, in gebruik\nbij Juridische Zaken\n"

    assert show(content) == (
        "Applicatie: Witvlak 4.2\nOmgeving: productie, in gebruik bij Juridische Zaken"
    )


def test_list_items_are_blocks() -> None:
    """A bullet is no word of the item; a number is, for it is referred to."""
    content = "- de kosten\n  van het werk\n* de baten\n1. eerst\n2) dan\na. ten slotte\n• punt\n"

    assert blocks_of(content) == [
        ("list_item", "de kosten van het werk"),
        ("list_item", "de baten"),
        ("list_item", "1. eerst"),
        ("list_item", "2) dan"),
        ("list_item", "a. ten slotte"),
        ("list_item", "punt"),
    ]


def test_a_numbered_item_may_be_indented() -> None:
    """The white space before its number is no part of it."""
    assert blocks_of("Stappen:\n\n 1. eerst\n  2. dan\n") == [
        ("paragraph", "Stappen:"),
        ("list_item", "1. eerst"),
        ("list_item", "2. dan"),
    ]


def test_a_list_item_ends_where_a_sentence_starts_at_the_margin() -> None:
    """What goes on is indented, or goes on in the middle of a sentence."""
    content = "- namen, met een model.\nDe gebruiker bevestigt.\n- adressen\nvan houders\n"

    assert [words for _, words in blocks_of(content)] == [
        "namen, met een model.",
        "De gebruiker bevestigt.",
        "adressen van houders",
    ]


def test_tables_are_rows_and_cells() -> None:
    """With bars at the ends or without; the line under the heads is furniture."""
    content = (
        "| Risico | Kans |\n|---|:--:|\n| R1 | |\n\nEis | voldoet\n--|--\nopen \\| vrij | ja\n"
    )
    reading = read(content)

    cells = [
        (b.span.of(reading.text), b.level, b.label) for b in reading.blocks if b.kind == "cell"
    ]

    assert cells == [
        ("Risico", 1, "tabel 1, rij 1"),
        ("Kans", 2, "tabel 1, rij 1"),
        ("R1", 1, "tabel 1, rij 2"),
        ("Eis", 1, "tabel 2, rij 1"),
        ("voldoet", 2, "tabel 2, rij 1"),
        ("open \\| vrij", 1, "tabel 2, rij 2"),
        ("ja", 2, "tabel 2, rij 2"),
    ]
    assert show(content) == "Risico\tKans\nR1\nEis\tvoldoet\nopen \\| vrij\tja"


def test_a_bar_in_a_sentence_makes_no_table() -> None:
    """Only a row of dashes below, or a bar in front, does."""
    assert [kind for kind, _ in blocks_of("Lees A | B als keuze.\n")] == ["paragraph"]


@pytest.mark.parametrize(
    "apart",
    [
        "```shell\npip install x\n```",
        "~~~\nde code\n```\n~~~",
        "    ```mermaid\n    graph TD\n    ```",
        "<!-- TODO:\nlater -->",
        "![schema](./a.png)",
        "---",
        "<details>",
    ],
)
def test_code_comments_and_pictures_are_furniture(apart: str) -> None:
    """They are no answers, however much they look like sentences."""
    assert blocks_of(f"Voor.\n\n{apart}\n\nNa.\n") == [
        ("paragraph", "Voor."),
        ("furniture", " ".join(apart.split())),
        ("paragraph", "Na."),
    ]


def test_code_that_never_ends_swallows_nothing() -> None:
    """A forgotten fence costs itself."""
    assert blocks_of("```\nBoetes.\n") == [("furniture", "```"), ("paragraph", "Boetes.")]
    assert blocks_of("<!-- zonder eind\n") == [("paragraph", "<!-- zonder eind")]
    assert blocks_of("<!-- x --> Boetes.\n") == [("paragraph", "Boetes.")]


def test_front_matter_is_furniture() -> None:
    """Keys and values above a page are for the machine that publishes it."""
    content = "---\ntitle: Profiel\ntags:\n  - moza\n---\n\nDe service.\n"

    assert blocks_of(content) == [
        ("furniture", "--- title: Profiel tags: - moza ---"),
        ("paragraph", "De service."),
    ]
    assert blocks_of("---\n\nEen zin.\n")[-1] == ("paragraph", "Een zin.")


def test_contents_are_told_from_answers() -> None:
    """Dots with a page number, or a link to a place in the same file."""
    content = "1. Doel ........ 4\n2. Wet ......... 5\n\n- [Doel](#doel)\n- [Wet](https://x.nl)\n"

    assert [kind for kind, _ in blocks_of(content)] == [
        "contents",
        "contents",
        "contents",
        "list_item",
    ]


def test_notes_are_notes() -> None:
    """Their references are marks."""
    content = "Het NPR[^1] geeft antwoord.\n\n[^1]: Het register.\n"

    assert blocks_of(content, "footnote") == [("footnote", "Het register.")]
    assert show(content) == "Het NPR geeft antwoord."


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("een **vet** en _schuin_ *woord*", "een vet en schuin woord"),
        ("de `Profiel Service` draait", "de Profiel Service draait"),
        ("zie de [Archiefwet](https://w.nl/a), nu", "zie de Archiefwet(https://w.nl/a), nu"),
        ("zie [het besluit](0006.md)", "zie het besluit"),
        ("zie [https://w.nl](https://w.nl)", "zie https://w.nl"),
        ("> een citaat\n> van twee regels", "een citaat van twee regels"),
        ("2 * 3 en snake_case_naam en 5<6", "2 * 3 en snake_case_naam en 5<6"),
        ("als a<b en c>d dan", "als a<b en c>d dan"),
        ("10<sup>6</sup> keer", "10<sup>6</sup> keer"),
        ('een <span class="x">woord</span>', "een woord"),
    ],
)
def test_signs_of_markdown_are_not_shown(content: str, shown: str) -> None:
    """They are marks; what only looks like them stays."""
    assert show(content) == shown


def test_blocks_are_counted_and_labelled() -> None:
    """A locator says paragraph 3 or table 1, row 2."""
    reading = read("# Kop\n\nEen.\n\n- twee\n\n| a | b |\n|--|--|\n| c | d |\n\nDrie.\n")

    labels = [b.label for b in reading.blocks if b.kind not in INNER_KINDS and b.label]

    assert labels == ["1", "2", "3", "tabel 1, rij 1", "tabel 1, rij 2", "4"]


LINES = st.sampled_from(
    [
        "# Kop",
        "1. Doel",
        "tekst **vet** [a](b)",
        "",
        "| a | b |",
        "|--|--|",
        "- punt",
        "```",
        "---",
        "> citaat",
        ">",
        "===",
        "<!-- x",
        "-->",
        "\ttab",
        "KOPREGEL",
        "[^1]: noot",
        "*",
        "_",
        "a  ",
    ]
)
INDENTED = st.builds("{}{}".format, st.sampled_from(["", "", " ", "   ", "\t"]), LINES)
TEXTS = st.one_of(
    st.lists(INDENTED, max_size=14).map("\n".join),
    st.lists(INDENTED, max_size=9).map("\r\n".join),
    st.text(),
)


@given(TEXTS)
def test_blocks_follow_each_other_and_hold_all_words(content: str) -> None:
    """Outside the blocks stands only white space."""
    reading = read(content.replace("\0", "").encode("utf-8", "replace"))
    assert_blocks_hold_all_words(reading)


@pytest.mark.parametrize(
    "line",
    ["[" * 5000, "[](" * 3000, "![" * 3000, "**_" * 3000, "<a =" * 3000, "| " * 5000, "1." * 5000],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    """Signs that never close cost no more than others."""
    content = (line + "\n") * 20 + "```\n" * 999
    started = time.process_time()

    read(content)

    assert time.process_time() - started < 5


REAL = sorted((Path(__file__).parents[4] / "shared" / "documents").rglob("*.txt"))


@pytest.mark.skipif(not REAL, reason="real documents are not shipped with the code")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_texts_are_read_unchanged(path: Path) -> None:
    """Every real text has blocks, at least one of them an answer."""
    reading = read(path.read_bytes())

    assert reading.text == path.read_bytes().decode()
    assert {block.kind for block in reading.blocks} & {"paragraph", "list_item"}
    assert not reading.problems


def test_the_pictures_of_a_form_are_no_text() -> None:
    """The form tool's Markdown puts them at the end, with all their bytes."""
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 500
    content = f"Een zin.\n\n![Plaat][img-1]\n\n[img-1]: {picture}\n\n[1]: https://a.nl\n"

    assert blocks_of(content, "paragraph") == [
        ("paragraph", "Een zin."),
        ("paragraph", "[1]: https://a.nl"),
    ]
    assert "iVBOR" not in show(content)
