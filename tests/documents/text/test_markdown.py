"""Markdown is cut into blocks as CommonMark has it, and read as people write it."""

from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.documents.text import read_text
from extractor.models import INNER_KINDS, Reading, Source
from extractor.presenting import present
from tests.documents.block_order import assert_blocks_hold_all_words

HEAD = "# Kop\n\n"
"""What makes a text Markdown: a heading that is marked as such."""

LONG = "een regel die niemand met de hand heeft afgebroken omdat zij veel te lang is " * 3


def read(content: str) -> Reading:
    """Return the reading of a text below a marked heading."""
    raw = (HEAD + content).encode()
    digest = hashlib.sha256(raw).hexdigest()
    return read_text(raw, Source(sha256=digest, name="a.md", media_type="text/markdown"))


def blocks_of(content: str) -> list[tuple[str, str]]:
    """Return the kinds and words of the outer blocks, without the heading above."""
    reading = read(content)
    shown = [
        (str(block.kind), " ".join(present(reading, block.span).text.split()))
        for block in reading.blocks
        if block.kind not in INNER_KINDS
    ]
    return shown[1:]


def test_a_long_line_elsewhere_leaves_wrapped_text_whole() -> None:
    """A wide table is no reason to cut every sentence where its line ends."""
    content = (
        f"| a | b |\n|--|--|\n| {LONG} | c |\n\nDe gemeente bewaart de gegevens\nvier weken lang.\n"
    )

    assert blocks_of(content)[-1] == (
        "paragraph",
        "De gemeente bewaart de gegevens vier weken lang.",
    )


def test_a_paragraph_of_long_lines_is_as_many_paragraphs() -> None:
    """Who breaks no line for its width ends a paragraph with each."""
    assert len(blocks_of(f"Ontvanger\n{LONG}\n{LONG}\n")) == 3


@pytest.mark.parametrize(
    ("content", "paragraphs"),
    [
        ("De bewaartermijn is kort.\nDaarna verdwijnt alles wat van een persoon is.\n", 2),
        ("Datum: 1 mei\nAuteur: de afdeling Handhaving\n", 2),
        ("Zij gaat over het ophalen,\nhet vergelijken en het wissen.\n", 1),
        ("Zij vergelijkt wat zij ophaalt. Zij\nwist daarna.\n", 1),
        ("naam van de bewoner, zoals die\ngeregistreerd is;\ngeboortedatum;\n", 2),
    ],
)
def test_a_line_ends_a_paragraph_where_it_need_not_have_ended(
    content: str, paragraphs: int
) -> None:
    """The next word had room, and something ends there or begins below; or an item ends."""
    assert len(blocks_of(content)) == paragraphs


def test_code_within_a_line_opens_no_code() -> None:
    """Three ticks before and behind a word are no fence."""
    content = "```naam``` is de naam.\n\nBoetes.\n\n```\ncode\n```\n"

    assert blocks_of(content) == [
        ("paragraph", "naam is de naam."),
        ("paragraph", "Boetes."),
        ("furniture", "``` code ```"),
    ]


@pytest.mark.parametrize(
    "code", ["    x = roep(1)\n    y = 2\n", "- punt\n\n  ```\n  code\n  ```\n", "~~~\n```\n~~~\n"]
)
def test_code_is_furniture_wherever_it_stands(code: str) -> None:
    """Indented, in an item of a list, or with fences in it."""
    kinds = [kind for kind, _ in blocks_of(f"Voor.\n\n{code}\nNa.\n")]

    assert (kinds[0], kinds[-2:]) == ("paragraph", ["furniture", "paragraph"])


@pytest.mark.parametrize(
    "text",
    ["    Een ingesprongen zin van zes woorden.\n", "    Blog 1\n", "    - een punt (of meer)\n"],
)
def test_indented_text_is_no_code(text: str) -> None:
    """Text that came from a word processor is often indented."""
    assert {kind for kind, _ in blocks_of(f"Voor.\n\n{text}\nNa.\n")} <= {"paragraph", "list_item"}


