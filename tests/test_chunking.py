"""Chunks are exact windows that hold every answering block and keep to their section."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_text_splitters import RecursiveCharacterTextSplitter

from extractor.chunking import SEPARATORS, cut_part, split_reading
from extractor.models import Block, BlockKind, Reading, Source, Span

SOURCE = Source(sha256="a" * 64, name="dpia.docx", media_type="text/plain")
HELD: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "row", "heading"})

Part = tuple[BlockKind, str, int | None]


def make_reading(*parts: Part) -> Reading:
    """Return a reading of these blocks, one per line."""
    text, blocks = "", []
    for kind, words, level in parts:
        span = Span(start=len(text), end=len(text) + len(words))
        blocks.append(Block(kind=kind, span=span, level=level))
        text += words + "\n"
    return Reading(id="r", source=SOURCE, reader="test@1", text=text, blocks=tuple(blocks))


def words_of(reading: Reading, size: int = 4000, overlap: int = 0) -> list[str]:
    """Return the texts of the chunks."""
    return [chunk.span.of(reading.text) for chunk in split_reading(reading, size, overlap)]


def test_a_numbered_heading_begins_a_chunk() -> None:
    """Two questions are never in one window, however short the answers."""
    reading = make_reading(
        ("heading", "1. Voorstel", 1),
        ("paragraph", "Scannen.", None),
        ("heading", "1.1 Kader", 2),
        ("paragraph", "Wet.", None),
        ("heading", "2. Doel", 1),
        ("paragraph", "Boetes.", None),
    )

    assert words_of(reading) == ["1. Voorstel\nScannen.", "1.1 Kader\nWet.", "2. Doel\nBoetes."]


def test_a_heading_goes_on_with_the_one_right_below_it() -> None:
    """A part without text of its own is read with its first question."""
    reading = make_reading(
        ("heading", "A. Kenmerken", 1),
        ("heading", "1. Voorstel", 2),
        ("heading", "2. Doel", 2),
        ("paragraph", "Boetes.", None),
    )

    assert words_of(reading) == ["A. Kenmerken\n1. Voorstel", "2. Doel\nBoetes."]


def test_a_chunk_knows_the_headings_above_its_words() -> None:
    """The path holds the section's own heading too."""
    reading = make_reading(
        ("paragraph", "Colofon.", None),
        ("heading", "A. Kenmerken", 1),
        ("heading", "1. Voorstel", 2),
        ("paragraph", "Scannen.", None),
    )

    paths = [chunk.heading_path for chunk in split_reading(reading)]

    assert paths == [(), ("A. Kenmerken", "1. Voorstel")]


def test_small_unnumbered_sections_stay_with_theirs() -> None:
    """A line in bold every few words makes no windows of a few words."""
    reading = make_reading(
        ("heading", "1. Voorstel", 1),
        ("paragraph", "Scannen.", None),
        ("heading", "Achtergrond", 2),
        ("paragraph", "Parkeervisie.", None),
        ("heading", "Vervolg", 1),
        ("paragraph", "Klaar.", None),
    )

    assert words_of(reading) == [
        "1. Voorstel\nScannen.\nAchtergrond\nParkeervisie.",
        "Vervolg\nKlaar.",
    ]


def test_furniture_and_contents_open_and_close_no_chunk() -> None:
    """A header between two paragraphs is inside; one at the end is out."""
    reading = make_reading(
        ("contents", "1. Doel 4", None),
        ("furniture", "DR-117", None),
        ("paragraph", "Een.", None),
        ("furniture", "DR-117", None),
        ("paragraph", "Twee.", None),
        ("furniture", "DR-117", None),
    )

    assert words_of(reading) == ["Een.\nDR-117\nTwee."]


def test_a_cut_in_furniture_is_moved_out_of_it() -> None:
    """A window by size ends before a footer and begins after a header."""
    reading = make_reading(
        ("paragraph", "woord " * 9, None),
        ("furniture", "pagina 2 van 13", None),
        ("paragraph", "woord " * 9, None),
    )

    words = words_of(reading, size=60)

    assert [text.startswith("woord") and text.endswith("woord") for text in words] == [True, True]


def test_notes_are_chunks_of_their_own() -> None:
    """A note is shown only to who starts in it; furniture between notes parts them not."""
    reading = make_reading(
        ("heading", "1. Doel", 1),
        ("paragraph", "Het NPR.", None),
        ("footnote", "1 Register.", None),
        ("furniture", "46 | 75", None),
        ("footnote", "2 Wet.", None),
        ("paragraph", "Verder.", None),
    )

    chunks = split_reading(reading)

    assert [chunk.span.of(reading.text) for chunk in chunks] == [
        "1. Doel\nHet NPR.\n1 Register.\n46 | 75\n2 Wet.\nVerder.",
        "1 Register.\n46 | 75\n2 Wet.",
    ]
    assert chunks[1].heading_path == ("1. Doel",)


def test_an_empty_reading_has_no_chunks() -> None:
    """Nothing to read, nothing to ask."""
    assert split_reading(make_reading()) == ()
    assert split_reading(make_reading(("contents", "1. Doel 4", None))) == ()


def test_an_overlap_as_large_as_a_chunk_is_refused() -> None:
    """It would never get further."""
    with pytest.raises(ValueError, match="larger"):
        split_reading(make_reading(("paragraph", "Een.", None)), size=10, overlap=20)


