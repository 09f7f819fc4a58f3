"""What an entry should not hold is found, and its lookalikes are left alone."""

from __future__ import annotations

import pytest
from planted_texts import PlantedText, is_found, list_found, list_texts

from extractor.checks.persons import find_persons
from extractor.checks.texts import check_text
from extractor.composing import compose_value
from extractor.models import Citation, Claim, LinkedTitle, Locator, Span
from extractor.standard.catalogue import find_field

SEEN = list(list_texts("seen"))
HELD_OUT = list(list_texts("held_out"))
LEAST_FOUND = 0.95
"""Of the planted texts set apart before there were rules: 93 of 96 at first count."""
MOST_FALSE = 0.02
"""Of their lookalikes: 1 of 96 at first count."""


def make_claim(words: str) -> Claim:
    """Return a claim that cites its own words."""
    place = Locator(kind="paragraph", label="1")
    span = Span(start=0, end=len(words))
    cited = Citation(reading="r", span=span, quote=words, locator=place)
    return Claim(value=words, citations=(cited,))


def name_text(planted: PlantedText) -> str:
    """Return the rule and the text, to name the test."""
    return f"{planted.rule}: {planted.text[:60]}"


@pytest.mark.parametrize("planted", [p for p in SEEN if p.words is not None], ids=name_text)
def test_planted_words_are_found_and_named(planted: PlantedText) -> None:
    """The message holds the words, so that a person can find them back."""
    assert is_found(planted)


@pytest.mark.parametrize("planted", [p for p in SEEN if p.words is None], ids=name_text)
def test_a_lookalike_is_not_spoken_of(planted: PlantedText) -> None:
    """Who is warned for nothing stops reading."""
    assert list_found(planted) == []


def test_texts_set_apart_are_mostly_found() -> None:
    """The half that was set apart before there were rules holds them to their word."""
    planted = [each for each in HELD_OUT if each.words is not None]

    assert sum(map(is_found, planted)) >= LEAST_FOUND * len(planted)


def test_lookalikes_set_apart_are_seldom_spoken_of() -> None:
    """At most two of a hundred."""
    free = [each for each in HELD_OUT if each.words is None]

    assert sum(bool(list_found(each)) for each in free) <= MOST_FALSE * len(free)


def test_a_finding_names_the_claim_that_has_the_words() -> None:
    """The reviewer is led to one sentence, not to a page of them."""
    claims = [make_claim("De auto rijdt."), make_claim("Vraag het aan mevrouw K. Bos.")]
    field = find_field("risks")
    found = check_text(field, compose_value(field, claims), claims, {})

    assert [(each.rule, each.claim) for each in found if each.claim is not None] == [
        ("person_name", 1)
    ]


def test_an_item_of_a_list_is_checked_with_its_link() -> None:
    """A grouping's links are as public as its titles."""
    item = LinkedTitle(title="DPIA", link="https://duinrade.sharepoint.com/dpia.docx")
    found = check_text(find_field("impacttoetsen_grouping"), (item,), (), {})

    assert [each.rule for each in found] == ["internal_place"]


def test_a_choice_is_not_read_as_text() -> None:
    """Words from the register's own lists are never remarked on."""
    assert check_text(find_field("status"), "In gebruik", (), {}) == []


def test_an_abbreviation_is_reported_where_it_comes_first() -> None:
    """Once in an entry, and not at all where another field explains it."""
    goal, risks = find_field("goal"), find_field("risks")
    entry = {"goal": "Inwoners zien de PCX.", "risks": "De PCX wordt getoetst."}
    told = {**entry, "source_data": "De parkeercamera (PCX) maakt foto's."}

    assert [each.rule for each in check_text(goal, entry["goal"], (), entry)] == [
        "unexplained_abbreviation"
    ]
    assert check_text(risks, entry["risks"], (), entry) == []
    assert check_text(goal, entry["goal"], (), told) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. ir. Hanneke van der Laan beslist.", ["Hanneke van der Laan"]),
        (
            "Mevrouw P. van der Sluis en K. Westerhof, adviseur.",
            ["P. van der Sluis", "K. Westerhof"],
        ),
        ("De heer Jochem de Bruin-Vos.", ["Jochem de Bruin-Vos"]),
        ("Het Erik Vos Park en de Karin Kokbrug.", ["Karin Kokbrug"]),
        ("N.V. Bank en B.V. Vos.", []),
        ("", []),
    ],
)
def test_a_name_is_told_from_what_is_called_after_it(text: str, names: list[str]) -> None:
    """A surname may be a word for a street; a bridge written as one word is taken for a surname."""
    assert list(find_persons(text)) == names
