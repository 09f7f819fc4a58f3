"""The steps are answered from what documents say, and from nothing that only looks like it."""

from __future__ import annotations

import pytest
from planted_screens import PlantedScreen, judge, load_screens

SEEN = load_screens("seen")
HELD_OUT = load_screens("held_out")
LEAST_READ = 0.9
"""Of the answers in the half that the steps were not made with: 38 of 40 at first count."""
MOST_WRONG = 1
"""Answers where a person found none, or another, in that half: as many at first count."""
UNREAD = {("no doubt", "high_risk")}
"""Answers of the seen half that are not read: in doubt a step stays open."""


@pytest.mark.parametrize("planted", SEEN, ids=lambda planted: planted.name)
def test_each_step_is_answered_as_a_person_would(planted: PlantedScreen) -> None:
    """Yes, no, or not said; a lookalike answers nothing."""
    wrong = [
        (step, told, expected)
        for step, verdict, told, expected in judge(planted)
        if verdict != "right" and (planted.name, step) not in UNREAD
    ]

    assert wrong == []


def test_documents_set_apart_are_mostly_read_and_hardly_misread() -> None:
    """The half that was written before the terms holds them to their word."""
    judged = [each for planted in HELD_OUT for each in judge(planted)]
    said = [verdict for _, verdict, _, expected in judged if expected != "unknown"]

    assert said.count("right") >= LEAST_READ * len(said)
    assert sum(verdict == "wrong" for _, verdict, _, _ in judged) <= MOST_WRONG


@pytest.mark.parametrize("planted", [*SEEN, *HELD_OUT], ids=lambda planted: planted.name)
def test_every_answer_is_cited_verbatim(planted: PlantedScreen) -> None:
    """Each yes and no has a source, and each source is the reading's own text at its span."""
    for answer in planted.screen().answers:
        cited = (*answer.citations, *answer.suggestions)

        assert answer.citations or answer.answer == "unknown"
        assert all(each.span.of(planted.reading.text) == each.quote for each in cited)
