"""Names of the algorithm, the organisation, registers and assessments, as written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.models import LinkedTitle, Proposal

Propose = Callable[..., dict[str, Proposal]]
WriteDpia = Callable[..., str]


def titles(proposal: Proposal) -> list[str]:
    """Return the titles of a grouping's items."""
    return [claim.value.title for claim in proposal.claims if isinstance(claim.value, LinkedTitle)]


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("# DPIA parkeercontrole met scanauto's", ["parkeercontrole met scanauto's"]),
        ("# Systeembeschrijving van het ParkeerScan", ["ParkeerScan"]),
        ("# Data Protection Impact Assessment\n\nParkeercontrole", ["Parkeercontrole"]),
        ("**Systeembeschrijving**\n\n**ParkeerScan**", ["ParkeerScan"]),
        ("Naam van het algoritme: ParkeerScan", ["ParkeerScan"]),
        ("# Notitie voor de raad", []),
    ],
)
def test_the_name_is_what_the_title_page_says(
    propose: Propose, front: str, names: list[str]
) -> None:
    """The kind of document falls away, the rest stands as written."""
    proposal = propose(f"{front}\n\nMeer tekst over het onderwerp van dit stuk.\n")["name"]

    assert [claim.value for claim in proposal.claims] == names
    assert all(claim.citations for claim in proposal.claims)


def test_a_department_below_the_title_is_no_name(propose: Propose) -> None:
    """A title page often goes on with the organisation."""
    text = "# Data Protection Impact Assessment\n\nGemeente Duinrade, afdeling Parkeren\n\nTekst.\n"

    assert propose(text)["name"].claims == ()


def test_the_organisation_is_the_one_named_most(propose: Propose) -> None:
    """Another body that is named in passing is no rival."""
    text = (
        "# Notitie\n\nDe gemeente Duinrade controleert. De gemeente Duinrade betaalt. De gemeente "
        "Duinrade beslist. De Gemeente Zandhaven doet dat ook.\n"
    )

    assert [claim.value for claim in propose(text)["organization"].claims] == ["Gemeente Duinrade"]


def test_two_organisations_side_by_side_are_nobodys_choice(propose: Propose) -> None:
    """Where none stands out nothing is proposed."""
    text = "# Notitie\n\nDe gemeente Duinrade en de gemeente Zandhaven controleren samen.\n"

    assert propose(text)["organization"].claims == ()


def test_registers_are_named_where_data_is_described(
    propose: Propose, write_dpia: WriteDpia
) -> None:
    """A register that is named in another section is no source of data."""
    proposal = propose(
        write_dpia(
            {
                "Persoonsgegevens": "Kentekens komen uit het kentekenregister van de RDW.",
                "Verwerkingslocaties": "De BRP staat in een ander datacentrum.",
            }
        )
    )["source_data_grouping"]

    assert titles(proposal) == ["Kentekenregister van de RDW"]


def test_an_assessment_in_the_dossier_is_one_that_was_done(
    propose: Propose, write_dpia: WriteDpia
) -> None:
    """The register's own title is used, and the name in the document is cited."""
    proposal = propose(write_dpia({}))["impacttoetsen_grouping"]

    assert titles(proposal) == ["Data Protection Impact Assessment (DPIA)"]
    assert [c.quote for c in proposal.claims[0].citations] == ["DPIA"]


def test_a_concept_is_no_assessment_that_was_done(propose: Propose, write_dpia: WriteDpia) -> None:
    """A draft assessment has not been carried out yet."""
    concept = write_dpia({}).replace(
        "# DPIA parkeercontrole", "# DPIA parkeercontrole\n\nStatus: concept"
    )

    assert propose(concept)["impacttoetsen_grouping"].claims == ()


def test_a_document_about_an_assessment_is_none(propose: Propose) -> None:
    """Naming a DPIA is not being one."""
    assert propose("# Notitie\n\nDe DPIA is klaar.\n")["impacttoetsen_grouping"].claims == ()