def test_a_window_by_size_ends_between_rows() -> None:
    """A row is shown whole, with the risk and the measure in it."""
    rows: list[Part] = [
        ("row", f"Risico {n}: fout. Maatregel {n}: controle.", None) for n in "1234"
    ]

    assert words_of(make_reading(*rows), size=90) == [
        "Risico 1: fout. Maatregel 1: controle.\nRisico 2: fout. Maatregel 2: controle.",
        "Risico 3: fout. Maatregel 3: controle.\nRisico 4: fout. Maatregel 4: controle.",
    ]


def test_a_heading_stays_with_its_first_paragraph() -> None:
    """Also where a window is full just behind it."""
    reading = make_reading(
        ("paragraph", "woord " * 10, None),
        ("heading", "Kort", 2),
        ("paragraph", "Antwoord.", None),
    )

    assert words_of(reading, size=70) == [("woord " * 10).strip(), "Kort\nAntwoord."]


def test_windows_share_whole_blocks_of_one_section() -> None:
    """A short last block comes again, and never one of another section."""
    reading = make_reading(
        ("heading", "1. Doel", 1),
        ("paragraph", "woord " * 8, None),
        ("paragraph", "Kort.", None),
        ("paragraph", "woord " * 8, None),
        ("heading", "2. Wet", 1),
        ("paragraph", "Artikel.", None),
    )

    words = words_of(reading, size=70, overlap=10)

    long = ("woord " * 8).strip()
    assert words == [f"1. Doel\n{long} \nKort.", f"Kort.\n{long}", "2. Wet\nArtikel."]


SENTENCES = st.lists(
    st.sampled_from(
        ["n.v.t.", "De scan.", "zonder punt", "1. ", "\t", "\r\n", "Een zin van meer woorden. "]
    ),
    max_size=40,
).map("".join)
SIZES = st.tuples(st.integers(1, 60), st.integers(0, 30)).filter(lambda sizes: sizes[1] < sizes[0])


def split(text: str, size: int, overlap: int) -> list[str]:
    """Return the splitter's own pieces of a text."""
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=size, chunk_overlap=overlap, separators=SEPARATORS, keep_separator="end"
    )
    return splitter.split_text(text)


@given(SENTENCES, SIZES)
def test_a_window_is_exactly_the_splitters_text(text: str, sizes: tuple[int, int]) -> None:
    """Also where the same words stand in many places."""
    before = "eerdere tekst. "
    span = Span(start=len(before), end=len(before + text))

    cuts = list(cut_part(before + text + " en later", span, *sizes))

    words = [cut.of(before + text) for cut in cuts]
    assert words in (split(text, *sizes), split(text, sizes[0], 0))
    assert [cut.start for cut in cuts] == sorted(cut.start for cut in cuts)


def test_words_that_repeat_are_not_mistaken_for_each_other() -> None:
    """The splitter would place both halves of this text at its start."""
    text = "Een zin van meer woorden. " * 2

    cuts = list(cut_part(text, Span(start=0, end=len(text)), 26, 25))

    assert [(cut.start, cut.end) for cut in cuts] == [(0, 25), (26, 51)]


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading of any blocks in a row, words that repeat among them."""
    kinds = ["heading", "paragraph", "list_item", "row", "footnote", "furniture", "contents"]
    parts: list[Part] = []
    for _ in range(draw(st.integers(0, 12))):
        kind: BlockKind = draw(st.sampled_from(kinds))
        words = draw(
            st.sampled_from(["1. Doel", "A. Deel", "n.v.t.", "woord " * 30 + "einde.", "x"])
        )
        parts.append((kind, words, draw(st.integers(1, 3)) if kind == "heading" else None))
    return make_reading(*parts)


@given(readings(), SIZES)
def test_chunks_hold_every_answering_block(reading: Reading, sizes: tuple[int, int]) -> None:
    """Nothing that may answer a question falls between two windows."""
    chunks = split_reading(reading, *sizes)

    held = {place for chunk in chunks for place in range(chunk.span.start, chunk.span.end)}
    for block in reading.blocks:
        if block.kind in HELD | {"footnote"}:
            words = range(block.span.start, block.span.end)
            assert all(place in held or reading.text[place].isspace() for place in words)


BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["paragraph", "list_item", "row", "furniture"]),
        st.sampled_from(["n.v.t.", "Een zin. Nog een.", "woord " * 9 + "einde."]),
        st.none(),
    ),
    max_size=12,
)


@given(BLOCKS, SIZES)
def test_a_block_that_fits_a_window_is_whole_in_one(
    parts: list[Part], sizes: tuple[int, int]
) -> None:
    """Only what is larger than a window is cut."""
    reading = make_reading(*parts)
    chunks = split_reading(reading, *sizes)

    for block in reading.blocks:
        if block.kind in HELD and block.span.end - block.span.start <= sizes[0]:
            assert any(chunk.span.holds(block.span) for chunk in chunks)


@given(readings(), SIZES)
def test_chunks_keep_to_size_section_and_words(reading: Reading, sizes: tuple[int, int]) -> None:
    """No window is too large, runs into another numbered section, or opens in furniture."""
    for chunk in split_reading(reading, *sizes):
        inside = [b for b in reading.blocks if b.span.touches(chunk.span)]
        first = next((n for n, b in enumerate(inside) if b.kind in HELD - {"heading"}), len(inside))

        assert 0 < chunk.span.end - chunk.span.start <= sizes[0]
        assert inside[0].kind not in {"furniture", "contents"}
        assert inside[-1].kind not in {"furniture", "contents"}
        for block in inside[first:]:
            assert (
                block.kind != "heading"
                or block.span.of(reading.text) in {"n.v.t.", "x"}
                or (block.span.of(reading.text).startswith("woord"))
            )