def test_code_that_never_ends_swallows_nothing() -> None:
    """A forgotten fence costs itself, however many others there are."""
    content = "```\ncode\n```\n\n```\n\nBoetes.\n\n## Doel\n"

    assert blocks_of(content) == [
        ("furniture", "``` code ```"),
        ("furniture", "```"),
        ("paragraph", "Boetes."),
        ("heading", "Doel"),
    ]


def test_a_number_in_the_middle_of_a_paragraph_begins_no_item() -> None:
    """A year at the start of a line is part of its sentence."""
    content = "Het algoritme is in gebruik sinds mei\n19. Dat staat in het besluit van toen.\n"

    assert [kind for kind, _ in blocks_of(content)] == ["paragraph"]


def test_an_item_goes_on_without_indentation_in_mid_sentence() -> None:
    """Where a sentence starts at the margin, it is over."""
    content = "- adressen\nvan houders.\nDe gebruiker bevestigt.\n\n  - dieper\n"

    assert blocks_of(content) == [
        ("list_item", "adressen van houders."),
        ("paragraph", "De gebruiker bevestigt."),
        ("list_item", "dieper"),
    ]


def test_a_table_of_markdown_needs_no_bars_at_its_ends() -> None:
    """A line without any bar below it is no row."""
    content = "Eis | voldoet\n--|--\nopen | ja\nToelichting.\n"

    assert [kind for kind, _ in blocks_of(content)] == ["row", "furniture", "row", "paragraph"]


def test_words_in_html_are_text() -> None:
    """Its tags are furniture or marks; code in it is code."""
    content = "<details>\n<summary>Zie code</summary>\n```mermaid\ngraph\n```\n</details>\n\nNa.\n"

    assert blocks_of(content) == [
        ("furniture", "<details>"),
        ("paragraph", "Zie code"),
        ("furniture", "```mermaid graph ```"),
        ("furniture", "</details>"),
        ("paragraph", "Na."),
    ]


def test_front_matter_notes_and_quotes_are_told() -> None:
    """As in any other text."""
    front = b"---\ntitle: x\n---\n\n# Kop\n\n"
    raw = front + b"> een citaat\n> loopt door\n\n[^1]: Noot.\n[^2]: Nog een.\n"
    reading = read_text(raw, Source(sha256="0" * 64, name="a.md", media_type="text/markdown"))

    assert [block.kind for block in reading.blocks if block.kind not in INNER_KINDS] == [
        "furniture",
        "heading",
        "paragraph",
        "footnote",
        "footnote",
    ]


LINES = st.sampled_from(
    [
        *("# Kop", "## Kop ##", "===", "---", "tekst **vet**", "", "  ", "> citaat", "> > dieper"),
        *("- punt", "  - dieper", "1. een", "3) drie", "    code = 1", "```", "~~~", "`````"),
        *(
            "| a | b |",
            "|--|--|",
            "a | b",
            "--|--",
            "<div>",
            "</div>",
            "<!-- x",
            "-->",
            "[^1]: noot",
        ),
        *("[a]: https://x.nl", "\ttab", "a  ", "a\\", "* * *", "•\tpunt", "a. letter", LONG),
    ]
)


INDENTED = st.builds("{}{}".format, st.sampled_from(["", "", " ", "   ", "\t"]), LINES)


@example(["```", "\t```", "   ", "\t==="], "\n")
@given(st.lists(INDENTED, max_size=16), st.sampled_from(["\n", "\r\n", "\r"]))
def test_blocks_follow_each_other_and_hold_all_words(lines: list[str], end: str) -> None:
    """Outside the blocks stands only white space, whatever ends the lines."""
    assert_blocks_hold_all_words(read(end.join(lines)))


@given(st.text(max_size=300))
def test_any_text_below_a_heading_is_read(content: str) -> None:
    """Characters that end lines elsewhere do not shift the lines."""
    assert_blocks_hold_all_words(
        read(content.replace("\0", "").encode("utf-8", "replace").decode())
    )


@pytest.mark.parametrize(
    "line",
    ["> " * 2000, "- " * 2000, "[" * 5000, "| " * 3000, "```x`" * 999, "1. " * 2000, "<a " * 2000],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    """Signs that nest without end, and fences that never close."""
    content = (line + "\n") * 20 + "```\n" * 999 + "~~~\n"
    started = time.process_time()

    read(content)

    assert time.process_time() - started < 5
