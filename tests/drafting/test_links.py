"""Addresses are copied from the documents, never made, and only where anybody may use them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.drafting.offline.links import list_urls
from extractor.models import Proposal

Propose = Callable[..., dict[str, Proposal]]


def say(words: str) -> str:
    """Return a document with these words."""
    return f"# Informatie\n\n## Contact\n\n{words}\n"


def values(proposal: Proposal) -> list[str]:
    """Return the proposed addresses."""
    return [str(claim.value) for claim in (*proposal.claims, *proposal.alternatives)]


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        (
            "contact_email",
            "Voor vragen kunnen inwoners mailen naar parkeren@duinrade.nl.",
            "parkeren@duinrade.nl",
        ),
        (
            "website",
            "De gemeente legt dit uit op https://www.duinrade.nl/parkeren/scanauto.",
            "https://www.duinrade.nl/parkeren/scanauto",
        ),
        (
            "publiccode",
            "De broncode staat op https://github.com/duinrade/parkeerscan en is open.",
            "https://github.com/duinrade/parkeerscan",
        ),
        (
            "process_index_url",
            "De verwerking staat in het verwerkingsregister op https://avg.duinrade.nl/register/12.",
            "https://avg.duinrade.nl/register/12",
        ),
        (
            "url",
            "Het staat in het eigen algoritmeregister: https://algoritmes.duinrade.nl/scanauto.",
            "https://algoritmes.duinrade.nl/scanauto",
        ),
    ],
)
def test_an_address_is_proposed_where_the_sentence_speaks_of_it(
    propose: Propose, field: str, words: str, value: str
) -> None:
    """The address stands in the citation, letter for letter."""
    proposal = propose(say(words))[field]

    assert values(proposal) == [value]
    assert value in proposal.claims[0].citations[0].quote


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("contact_email", "Voor vragen kunt u mailen naar j.de.vries@duinrade.nl."),
        ("contact_email", "Voor vragen kunt u mailen naar marleen.hoogstraten@duinrade.nl."),
        ("contact_email", "Voor vragen kunt u mailen naar parkeerjan@gmail.com."),
        ("contact_email", "Voor vragen kunt u mailen naar team@mail.intern.duinrade.nl."),
        ("contact_email", "Bij een storing mailt de beheerder naar storing@zichtlijn.nl."),
        ("contact_email", "Mail de functionaris gegevensbescherming via fg@duinrade.nl."),
        ("contact_email", "De leverancier is bereikbaar op support@zichtlijn.nl."),
        ("website", "Meer informatie staat op https://duinrade.sharepoint.com/sites/parkeren."),
        ("website", "Meer informatie staat op https://intranet.duinrade.nl/parkeren."),
        ("website", "Meer informatie staat op http://10.0.0.12/parkeren."),
        ("website", "Lees de wet op https://wetten.overheid.nl/BWBR0005416."),
        ("website", "De documentatie van de standaard is te vinden op https://standaard.nl/ocr."),
        (
            "publiccode",
            "De code volgt https://github.com/duinrade/parkeerscan/blob/main/README.md.",
        ),
        ("publiccode", "De broncode staat op https://www.duinrade.nl/code."),
        ("publiccode", "De broncode staat op https://github.com/."),
    ],
)
def test_an_address_that_is_not_for_everybody_is_not_proposed(
    propose: Propose, field: str, words: str
) -> None:
    """No person's own, private, internal or supplier's address, no law, no page in a repository."""
    assert values(propose(say(words))[field]) == []


def test_no_address_is_made_where_none_stands(propose: Propose) -> None:
    """A page that is only named stays unnamed."""
    words = "Meer informatie staat op de website van Duinrade, onder parkeren. Vragen mogen ook."

    assert values(propose(say(words))["website"]) == []
    assert values(propose(say(words))["contact_email"]) == []


def test_two_addresses_are_left_to_the_person(propose: Propose) -> None:
    """Nobody can tell for the reviewer which page is the right one."""
    words = (
        "De uitleg staat op de pagina https://duinrade.nl/een.\n\n"
        "Lees ook de pagina https://duinrade.nl/twee."
    )

    assert values(propose(say(words))["website"]) == [
        "https://duinrade.nl/een",
        "https://duinrade.nl/twee",
    ]


@given(st.text(st.sampled_from("https://duinrade.nl?#()[]<>\"“”,.;:' \n"), max_size=60))
def test_every_address_stands_in_the_text(text: str) -> None:
    """What is listed is a piece of the text and ends in no punctuation."""
    for url in list_urls(text):
        assert url in text
        assert not url.endswith((".", ",", ";", ":", "?"))
