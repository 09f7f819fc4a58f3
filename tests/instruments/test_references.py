"""Titles of mixed forms name the questions they answer, by questionnaire and number."""

from __future__ import annotations

import pytest

from extractor.instruments.questions import load_instrument
from extractor.instruments.references import list_named, recognise_named, split_named

BOTH = (load_instrument("dpia_3_0"), load_instrument("iama_2_0"))


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Waarom wij dit doen (DPIA 5, IAMA 1.1)", ["DPIA 5", "IAMA 1.1"]),
        ("4.2 Afweging [IAMA 4.5 / DPIA 14]", ["IAMA 4.5", "DPIA 14"]),
        ("Gegevens (DPIA vraag 2 en 3)", ["DPIA 2", "DPIA 3"]),
        ("Wie kijkt er mee – IAMA 3.2.1", ["IAMA 3.2.1"]),
        ("DPIA 14: noodzaak", ["DPIA 14"]),
        ("Soort stuk (pre-scan 6.1.1)", ["Pre-scan DPIA 6.1.1"]),
    ],
)
def test_a_title_names_its_questions(title: str, named: list[str]) -> None:
    """In brackets, behind a line or before a colon, one or more."""
    found = split_named(title)

    assert found is not None
    assert [" ".join(each) for each in found.references] == named


@pytest.mark.parametrize(
    "title",
    [
        "Verhouding tot andere toetsen (DPIA 2023, IAMA 2024)",
        "Onze DPIA 5 jaar later",
        "De gemeente voerde (samen met de DPIA) een IAMA uit",
        "Bijlage 3 bij de DPIA",
        "Planning (fase 2, stap 3)",
        "Uitkomst (DPIA v1.2)",
        "Zie DPIA 14",
    ],
)
def test_years_versions_and_annexes_are_no_questions(title: str) -> None:
    """A number beside the name of a questionnaire is often something else."""
    assert split_named(title) is None


def test_all_questions_that_a_title_names_are_asked() -> None:
    """One passage may answer several."""
    found = list_named("Waarom (DPIA 5, IAMA 1.1.2)", BOTH)

    assert [(each.instrument, each.id) for each in found] == [
        ("dpia_3_0", "5"),
        ("iama_2_0", "1.1.2"),
    ]


def test_a_mixed_form_is_known_by_the_questions_its_titles_name() -> None:
    """Where no title is official; one or two that are named make no form."""
    titles = [
        "Aanleiding (DPIA 1, IAMA 1.1)",
        "Welke gegevens (DPIA 2)",
        "Hoe het werkt (DPIA 4, IAMA 2.1)",
        "Afweging (DPIA 14)",
    ]

    assert {each.kind for each in recognise_named(titles)} == {"DPIA", "IAMA"}
    assert recognise_named(titles[1:2]) == ()
