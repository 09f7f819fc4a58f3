"""A claim is held against its passages, and only where it must be carried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.sources import check_sources
from extractor.checks.statements import Statement, make_statement
from extractor.models import LinkedTitle
from extractor.standard.catalogue import find_field, load_fields

PIECES = (
    *("de gegevens", "het model", "een medewerker", "elke aanvraag", "namen en adressen", "of"),
    *("niet", "geen", "nooit", "zonder", "niet alleen", "maar ook", "uitsluitend", "pas na", "en"),
    *("wordt", "worden", "gebruikt", "bewaard", "beoordeelt", "ongeschikt", "geschikt", "omdat"),
    *("12", "1.250,50", "€ 3 mln", "twaalf", "een derde van", "anderhalf jaar", "5 tot 10 dagen"),
    *("98,5%", "2024", "1 maart 2024", "in mei", "Q3 2025", "2000 foto's", "12 tot 15 maart"),
    *("artikel 6, eerste lid, onder e, AVG", "art. 225 Gemeentewet", "Wet op de bomen", "Awb"),
    *("info@rade.example", "https://www.rade.example/a/b", "rade.example", "versie 2.1"),
    *(".", ",", ";", ":", "\n- ", "\t", "(", ")", "–"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_a_claim_that_is_its_own_citation_is_not_spoken_of(pieces: list[str]) -> None:
    """Whatever it says: each fact and each negation stands in the source."""
    words = " ".join(pieces)

    assert check_sources(find_field("risks"), [Statement(words, (words,))], ()) == []


@given(st.text(max_size=120))
def test_any_text_carries_itself(text: str) -> None:
    """Characters that no sentence has are no reason to speak, or to fail."""
    assert check_sources(find_field("risks"), [Statement(text, (text,))], ()) == []


@pytest.mark.parametrize(
    "field", [field for field in load_fields() if field.choices or field.key == "tags"]
)
def test_words_of_the_register_need_not_be_carried(field: object) -> None:
    """A choice and a search term are shown to hold by their citation, not said by it."""
    key = getattr(field, "key", "")
    statement = make_statement("12 niet genoemde woorden uit 2024", ["De auto rijdt."], 0)

    assert check_sources(find_field(key), [statement], ()) == []


def test_a_title_from_the_registers_list_need_not_be_carried() -> None:
    """Its link must be, as nobody may make one up."""
    field = find_field("impacttoetsen_grouping")
    titles = [
        make_statement(LinkedTitle(title=title), ["De toets is gedaan."], 0)
        for title in field.recommended_titles
    ]
    linked = make_statement(
        LinkedTitle(title="Toets", link="https://rade.example/toets"), ["De toets is gedaan."], 0
    )

    assert check_sources(field, titles, ()) == []
    assert [each.rule for each in check_sources(field, [linked], ())] == ["uncarried_address"]


def test_the_tables_link_of_a_cited_law_is_not_spoken_of() -> None:
    """Any other link that the passages do not hold is, and so is the table's in plain text."""
    grouping = find_field("lawful_basis_grouping")
    link = "https://wetten.overheid.nl/BWBR0005416"
    right = make_statement(LinkedTitle(title="Gemeentewet", link=link), ["De Gemeentewet."], 0)
    wrong = make_statement(LinkedTitle(title="Gemeentewet", link=link), ["De Woningwet."], 0)
    other = make_statement(
        LinkedTitle(title="Gemeentewet", link="https://wetten.overheid.nl/BWBR0005181"),
        ["De Gemeentewet."],
        0,
    )
    plain = make_statement(f"De Gemeentewet staat op {link}.", ["De Gemeentewet staat er."], 0)

    assert check_sources(grouping, [right], ()) == []
    for statement in (wrong, other):
        assert "uncarried_address" in [f.rule for f in check_sources(grouping, [statement], ())]
    found = check_sources(find_field("lawful_basis"), [plain], ())
    assert "uncarried_address" in [each.rule for each in found]


def test_negation_is_looked_for_in_sentences_only() -> None:
    """A title or a name denies nothing."""
    statement = make_statement(LinkedTitle(title="Geen huur, wel kind"), ["Wel huur en kind."], 0)

    assert check_sources(find_field("source_data_grouping"), [statement], ()) == []


def test_a_claim_without_passages_is_not_held_against_any() -> None:
    """It is withheld, or rests on something that no document holds."""
    assert check_sources(find_field("risks"), [make_statement("In 2024 niet.", [], 0)], ()) == []
