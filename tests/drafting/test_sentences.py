"""Blocks are cut into whole sentences that know where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.reading import read_document
from extractor.drafting.sentences import Sentence, ends_whole, split_sentences
from extractor.models import INNER_KINDS, Reading
from extractor.presenting import present

Read = Callable[..., Reading]


def cut(reading: Reading) -> list[Sentence]:
    """Return the sentences of all outer blocks."""
    blocks = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    return [sentence for block in blocks for sentence in split_sentences(reading, block)]


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("De auto rijdt. Een mens kijkt.", ["De auto rijdt.", "Een mens kijkt."]),
        ("Klopt dat? Ja! Mooi.", ["Klopt dat?", "Ja!", "Mooi."]),
        ("Zie art. 225 van de wet. Dat volstaat.", ["Zie art. 225 van de wet.", "Dat volstaat."]),
        ("De heer J. Jansen leest mee.", ["De heer J. Jansen leest mee."]),
        ("Zij doet dit o.a. Maandag en m.b.t. Zon.", ["Zij doet dit o.a. Maandag en m.b.t. Zon."]),
        (
            "Per jaar zijn er 9.800 scans. Meer niet.",
            ["Per jaar zijn er 9.800 scans.", "Meer niet."],
        ),
        ("De drempel is 0.95 of hoger.", ["De drempel is 0.95 of hoger."]),
        ("Het gaat om 12. Daarna volgt rust.", ["Het gaat om 12.", "Daarna volgt rust."]),
        (
            "Hij zei: “Wij stoppen.” De rest ging door.",
            ["Hij zei: “Wij stoppen.”", "De rest ging door."],
        ),
        ("Dit kan (zie 3.2). Dat niet.", ["Dit kan (zie 3.2).", "Dat niet."]),
        ("Eerst dit. ‘Dan dat’ zei zij.", ["Eerst dit.", "‘Dan dat’ zei zij."]),
        ("Zonder punt aan het einde", ["Zonder punt aan het einde"]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(
    read: Read, paragraph: str, sentences: list[str]
) -> None:
    """Full stops of abbreviations, initials and numbers end nothing; quotes close with it."""
    assert [sentence.text for sentence in cut(read(paragraph))] == sentences


def test_a_broken_line_does_not_break_a_sentence(read: Read) -> None:
    """Lines are joined as shown; the span runs over the line end of the source."""
    reading = read("De auto rijdt door\nde hele stad. Een mens kijkt.")

    first = cut(reading)[0]

    assert first.text == "De auto rijdt door de hele stad."
    assert first.span.of(reading.text) == "De auto rijdt door\nde hele stad."


def test_only_the_first_sentence_opens_its_block(read: Read) -> None:
    """What stands later in a paragraph may point back."""
    assert [sentence.first for sentence in cut(read("Eén. Twee. Drie."))] == [True, False, False]


def test_list_items_are_cut_one_by_one(read: Read) -> None:
    """An item without a stop is a sentence of its own and never runs into the next."""
    sentences = [sentence.text for sentence in cut(read("- kenteken\n- foto van de auto\n"))]

    assert len(sentences) == 2
    assert sentences[0].endswith("kenteken")
    assert sentences[1].endswith("foto van de auto")


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("De auto rijdt.", True),
        ("Hij zei: “Stop!”", True),
        ("(Dat geldt ook hier.)", True),
        ("De volgende stappen:", False),
        ("Kenteken, tijd en", False),
    ],
)
def test_a_whole_sentence_ends_as_sentences_do(read: Read, words: str, whole: bool) -> None:  # noqa: FBT001 - a case
    """A lead-in or half a line is not a whole sentence."""
    assert ends_whole(cut(read(words))[-1]) is whole


PIECES = st.sampled_from(
    [
        "De auto rijdt",
        ".",
        " ",
        "\n",
        "art. 3",
        "“",
        "”",
        "1.2",
        "o.a.",
        "?",
        "- ",
        "(",
        ")",
        "é",
        "\t",
    ]
) | st.text(max_size=4)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_sentence_is_the_text_at_its_span(text: str) -> None:
    """Whatever is read, a sentence lies in its block and its span shows its text."""
    reading = read_document(text.encode("utf-8", "replace"), "stuk.md")

    for sentence in cut(reading):
        assert sentence.block.span.holds(sentence.span)
        assert present(reading, sentence.span).text == sentence.text


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_word_falls_between_two_sentences(text: str) -> None:
    """Cutting drops white space only."""
    reading = read_document(text.encode("utf-8", "replace"), "stuk.md")

    for block in reading.blocks:
        if block.kind not in INNER_KINDS:
            together = "".join(s.text for s in split_sentences(reading, block))
            shown = present(reading, block.span).text
            assert "".join(together.split()) == "".join(shown.split())
