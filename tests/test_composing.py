"""Claims become a field's value, and what a person types becomes one too."""

from __future__ import annotations

import pytest

from extractor.composing import compose_value, list_parts, parse_value
from extractor.errors import ValueRefused
from extractor.models import Claim, LinkedTitle
from extractor.standard.catalogue import find_field


def test_sentences_of_one_passage_are_joined_by_a_space() -> None:
    """Text claims follow each other as sentences do."""
    claims = [Claim(value="Een auto rijdt."), Claim(value="Een mens kijkt.")]

    assert compose_value(find_field("goal"), claims) == "Een auto rijdt. Een mens kijkt."


def test_another_passage_starts_a_paragraph() -> None:
    """A blank line stands before a claim that starts a paragraph."""
    claims = [Claim(value="Eerst."), Claim(value="Dan.", starts_paragraph=True)]

    assert compose_value(find_field("goal"), claims) == "Eerst.\n\nDan."


def test_a_field_of_one_line_has_no_paragraphs() -> None:
    """The register takes no line ends in a plain field."""
    claims = [Claim(value="Eerst."), Claim(value="Dan.", starts_paragraph=True)]

    assert compose_value(find_field("description_short"), claims) == "Eerst. Dan."


def test_items_form_one_list() -> None:
    """List items stand on lines of their own, apart from the sentences around them."""
    claims = [
        Claim(value="Wij gebruiken:"),
        Claim(value="- kenteken"),
        Claim(value="- foto", starts_paragraph=True),
        Claim(value="Meer niet."),
    ]

    value = compose_value(find_field("source_data"), claims)

    assert value == "Wij gebruiken:\n\n- kenteken\n- foto\n\nMeer niet."


def test_items_of_a_grouping_stay_apart() -> None:
    """A grouping's value is the list of its items."""
    item = LinkedTitle(title="Gemeentewet")

    value = compose_value(find_field("lawful_basis_grouping"), [Claim(value=item)])

    assert value == (item,)


def test_no_claims_make_no_value() -> None:
    """Nothing found is nothing, not an empty text."""
    assert compose_value(find_field("goal"), []) is None


def test_typed_choices_are_separated_by_commas() -> None:
    """Several themes are typed on one line."""
    assert parse_value(find_field("category"), "Verkeer, Werk") == ("Verkeer", "Werk")


def test_typed_items_have_their_link_behind_a_bar() -> None:
    """Each line of a grouping is a title with perhaps a link."""
    typed = "Gemeentewet | https://wetten.overheid.nl/BWBR0005416\nParkeerverordening"

    value = parse_value(find_field("lawful_basis_grouping"), typed)

    assert value == (
        LinkedTitle(title="Gemeentewet", link="https://wetten.overheid.nl/BWBR0005416"),
        LinkedTitle(title="Parkeerverordening"),
    )


def test_blank_typing_is_no_value() -> None:
    """Leaving a field empty is an act of its own."""
    with pytest.raises(ValueRefused, match="--empty"):
        parse_value(find_field("goal"), "  ")


def test_a_value_is_taken_apart_into_what_it_says() -> None:
    """Sentences and list items one by one, without the sign of an item; a line whole."""
    goal = "Eerst dit, art. 5. Dan dat.\n\nHet gaat om:\n- kenteken\n- foto"

    assert list_parts(find_field("goal"), goal) == (
        "Eerst dit, art. 5.",
        "Dan dat.",
        "Het gaat om:",
        "kenteken",
        "foto",
    )
    assert list_parts(find_field("organization"), "Gemeente A. Plas") == ("Gemeente A. Plas",)
    assert list_parts(find_field("category"), ("Verkeer", "Recht")) == ("Verkeer", "Recht")
    assert list_parts(find_field("goal"), None) == ()
