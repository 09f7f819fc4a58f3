"""Titles of mixed forms name the questions they answer, by questionnaire and number."""

from __future__ import annotations

import pytest

from extractor.instruments.matching import recognise_instrument, recognise_others
from extractor.instruments.questions import load_instrument
from extractor.instruments.references import list_references, match_references

BOTH = (load_instrument("dpia_3_0"), load_instrument("iama_2_0"))


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Waarom wij dit doen (DPIA 5, IAMA 1.1)", ["DPIA 5", "IAMA 1.1"]),
        ("4.2 Afweging [IAMA 4.5 / DPIA 14]", ["IAMA 4.5", "DPIA 14"]),
        ("Gegevens (DPIA vraag 2 en 3)", ["DPIA 2", "DPIA 3"]),
        ("Wie kijkt er mee – IAMA 3.2.1", ["IAMA 3.2.1"]),
        ("Techniek (IAMA: 2.A.2, DPIA-4)", ["IAMA 2a.2", "DPIA 4"]),
        ("Soort stuk (pre-scan 6.1.1)", ["Pre-scan DPIA 6.1.1"]),
    ],
)
def test_a_title_names_its_questions(title: str, named: list[str]) -> None:
    """In brackets or behind a line, one or more, with a word or a mark between."""
    assert [" ".join(each) for each in list_references(title)] == named


@pytest.mark.parametrize(
    "title",
    [
        "Verhouding tot andere toetsen (DPIA 2023, IAMA 2024)",
        "Onze DPIA 5 jaar later",
        "De gemeente voerde (samen met de DPIA) een IAMA uit",
        "Bijlage 3 bij de DPIA",
        "Planning (fase 2, stap 3)",
        "Uitkomst (DPIA v1.2)",
    ],
)
def test_years_versions_and_annexes_are_no_questions(title: str) -> None:
    """A number beside the name of a questionnaire is often something else."""
    assert list_references(title) == ()


def test_the_first_that_feeds_a_field_is_meant() -> None:
    """One passage answers all of them; the drafter needs one to know what it is about."""
    question = match_references("Waarom (DPIA 0, IAMA 1.1.2)", BOTH)

    assert question is not None
    assert (question.instrument, question.id) == ("iama_2_0", "1.1.2")


def test_a_mixed_form_is_known_by_the_questions_its_titles_name() -> None:
    """Where no title is official; the other questionnaire needs fewer."""
    titles = [
        "Aanleiding (DPIA 1, IAMA 1.1)",
        "Welke gegevens (DPIA 2)",
        "Hoe het werkt (DPIA 4, IAMA 2.1)",
        "Afweging (DPIA 14)",
    ]
    main = recognise_instrument(titles)

    assert main is not None
    assert main.kind == "DPIA"
    assert [each.kind for each in recognise_others(titles, main)] == ["IAMA"]
    assert recognise_instrument(titles[:2]) is None
