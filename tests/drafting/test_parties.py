"""Who is responsible and who supplies is told by the role, not by how often a name stands there."""

from __future__ import annotations

import pytest

from tests.drafting.conftest import write_dpia_text
from tests.drafting.test_facts import Propose, say, values

PARTIES = """
Bij de verwerking zijn deze partijen betrokken.

| Partij | Rol | Taak |
|--|--|--|
{rows}
"""


@pytest.mark.parametrize("body", ["Waterschap Oudewaard", "Belastingkantoor Drie Meren"])
def test_the_controller_is_the_organisation(propose: Propose, body: str) -> None:
    """Also where its name does not say what kind of body it is."""
    row = f"| {body} | Verwerkingsverantwoordelijke | beheer |"

    assert values(propose(say(PARTIES.format(rows=row)))["organization"]) == [body]


@pytest.mark.parametrize(
    "row",
    [
        "| Heffingsambtenaar van Duinrade | Verwerkingsverantwoordelijke | besluit |",
        "| College van B en W | Verwerkingsverantwoordelijke | besluit |",
        "| Kadaster | Verstrekker | levert gegevens |",
        "| Wolkenkelder B.V. | Verwerker | beheer |",
    ],
)
def test_a_function_and_a_supplier_are_no_organisation(propose: Propose, row: str) -> None:
    """Nobody is named rather than the wrong one."""
    assert values(propose(say(PARTIES.format(rows=row)))["organization"]) == []


@pytest.mark.parametrize(
    ("row", "firm"),
    [
        ("| Lichtveld Software B.V. | Leverancier | onderhoud |", "Lichtveld Software B.V."),
        ("| Peilkracht B.V. | Verwerker | Ontwikkelt en beheert het model |", "Peilkracht B.V."),
        ("| Stormvast Hosting B.V. | Verwerker | Levert de servers |", None),
        ("| Wolkenkelder B.V. | Verwerker | Levert het cloudplatform |", None),
    ],
)
def test_the_supplier_makes_the_system(propose: Propose, row: str, firm: str | None) -> None:
    """Who only lends a computer does not."""
    assert values(propose(say(PARTIES.format(rows=row)))["provider"]) == ([firm] if firm else [])


def test_a_measure_in_a_table_is_no_party(propose: Propose) -> None:
    """Its column says what stands there."""
    table = "| Maatregel | Wie |\n|--|--|\n| M3 | Leverancier |\n"

    assert values(propose(say(f"De maatregelen.\n\n{table}"))["provider"]) == []


def test_the_name_of_a_person_is_never_cut_into_a_supplier(propose: Propose) -> None:
    """Where a name goes on in small letters it is not taken."""
    text = "Contactpersoon bij de leverancier is Joost van der Wielingen."

    assert values(propose(say(text))["provider"]) == []


def test_one_firm_under_a_short_and_a_full_name_is_one_value(propose: Propose) -> None:
    """The fullest name is proposed."""
    text = "Het systeem van Lindveld Taxaties B.V. rekent. De leverancier is Lindveld."

    assert values(propose(say(text))["provider"]) == ["Lindveld Taxaties B.V."]


def test_a_register_used_for_a_letter_is_no_source(propose: Propose) -> None:
    """It is named where the data is described, but beside the algorithm."""
    table = (
        "| Persoonsgegeven | Bron | In het model |\n|--|--|--|\n"
        "| Oppervlakte | BAG | ja |\n| Naam | BRP | nee, alleen voor de beschikking |\n"
    )
    proposal = propose(write_dpia_text({"Persoonsgegevens": table}))["source_data_grouping"]

    assert [claim.value.title for claim in proposal.claims] == ["BAG"]
