"""Themes are proposed where the words of the proposal itself point at them, and clearly."""

from __future__ import annotations

import pytest

from extractor.drafting.offline.rules.themes import read_theme_rules
from extractor.drafting.offline.themes import find_themes
from extractor.models import Claim, Quote
from extractor.standard.catalogue import find_field

RULES = read_theme_rules()


def make_claim(value: str) -> Claim:
    """Return a claim that quotes itself."""
    return Claim(value=value, quotes=(Quote(reading="r", text=value),))


def choose(name: str, *goal: str) -> list[str]:
    """Return the themes of a proposal with this name and these sentences."""
    proposed = {"name": [make_claim(name)], "goal": [make_claim(each) for each in goal]}
    return [str(claim.value) for claim in find_themes(RULES, proposed)]


def test_every_theme_of_the_register_has_words() -> None:
    """And no other theme has."""
    assert set(RULES.terms) == set(find_field("category").choices)


@pytest.mark.parametrize(
    ("name", "goal", "themes"),
    [
        ("Kentekenscan", "Het verkeer in de binnenstad telt minder voertuigen.", {"Verkeer"}),
        (
            "Brievenlakker",
            "Het programma anonimiseert stukken voor een Woo-verzoek.",
            {"Organisatie en bedrijfsvoering"},
        ),
        ("Dijkwacht", "Het waterpeil en de waterkwaliteit worden bewaakt.", {"Natuur en milieu"}),
        ("Asielzoeker", "Een medewerker zoekt een vreemdeling op.", {"Migratie en integratie"}),
        (
            "Schuldseintje",
            "Inwoners met schulden krijgen eerder schuldhulp.",
            {"Sociale zekerheid"},
        ),
    ],
)
def test_words_point_at_a_theme(name: str, goal: str, themes: set[str]) -> None:
    """Two different words are enough."""
    assert set(choose(name, goal)) == themes


@pytest.mark.parametrize(
    "goal",
    [
        "Het systeem helpt medewerkers sneller te werken.",
        "De politieke vergadering begint op tijd.",
        "Verkeer, asiel, museum en stikstof komen aan bod.",
    ],
)
def test_where_nothing_is_clearly_ahead_no_theme_is_proposed(goal: str) -> None:
    """A person chooses."""
    assert choose("Wijzer", goal) == []


def test_a_word_counts_once_however_often_it_stands_there() -> None:
    """Repeating is no evidence."""
    assert choose("Wijzer", *["Het verkeer."] * 20) == []


def test_a_theme_is_cited_from_the_sentences_that_said_it() -> None:
    """The heaviest first, three at most."""
    proposed = {
        "name": [make_claim("Kentekenscan")],
        "goal": [make_claim("Wij helpen."), make_claim("Het verkeer stroomt door.")],
    }

    (claim,) = find_themes(RULES, proposed)

    assert [quote.text for quote in claim.quotes] == ["Kentekenscan", "Het verkeer stroomt door."]


def test_what_is_denied_points_at_no_theme() -> None:
    """Where it is said not to be used for, it is not about."""
    denied = "De uitkomst wordt niet gebruikt voor opsporing of handhaving door de politie."

    assert choose("Parkeermodel", "Het verkeer is rustig.") == ["Verkeer"]
    assert choose("Parkeermodel", "Het verkeer is rustig.", denied) == ["Verkeer"]
