"""A day on which something will be looked at again is told from all other days."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.comparing.due import add_years
from extractor.comparing.review_dates import find_announced


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("De DPIA wordt uiterlijk op 1 maart 2027 herzien.", date(2027, 3, 1)),
        ("Herzieningsdatum: 01-12-2026", date(2026, 12, 1)),
        ("Herzien op 12-03-2027.", date(2027, 3, 12)),
        ("Volgende evaluatie: Q2 2027.", date(2027, 4, 1)),
        (
            "Bij de volgende herziening, uiterlijk in mei 2027, kijken wij opnieuw.",
            date(2027, 5, 1),
        ),
        ("De DPIA is geldig tot 1 januari 2028.", date(2028, 1, 1)),
        ("Dit document moet voor eind 2026 worden herzien.", date(2026, 12, 1)),
        ("Next review: 2027-05-01", date(2027, 5, 1)),
    ],
)
def test_an_announced_day_is_found(sentence: str, day: date) -> None:
    """Of a month its first day, of the end of a year its last month."""
    assert find_announced(sentence) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze versie is in juni 2025 vastgesteld en in september 2025 herzien (versie 1.2).",
        "Laatste herziening: 12 mei 2024.",
        "Het algoritme wordt jaarlijks geëvalueerd.",
        "De herziening van de wet in 2025 wordt verwerkt.",
        "Het systeem is op 5 juni 2023 in gebruik genomen.",
        "De wet is in 2020 herzien.",
    ],
)
def test_another_day_is_not(sentence: str) -> None:
    """What was done before, and what is done without a day."""
    assert find_announced(sentence) is None


def test_a_leap_day_has_its_anniversary() -> None:
    """The day before, where a year has no such day."""
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
