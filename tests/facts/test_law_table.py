"""The table of laws gives each law one place, and no loose name is certain."""

from __future__ import annotations

import re

import pytest

from extractor.facts.law_table import LawRow, load_laws
from extractor.facts.laws import find_named_laws

LAWS = list(load_laws().values())
LONGEST_TITLE = 100
"""As the register declares."""


def name_law(law: LawRow) -> str:
    """Return the title, to name its test."""
    return law.title


def test_the_table_links_many_laws_each_to_its_own_place() -> None:
    """No two laws have one number."""
    links = [law.link for law in LAWS if law.link]

    assert sum(law.bwb is not None for law in LAWS) >= 150
    assert len(links) == len(set(links))


@pytest.mark.parametrize("law", LAWS, ids=name_law)
def test_a_title_fits_the_register_and_its_number_has_the_form(law: LawRow) -> None:
    """Numbers are of wetten.overheid.nl or of EUR-Lex, never of both."""
    assert len(law.title) <= LONGEST_TITLE
    assert law.bwb is None or re.fullmatch(r"BWB[RV]\d{7}", law.bwb)
    assert law.celex is None or re.fullmatch(r"3\d{4}[RL]\d{4}", law.celex)
    assert not (law.bwb and law.celex)
    assert law.title not in law.loose
    assert set(law.loose) <= {*law.also, *law.short}


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("de Gemeentewet", True),
        ("de Wmo 2015", True),
        ("de Wmo", False),
        ("de Wgs", False),
        ("de Archiefwet", False),
        ("de Archiefwet 1995", True),
        ("de Participatiewet 2003", False),
        ("de Uitvoeringsregeling Jeugdwet", False),
        ("de Wet kinderopvang BES", False),
    ],
)
def test_a_name_that_may_be_of_another_law_is_not_certain(text: str, certain: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """An abbreviation of two laws, a name that another law had, a part of a longer name."""
    (law,) = find_named_laws(text)

    assert law.certain is certain


@pytest.mark.parametrize(
    ("title", "address", "leads"),
    [
        ("Gemeentewet", "https://wetten.overheid.nl/jci1.3:c:BWBR0005416&artikel=225", True),
        ("Gemeentewet", "https://wetten.overheid.nl/BWBR00054161", False),
        ("AI-verordening", "https://eur-lex.europa.eu/eli/reg/2024/1689/oj", True),
        ("AI-verordening", "https://eur-lex.europa.eu/eli/reg/2024/168", False),
        ("NIS2-richtlijn", "https://eur-lex.europa.eu/eli/dir/2022/2555/oj", True),
    ],
)
def test_an_address_leads_to_the_law_whose_number_it_has(
    title: str,
    address: str,
    leads: bool,  # noqa: FBT001 - a parameter of a test
) -> None:
    """To whichever date or article of it."""
    assert load_laws()[title].stands_at(address) is leads
