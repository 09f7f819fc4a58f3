"""A text that most of another entry's sentences stand in too is pointed out, whole or in part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.copies import check_copies

TEXT = (
    "De gemeente wil sneller weten waar stoeptegels los liggen. Het systeem zoekt ze op foto's van "
    "de straat. Een medewerker kijkt daarna of de tegel echt los ligt."
)
FIRST = TEXT.partition(". ")[0]
OTHER = "Het waterschap voorspelt het peil. De sluiswachter beslist zelf of de sluis open gaat."


def find(text: str, **others: str) -> list[str]:
    """Return what is said of the text among these entries."""
    return [finding.message for finding in check_copies(text, others)]


@pytest.mark.parametrize(
    "copied",
    [
        TEXT,
        TEXT.upper(),
        TEXT.replace(". ", ".\n\n"),
        f"{OTHER} {TEXT}",
        TEXT.replace("Een medewerker kijkt daarna of", "Een monteur kijkt morgen of"),
    ],
)
def test_a_copied_text_is_pointed_out(copied: str) -> None:
    """Capitals, paragraphs and one other sentence make no difference."""
    (message,) = find(TEXT, Tegels=copied, Sluizen=OTHER)

    assert "Tegels" in message


@pytest.mark.parametrize(
    "other",
    ["", OTHER, "Het systeem werkt. De gemeente beslist.", f"{FIRST}."],
)
def test_a_text_of_its_own_is_not(other: str) -> None:
    """One sentence in three may well be the same."""
    assert find(TEXT, Sluizen=other) == []


def test_a_short_text_is_not_compared() -> None:
    """Two entries may say "Geen risico's bekend" for good reasons."""
    assert find("Er zijn geen risico's bekend.", Sluizen="Er zijn geen risico's bekend.") == []


def test_the_nearest_of_several_is_named() -> None:
    """One is enough to look at."""
    (message,) = find(TEXT, Bijna=f"{FIRST}. {OTHER}", Gelijk=TEXT)

    assert "Gelijk" in message
    assert "100 procent" in message


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_is_a_crash(text: str, other: str) -> None:
    """Whatever stands there, at most one finding comes back."""
    assert len(find(text, ander=other)) <= 1
