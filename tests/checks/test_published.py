"""A text that stands in the published register is pointed out, from hashes alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.checks.published import DATA, check_published

PUBLISHED = Path(__file__).with_name("published.jsonl")
"""One invented entry, as `.ci/published` makes them of real ones."""
REGISTER = Path(__file__).parents[3] / "shared/reference/published-entries-2026-08-08.json"
TEXT = (
    "De gemeente Waterkering laat een model elke nacht berekenen welke putten vol raken. "
    "Een monteur kijkt in de ochtend welke putten hij als eerste leegt en waarom."
)


def find(text: str, data: Path = PUBLISHED) -> list[str]:
    """Return what is said of the text."""
    return [finding.message for finding in check_published(text, data)]


@pytest.mark.parametrize("copied", [TEXT, TEXT.upper(), TEXT.replace(". ", ".\n\n"), f"- {TEXT}"])
def test_a_published_text_is_pointed_out_with_its_entry(copied: str) -> None:
    """Capitals, signs and paragraphs make no difference."""
    (message,) = find(copied)

    assert "Puttenwacht" in message
    assert "100 procent" in message


@pytest.mark.parametrize(
    "own",
    [
        TEXT.partition(". ")[0],
        TEXT.replace("putten", "kolken"),
        "Het waterschap voorspelt het peil van morgen met een model van de regen in het gebied.",
        "",
    ],
)
def test_a_text_of_its_own_is_not(own: str) -> None:
    """Nor a short one, which may be alike by chance."""
    assert find(own) == []


def test_no_published_word_is_kept() -> None:
    """Only names of entries, and hashes."""
    head, *lines = DATA.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]

    assert json.loads(head)["of"] == "2026-08-08"
    assert len(entries) > 1000
    assert {key for entry in entries for key in entry} == {"id", "title", "sentences"}
    assert all(len(each) == 16 and int(each, 16) >= 0 for e in entries for each in e["sentences"])


@pytest.mark.skipif(not REGISTER.exists(), reason="the list of published entries is not here")
def test_entries_of_the_register_are_known_again() -> None:
    """Of every goal that is long enough to compare, its own entry's or one with the same words."""
    listed = json.loads(REGISTER.read_text(encoding="utf-8"))["algoritmes"]
    goals = [each["doel"] for each in listed if each["doel"] and len(each["doel"].split()) > 60]
    known = sum(bool(find(goal, DATA)) for goal in goals)

    assert len(goals) > 300
    assert known >= 0.99 * len(goals)
