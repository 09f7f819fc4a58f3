"""Sentences about another system named in the same documents do not belong to the dossier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules import load_rules
from extractor.drafting.offline.scope import Scope, find_scope
from extractor.models import Dossier, Reading

DOSSIER = Dossier(id="d", name="Golfteller", aliases=("Golfteller kust",), origin="d")


@pytest.fixture
def usable(
    read: Callable[[str], Reading], answers_in: Callable[[Reading], list[Answer]]
) -> Callable[[str], list[str]]:
    """Return what lists the sentences of a text that are about the dossier's system."""

    def list_usable(text: str) -> list[str]:
        reading = read(text)
        answers = answers_in(reading)
        scope = find_scope(load_rules().scope, DOSSIER, [reading], answers)
        return [each.sentence.text for each in scope.withhold_others(answers) if each.usable]

    return list_usable


@pytest.mark.parametrize(
    "sentence",
    [
        "Voor de sluizen gebruikt de dienst het programma Peilbeeld, dat elke nacht meet.",
        "De applicatie Zandkaart tekent de kust elk jaar opnieuw.",
        "Zandkaart, een systeem van de provincie, tekent de kust elk jaar opnieuw.",
        "De meting van zandbanken staat los van deze camera's aan de kust.",
    ],
)
def test_another_system_is_kept_out(usable: Callable[[str], list[str]], sentence: str) -> None:
    """By the name it is given, or by the words that set it apart."""
    own = "Golfteller telt de golven aan de kust."

    assert usable(f"# Kust\n\n{own}\n\n{sentence}\n") == [own]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het systeem Golfteller telt elke golf met een camera.",
        "De golven komen uit het systeem Waterbase van het ministerie.",
        "Het model vergelijkt de telling met die van vorig jaar.",
        "Golfteller vervangt de applicatie Zandkaart bij de metingen.",
    ],
)
def test_the_own_system_and_its_sources_stay(
    usable: Callable[[str], list[str]], sentence: str
) -> None:
    """Where data come from is part of the account; a system without a name is the own one."""
    assert usable(f"# Kust\n\n{sentence}\n") == [sentence]


def test_a_section_headed_by_another_system_is_about_it(
    usable: Callable[[str], list[str]],
) -> None:
    """One document often describes several systems, each under its own heading."""
    text = (
        "# Systemen aan de kust\n\n## Golfteller\n\nDe camera telt elke golf op het strand.\n\n"
        "## Zandkaart\n\nDe applicatie Zandkaart tekent.\n\nDe kaart wordt elk jaar nieuw.\n"
    )

    assert usable(text) == ["De camera telt elke golf op het strand."]


def test_rules_know_the_system_by_another_word() -> None:
    """What a system does is told by its name as often as by `het systeem`."""
    scope = Scope(load_rules().scope, frozenset({"golfteller"}), frozenset())

    assert scope.call_system("Golfteller telt.") == "Het systeem telt."
    assert scope.call_system("Daar telt Golfteller.") == "Daar telt het systeem."


@pytest.mark.parametrize(
    "sentence", ["Met het model wordt geteld.", "Haalt het model dit niet, dan telt een mens."]
)
def test_the_first_word_of_a_sentence_is_no_name(
    usable: Callable[[str], list[str]], sentence: str
) -> None:
    """It has its capital from its place."""
    assert usable(f"# Kust\n\n{sentence}\n\nMensen tellen met een camera.\n")[0] == sentence


def test_documents_are_about_the_system_they_name_most(
    read: Callable[[str], Reading], answers_in: Callable[[Reading], list[Answer]]
) -> None:
    """Where the dossier is called by plain words only, which stand in titles with a capital."""
    dossier = Dossier(id="d", name="Model Golven", origin="d")
    text = (
        "# Model Golven\n\nPeilstok is een statistisch model. Peilstok telt de golven.\n\n"
        "De applicatie Zandkaart tekent de kust. Het model telt golven.\n"
    )
    reading = read(text)
    scope = find_scope(load_rules().scope, dossier, [reading], answers_in(reading))

    assert "peilstok" in scope.own
    assert scope.others == {"Zandkaart"}
