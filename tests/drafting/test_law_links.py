"""The table's link is carried by a citation that names its law; no other link comes with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from extractor.drafting.checking import NOT_CITED, QuoteChecker
from extractor.drafting.law_links import is_from_law_table
from extractor.models import Claim, LinkedTitle, Origin, Proposal, Quote, Reading

ORIGIN = Origin(drafter="llm", llm="verzonnen", at=datetime(2026, 11, 23, tzinfo=UTC))
TOWN = "https://wetten.overheid.nl/BWBR0005416"
NAMED = "De grondslag is artikel 225 van de Gemeente\u00adwet."


def check(reading: Reading, title: str, link: str | None, words: str) -> Proposal:
    """Return what is left of a claim when its quote has been checked."""
    value = LinkedTitle(title=title, link=link)
    claim = Claim(value=value, quotes=(Quote(reading=reading.id, text=words),))
    proposal = Proposal(field="lawful_basis_grouping", claims=(claim,), origin=ORIGIN)
    return QuoteChecker({reading.id: reading}).check_proposals([proposal])[0]


@pytest.mark.parametrize("link", [TOWN, f"{TOWN}/"])
def test_the_link_of_the_law_that_is_cited_is_carried(
    read: Callable[..., Reading], link: str
) -> None:
    """Also when a language model gave it; it is known to come from the table."""
    reading = read(f"# Grondslag\n\n{NAMED}\n")

    checked = check(reading, "Gemeentewet", link, NAMED)

    assert checked.withheld == ()
    assert is_from_law_table(checked.claims[0], {reading.id: reading})


@pytest.mark.parametrize(
    ("title", "link", "words"),
    [
        ("Gemeentewet", "https://wetten.overheid.nl/BWBR0005645", "Artikel 1 van de Gemeentewet."),
        ("Gemeentewet", f"{TOWN}/2024-01-01", "Artikel 1 van de Gemeentewet."),
        ("Gemeentewet", "https://gemeentewet.example", "Artikel 1 van de Gemeentewet."),
        ("Gemeentewet", TOWN, "Artikel 1 van de Provinciewet."),
        ("Gemeentewet en Provinciewet", TOWN, "De Gemeentewet en de Provinciewet."),
        ("Grondslag", TOWN, "Artikel 1 van de Gemeentewet."),
        ("Gemeentewet", TOWN, "Het Besluit Gemeentewet noemt dit."),
        (
            "Wet maatschappelijke ondersteuning 2015",
            "https://wetten.overheid.nl/BWBR0035362",
            "Volgens de Wmo is dit een taak.",
        ),
        (
            "Wet politiegegevens",
            "https://wetten.overheid.nl/BWBR0022463",
            "Volgens de Wpg is dit een taak.",
        ),
    ],
)
def test_any_other_link_is_withheld(
    read: Callable[..., Reading], title: str, link: str, words: str
) -> None:
    """Of another law, of another place, or of a law that the citation may not mean."""
    checked = check(read(f"# Grondslag\n\n{words}\n"), title, link, words)

    assert checked.claims == ()
    assert [each.reason for each in checked.withheld] == [NOT_CITED]


def test_a_law_without_a_link_stays_without(read: Callable[..., Reading]) -> None:
    """Checking fills nothing in."""
    reading = read(f"# Grondslag\n\n{NAMED}\n")

    (claim,) = check(reading, "Gemeentewet", None, NAMED).claims

    assert claim.value == LinkedTitle(title="Gemeentewet")
    assert not is_from_law_table(claim, {reading.id: reading})


def test_a_link_in_the_document_is_not_the_tables(read: Callable[..., Reading]) -> None:
    """What stands in the citation needs no table."""
    words = f"De Gemeentewet staat op {TOWN}."
    reading = read(f"# Grondslag\n\n{words}\n")

    (claim,) = check(reading, "Gemeentewet", TOWN, words).claims

    assert not is_from_law_table(claim, {reading.id: reading})
