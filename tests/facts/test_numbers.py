"""Numbers are found however they are written, and nothing else is one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import find_facts, find_numbers

ONES = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"),
    *("achttien", "negentien"),
)
TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
LARGEST = 10_000
UNITS = {"dagen": "day", "%": "percent", "euro": "euro", "foto's": ""}


def write_words(number: int) -> str:
    """Return the number in Dutch words, after the rules of spelling."""
    if number < len(ONES):
        return ONES[number]
    if number < 100:
        ten, one = divmod(number, 10)
        joint = "ën" if one in {2, 3} else "en"
        return (ONES[one] + joint if one else "") + TENS[ten - 2]
    if number < 1000:
        hundred, rest = divmod(number, 100)
        start = "" if hundred == 1 else ONES[hundred]
        return f"{start}honderd{write_words(rest) if rest else ''}"
    thousand, rest = divmod(number, 1000)
    start = "" if thousand == 1 else write_words(thousand)
    return f"{start}duizend" + (f" {write_words(rest)}" if rest else "")


def write_digits(number: int) -> str:
    """Return the number with full stops between its thousands."""
    return f"{number:,}".replace(",", ".")


def list_stated(text: str) -> list[tuple[str, Fraction]]:
    """Return the unit and the first reading of each number the text states."""
    return [(n.unit, n.readings[0]) for n in find_facts(text).numbers if n.stated]


def test_every_number_in_words_is_found_again() -> None:
    """From nought to ten thousand, each by itself; 'een' is an article and states no number."""
    missed = [
        number
        for number in range(LARGEST + 1)
        if number != 1
        and list_stated(f"er zijn {write_words(number)} auto's") != [("", Fraction(number))]
    ]

    assert missed == []


@given(st.integers(2, 10_000_000), st.sampled_from(sorted(UNITS)))
def test_digits_with_full_stops_are_found_with_their_unit(number: int, unit: str) -> None:
    """Full stops between thousands part no number."""
    assert list_stated(f"er zijn {write_digits(number)} {unit} nodig") == [
        (UNITS[unit], Fraction(number))
    ]


@given(st.integers(0, 10_000_000), st.integers(0, 99))
def test_decimals_follow_a_comma(whole: int, cents: int) -> None:
    """In Dutch a comma stands before what is less than one."""
    found = list_stated(f"dat kost € {write_digits(whole)},{cents:02}")

    assert found == [("euro", whole + Fraction(cents, 100))]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("tweeëndertig", [("", 32)]),
        ("tweeendertig", [("", 32)]),
        ("één auto", [("", 1)]),
        ("Eén auto", [("", 1)]),
        ("een auto", []),
        ("na een jaar", [("year", 1)]),
        ("een jaar", []),
        ("anderhalf jaar", [("year", Fraction(3, 2))]),
        ("tweeënhalf uur", [("hour", Fraction(5, 2))]),
        ("een half miljoen", [("", 500_000)]),
        ("1,4 miljoen foto's", [("", 1_400_000)]),
        ("€ 2,4 mln", [("euro", 2_400_000)]),
        ("drie miljoen euro", [("euro", 3_000_000)]),
        ("12 procent", [("percent", 12)]),
        ("1 250 bomen", [("", 1250)]),
        ("een derde van de bomen", [("", Fraction(1, 3))]),
        ("de helft en een kwart", [("", Fraction(1, 2)), ("", Fraction(1, 4))]),
        ("twee derde deel", [("", Fraction(2, 3))]),
        ("een derde medewerker", []),
        ("de derde keer", []),
        ("5 tot 10 minuten", [("minute", 5), ("minute", 10)]),
        ("5-10 minuten", [("minute", 5), ("minute", 10)]),
        ("tussen de 5 en 10%", [("percent", 5), ("percent", 10)]),
        ("6 à 8 leerlingen", [("", 6), ("", 8)]),
        ("Het college acht de kans klein", []),
        ("acht dagen", [("day", 8)]),
        ("ten opzichte van", []),
        ("beide auto's", []),
    ],
)
def test_a_number_is_what_it_counts(text: str, stated: list[tuple[str, Fraction]]) -> None:
    """With its unit where it has one; of a range both ends have it."""
    assert list_stated(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "versie 3.2",
        "YOLOv5",
        "ISO 27001",
        "NEN-ISO/IEC 27001:2022",
        "zaaknummer Z-2024-00123",
        "(0113) 55 66 77",
        "+31 113 55 66 77",
        "1234 AB Duinrade",
        "paragraaf 3.2 en hoofdstuk 4",
        "bijlage 3",
        "pagina 12",
        "3.2.1 Doel",
        "24/7 bereikbaar",
        "1. Eerst dit",
        "artikel 225 van de Gemeentewet",
        "1 maart 2024",
        "https://rade.example/12/34",
        "om 10:30",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    """Parts of names, versions, places in a document, addresses, articles and dates."""
    assert list_stated(text) == []


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("24 uur", "een dag", True),
        ("7 dagen", "een week", True),
        ("12 maanden", "1 jaar", True),
        ("achttien maanden", "anderhalf jaar", True),
        ("drie maanden", "elk kwartaal", True),
        ("zes maanden", "halfjaarlijks", True),
        ("50%", "de helft", True),
        ("75 procent", "driekwart", True),
        ("12%", "12", True),
        ("12", "12%", False),
        ("30 dagen", "30 weken", False),
        ("30 dagen", "een maand", False),
        ("€ 12", "12 dagen", False),
        ("twee", "beide", True),
        ("1.250", "1250", True),
        ("20,000", "20.000", True),
    ],
)
def test_equal_amounts_are_equal_however_measured(one: str, other: str, equal: bool) -> None:  # noqa: FBT001 - a case
    """A day is 24 hours; a month is no number of days."""
    assert find_numbers(one)[0].equals(find_numbers(other)[-1]) is equal


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """Whatever a document holds, the places are in the text and in order."""
    starts = [number.span.start for number in find_numbers(text)]

    assert starts == sorted(starts)
    assert all(number.span.end <= len(text) for number in find_numbers(text))
