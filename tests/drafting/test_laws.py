"""Laws are proposed by their official title, with a link that stands there or in the table."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor.models import LinkedTitle, Proposal

Propose = Callable[..., dict[str, Proposal]]
WriteDpia = Callable[..., str]
LEAST_RIGHT = 0.9
"""Of the half that was set apart."""


@dataclass(frozen=True)
class Case:
    """An answer with the items that must be proposed."""

    answer: str
    items: tuple[str, ...]


def list_cases(half: str) -> list[Case]:
    """Return the planted answers of one half."""
    path = Path(__file__).with_name("planted_laws") / f"{half}.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return [Case(row["answer"], tuple(row["items"])) for row in rows]


def list_items(proposal: Proposal) -> list[str]:
    """Return what is proposed, written as in the planted answers."""
    values = [c.value for c in proposal.claims if isinstance(c.value, LinkedTitle)]
    return [f"{v.title} | {shorten(v.link)}" if v.link else v.title for v in values]


def shorten(link: str) -> str:
    """Return the number in a link, with what follows."""
    for start in (
        "https://wetten.overheid.nl/",
        "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:",
        "https://eur-lex.europa.eu/",
    ):
        link = link.removeprefix(start)
    return link


@pytest.fixture
def draft_laws(propose: Propose, write_dpia: WriteDpia) -> Callable[[str], list[str]]:
    """Return what proposes the laws in an answer to the question for the legal basis."""

    def draft(answer: str) -> list[str]:
        text = write_dpia({"Juridisch en beleidsmatig kader": answer})
        return list_items(propose(text)["lawful_basis_grouping"])

    return draft


@pytest.mark.parametrize("case", list_cases("seen"), ids=lambda case: case.answer)
def test_the_laws_of_an_answer_are_proposed(
    case: Case, draft_laws: Callable[[str], list[str]]
) -> None:
    """Each once, with its link, and nothing else."""
    assert draft_laws(case.answer) == list(case.items)


def test_laws_set_apart_are_mostly_right(draft_laws: Callable[[str], list[str]]) -> None:
    """Whole answers, and not one link that leads to another law."""
    cases = list_cases("held_out")
    drafted = {case.answer: draft_laws(case.answer) for case in cases}
    right = [case for case in cases if drafted[case.answer] == list(case.items)]
    linked = {item for items in drafted.values() for item in items if " | " in item}

    assert linked <= {item for case in cases for item in case.items}
    assert len(right) >= LEAST_RIGHT * len(cases)


def test_laws_are_named_where_the_basis_is_asked(propose: Propose, write_dpia: WriteDpia) -> None:
    """A law that is named elsewhere is no basis, and each is named once."""
    answer = "Artikel 225 van de Gemeentewet is de grondslag. De Gemeentewet is duidelijk."
    elsewhere = "De Archiefwet 1995 bepaalt hoe lang dit wordt bewaard."

    proposal = propose(
        write_dpia({"Juridisch en beleidsmatig kader": answer, "Bewaartermijnen": elsewhere})
    )["lawful_basis_grouping"]

    assert list_items(proposal) == ["Gemeentewet | BWBR0005416"]


def test_an_address_that_leads_elsewhere_is_no_link(draft_laws: Callable[[str], list[str]]) -> None:
    """Only one that leads to the law goes before the table's; another law gets the table's own."""
    answer = (
        "De grondslag is de Gemeentewet (https://wetten.overheid.nl/BWBR0005416/2025-01-01).\n\n"
        "De Invorderingswet 1990 staat op https://example.org/wet.\n\n"
        "De Woningwet en de Leegstandwet staan op https://wetten.overheid.nl/BWBR0005181."
    )

    assert draft_laws(answer) == [
        "Gemeentewet | BWBR0005416/2025-01-01",
        "Invorderingswet 1990 | BWBR0004770",
        "Woningwet | BWBR0005181",
        "Leegstandwet | BWBR0003403",
    ]


def test_a_local_ordinance_has_only_the_link_beside_it(
    draft_laws: Callable[[str], list[str]],
) -> None:
    """No table lists it; an address among several laws belongs to none."""
    link = "https://lokaleregelgeving.overheid.nl/CVDR000001"
    ordinance = "Parkeerverordening Duinrade 2024"

    assert draft_laws(f"De {ordinance} staat op {link}.") == [f"{ordinance} | {link}"]
    assert draft_laws(f"De {ordinance} en de Woningwet gelden ({link}).") == [
        ordinance,
        "Woningwet | BWBR0005181",
    ]


def test_a_law_that_is_spelled_out_elsewhere_is_cited_there_too(
    propose: Propose, write_dpia: WriteDpia
) -> None:
    """So that a reviewer sees which of two laws an abbreviation is of."""
    text = write_dpia(
        {
            "Voorstel": "De Wet gemeentelijke schuldhulpverlening kent vroegsignalering.",
            "Juridisch en beleidsmatig kader": "De grondslag is artikel 3 Wgs.",
        }
    )

    (claim,) = propose(text)["lawful_basis_grouping"].claims

    assert [citation.quote for citation in claim.citations] == [
        "De grondslag is artikel 3 Wgs.",
        "De Wet gemeentelijke schuldhulpverlening kent vroegsignalering.",
    ]
