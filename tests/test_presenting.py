"""What is shown is the source's own words without its typesetting, and every place maps back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.models import Block, BlockKind, Reading, Source, Span
from extractor.presenting import present

SOURCE = Source(sha256="a" * 64, name="dpia.pdf", media_type="application/pdf")


def make_reading(text: str, *blocks: Block) -> Reading:
    """Return a reading of this text with these blocks."""
    return Reading(id="r", source=SOURCE, reader="test@1", text=text, blocks=blocks)


def block(text: str, words: str, kind: BlockKind, **facts: int) -> Block:
    """Return a block over the words in the text."""
    start = text.index(words)
    return Block(kind=kind, span=Span(start=start, end=start + len(words)), **facts)


def show(text: str, *blocks: Block) -> str:
    """Return the whole text as shown."""
    return present(make_reading(text, *blocks), Span(start=0, end=len(text))).text


def show_paragraph(text: str) -> str:
    """Return a text as shown that is one paragraph."""
    return show(text, Block(kind="paragraph", span=Span(start=0, end=len(text))))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("de lopende\r\ncontrole", "de lopende controle"),
        ("  de \u00a0 \t controle\n", "de controle"),
        ("be\ufffelangrijk", "belangrijk"),
        ("be\ufffe\r\nlangrijk", "belangrijk"),
        ("be\u00ad\nlangrijk", "belangrijk"),
        ("be\u00adlangrijk", "belangrijk"),
        ("be-\nlangrijk", "belangrijk"),
        ("Voor-\nbeeld", "Voorbeeld"),
        ("AVG\ufffeverzoek", "AVG-verzoek"),
        ("covid\ufffe19", "covid-19"),
        ("AVG-\nverzoek", "AVG-verzoek"),
        ("risico-\nen gevolgen", "risico- en gevolgen"),
        ("risico\ufffeen gevolgen", "risico- en gevolgen"),
        ("in- en uitgaand", "in- en uitgaand"),
        ("2022-\n2030", "2022- 2030"),
        ("scan\u200bauto\x00\ufeff", "scanauto"),
        ("een \ufffe", "een -"),
    ],
)
def test_typesetting_is_undone(text: str, shown: str) -> None:
    """Lines are joined, halves of words too; a hyphen that belongs to the word stays."""
    assert show_paragraph(text) == shown


@pytest.mark.parametrize("hyphen", ["-\r\n", "\ufffe"])
def test_a_word_goes_on_over_the_page_end(hyphen: str) -> None:
    """Halves with a page number and a header between them are one word."""
    text = f"Ver{hyphen}Pagina 3\r\n\fDPIA\r\ngunning verleend."
    paragraph = Block(kind="paragraph", span=Span(start=0, end=len(text)))
    running = (block(text, "Pagina 3", "furniture"), block(text, "DPIA", "furniture"))

    assert show(text, paragraph, *running) == "Vergunning verleend."


def test_a_hyphen_at_the_end_of_a_block_is_shown() -> None:
    """A word that another block breaks off is not joined with that block."""
    text = "De vergun-\r\nKader\r\nning geldt."
    parts = ("De vergun-", "Kader", "ning geldt.")

    assert show(text, *(block(text, part, "paragraph") for part in parts)) == "\n".join(parts)


def test_blocks_end_in_a_line_end() -> None:
    """A heading does not run on into the text below it."""
    text = "Doel Boetes\ninnen."

    assert show(
        text, block(text, "Doel", "heading"), block(text, "Boetes\ninnen.", "paragraph")
    ) == ("Doel\nBoetes innen.")


def test_a_text_without_blocks_breaks_at_blank_lines() -> None:
    """Nothing else says there where a paragraph ends."""
    assert show("een\ntwee\r\n\r\ndrie") == "een twee\ndrie"


def test_furniture_notes_and_marks_are_out() -> None:
    """They interrupt a text without being part of it."""
    text = "Het NPR1 geeft\n1 Register.\n46 | 75\nantwoord."
    blocks = (
        block(text, "Het NPR1 geeft", "paragraph", page=1),
        block(text, "1", "footnote_mark"),
        block(text, "1 Register.", "footnote", page=1),
        block(text, "46 | 75", "furniture", page=1),
        block(text, "antwoord.", "paragraph", page=2),
    )

    assert show(text, *blocks) == "Het NPR geeft antwoord."


def test_a_new_sentence_on_a_new_page_is_a_new_paragraph() -> None:
    """Only what cannot stand alone runs on over a page."""
    text = "Klaar.\nWeer\nverder"

    def shown(first: str, second: str) -> str:
        parts = (block(text, first, "paragraph", page=1), block(text, second, "paragraph", page=2))
        return show(text, *parts)

    assert shown("Klaar.", "Weer\nverder") == "Klaar.\nWeer verder"
    assert shown("Klaar.\nWeer", "verder") == "Klaar. Weer verder"


def test_a_note_is_shown_to_who_asks_for_it() -> None:
    """A span that starts in a note shows notes, without their numbers."""
    text = "Het NPR1.\n1 Register.\n2 Wet."
    blocks = (
        block(text, "Het NPR1.", "paragraph"),
        block(text, "1 Register.", "footnote"),
        Block(kind="footnote_mark", span=Span(start=10, end=11)),
        block(text, "2 Wet.", "footnote"),
    )
    reading = make_reading(text, *blocks)

    assert present(reading, Span(start=10, end=len(text))).text == "Register.\n2 Wet."
    assert present(reading, Span(start=10, end=11)).text == "1"


def test_a_header_is_shown_to_who_asks_for_nothing_else() -> None:
    """A citation of a document number shows that number."""
    text = "DR-117\nTekst."
    reading = make_reading(text, block(text, "DR-117", "furniture"))

    assert present(reading, Span(start=0, end=6)).text == "DR-117"
    assert present(reading, Span(start=0, end=len(text))).text == "Tekst."


def test_the_address_of_a_link_is_shown() -> None:
    """It is a mark that says something."""
    text = "de Gemeentewet (https://wetten.nl) geldt (1)"
    blocks = (
        Block(kind="paragraph", span=Span(start=0, end=len(text))),
        block(text, " (https://wetten.nl)", "footnote_mark"),
        block(text, " (1)", "footnote_mark"),
    )

    assert show(text, *blocks) == "de Gemeentewet (https://wetten.nl) geldt"


def test_cells_stand_in_their_columns() -> None:
    """A tab for every column, so that an empty cell is seen."""
    text = "Nr\nRisico\nKans\nR1 hoog"
    blocks = (
        block(text, "Nr\nRisico\nKans", "row"),
        block(text, "Nr", "cell", level=1),
        block(text, "Risico", "cell", level=2),
        block(text, "Kans", "cell", level=3),
        block(text, "R1 hoog", "row"),
        block(text, "R1", "cell", level=1),
        block(text, "hoog", "cell", level=3),
    )

    assert show(text, *blocks) == "Nr\tRisico\tKans\nR1\t\thoog"


def test_places_map_back_to_the_source() -> None:
    """A sentence found in what is shown is cited where it stands."""
    text = "Kop\nHet is be\ufffelangrijk1\r\nom te weten."
    reading = make_reading(
        text,
        block(text, "Kop", "heading"),
        block(text, text[4:], "paragraph"),
        block(text, "1", "footnote_mark"),
    )
    shown = present(reading, Span(start=0, end=len(text)))
    start = shown.text.index("belangrijk om")

    span = shown.to_source(start, start + len("belangrijk om"))

    assert span.of(text) == "be\ufffelangrijk1\r\nom"
    assert shown.to_source(0, 0) == Span(start=0, end=0)


def test_nothing_shown_maps_to_the_start() -> None:
    """An empty span has a place too."""
    shown = present(make_reading("  x"), Span(start=0, end=2))

    assert shown.text == ""
    assert shown.to_source(0, 0) == Span(start=0, end=0)


ALPHABET = st.sampled_from("abéZ19.-()\u00ad\ufffe\x00\u200b \t\r\n\u00a0\u2011☒")
KINDS: tuple[BlockKind, ...] = (
    "heading",
    "paragraph",
    "row",
    "cell",
    "footnote",
    "footnote_mark",
    "furniture",
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading with any blocks, even overlapping ones."""
    text = draw(st.text(ALPHABET, max_size=60))
    places = st.integers(0, len(text))
    blocks = []
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(places), draw(places)))
        level = draw(st.integers(1, 4))
        kind = draw(st.sampled_from(KINDS))
        blocks.append(Block(kind=kind, span=Span(start=start, end=end), level=level, page=level))
    return make_reading(text, *blocks)


