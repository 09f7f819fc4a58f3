"""Addresses are the same with and without scheme; names are found in the ways they are written."""

from __future__ import annotations

import pytest

from extractor.facts import find_addresses, find_names, read_name
from extractor.facts.addresses import is_written_in


@pytest.mark.parametrize(
    "written",
    [
        "https://www.rade.example/auto",
        "http://rade.example/auto/",
        "www.rade.example/auto",
        "RADE.example/auto",
        "(https://rade.example/auto).",
        "<https://rade.example/auto>",
    ],
)
def test_an_address_is_the_same_without_scheme(written: str) -> None:
    """Nor does a closing slash or full stop make it another."""
    assert [each.place for each in find_addresses(f"Zie {written} voor meer")] == [
        "rade.example/auto"
    ]


def test_a_mail_address_is_no_web_address() -> None:
    """Its host is part of it."""
    assert [each.place for each in find_addresses("Mail Info@Rade.example.")] == [
        "info@rade.example"
    ]


@pytest.mark.parametrize("text", ["o.a. en m.b.t. dit", "versie 2.1", "Dit. Dat", "art.5"])
def test_full_stops_alone_make_no_address(text: str) -> None:
    """Abbreviations and versions have them too."""
    assert find_addresses(text) == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Zie https://www.rade.example/ auto voor meer.", True),
        ("Zie https://www.rade.example/auto/ voor meer.", True),
        ("Zie https://rade.example/autos.", False),
        ("Zie https://rade.example/auto/meer.", False),
        ("Zie https://oprade.example/auto.", False),
    ],
)
def test_a_longer_address_does_not_hold_a_shorter_one(text: str, written: bool) -> None:  # noqa: FBT001 - a case
    """It may be broken over a line end, which is shown as a space."""
    (address,) = find_addresses("rade.example/auto")

    assert is_written_in(address, text) is written


@pytest.mark.parametrize(
    ("listed", "text", "used"),
    [
        ("Basisregistratie Personen (BRP)", "uit de BRP", "BRP"),
        (
            "Basisregistratie Personen (BRP)",
            "Basisregistratie  Personen",
            "Basisregistratie Personen",
        ),
        ("Lichtwacht B.V.", "Lichtwacht levert", "Lichtwacht"),
        ("Lichtwacht B.V.", "de lichtwacht loopt", None),
        ("BAG", "bagage", None),
    ],
)
def test_a_name_is_used_with_its_capitals(listed: str, text: str, used: str | None) -> None:
    """In full, by what stands in brackets, or without its legal form."""
    name = read_name(listed, proper=True)

    assert name is not None
    assert [words for _, words in find_names(text, [name])] == ([used] if used else [])


def test_a_title_of_ordinary_words_is_no_name() -> None:
    """Every title begins with a capital."""
    assert read_name("Vergunningenbestand") is None