@given(readings(), st.data())
def test_every_shown_character_is_the_sources_own(reading: Reading, data: st.DataObject) -> None:
    """In order, from inside the span; only a hyphen may stand for a line-end hyphen."""
    start, end = sorted(data.draw(st.integers(0, len(reading.text))) for _ in range(2))

    shown = present(reading, Span(start=start, end=end))

    assert len(shown.sources) == len(shown.text)
    assert list(shown.sources) == sorted(shown.sources)
    for character, place in zip(shown.text, shown.sources, strict=True):
        if character not in " \t\n":
            assert start <= place < end
            assert character == reading.text[place] or (
                character == "-" and reading.text[place] == "\ufffe"
            )


@given(readings())
def test_what_is_shown_is_tidy(reading: Reading) -> None:
    """White space is single and never at the ends; nothing invisible is left."""
    shown = present(reading, Span(start=0, end=len(reading.text))).text

    assert shown == shown.strip()
    assert "  " not in shown
    assert " \n" not in shown
    assert "\n " not in shown
    assert all(
        unicodedata.category(each) not in {"Cc", "Cf", "Cn"} for each in shown if each not in "\t\n"
    )


@given(st.text(ALPHABET, max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """Without blocks to leave out, every visible character is shown, hyphens at line ends aside."""
    shown = show_paragraph(text)

    def squeeze(words: str) -> str:
        return "".join(
            c for c in words if c.isprintable() and not c.isspace() and c not in "-\u00ad"
        )

    assert squeeze(shown) == squeeze(text)


@given(readings(), st.data())
def test_every_range_shown_has_a_span_in_the_source(reading: Reading, data: st.DataObject) -> None:
    """Mapping back holds at least the words that were shown, inside what was asked for."""
    span = Span(start=0, end=len(reading.text))
    shown = present(reading, span)
    start, end = sorted(data.draw(st.integers(0, len(shown.text))) for _ in range(2))

    found = shown.to_source(start, end)

    assert span.holds(found)
    assert [
        place for place in shown.sources[start:end] if not found.start <= place < found.end
    ] == []
