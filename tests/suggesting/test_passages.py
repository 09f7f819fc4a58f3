"""A person is sent only to what may be quoted, of the dossier's own system."""

from __future__ import annotations

import pytest

from extractor.models import Origin
from tests.suggesting.conftest import CHECKED, LLM, OFFLINE, SYSTEM, suggest


@pytest.mark.parametrize(
    "heading", ["Advies FG", "Vaststelling en ondertekening", "Versiebeheer", "Begrippenlijst"]
)
def test_what_may_reach_no_entry_is_not_suggested(heading: str) -> None:
    """Neither advice of others nor who signed."""
    assert suggest(f"# DPIA\n\n## {heading}\n\n{CHECKED}\n") == []


@pytest.mark.parametrize("origin", [OFFLINE, LLM], ids=["offline", "llm"])
def test_where_there_is_no_algorithm_nothing_is_suggested(origin: Origin) -> None:
    """Whoever drafted: a reviewer would read about something else."""
    denied = "Er wordt geen gebruikgemaakt van een algoritme."

    assert suggest(f"{SYSTEM}{CHECKED}\n\n{denied}\n", origin=origin) == []


@pytest.mark.parametrize(
    "name", ["Advies FG over de DPIA", "Reactie functionaris gegevensbescherming"]
)
def test_what_the_data_protection_officer_advises_is_not_suggested(name: str) -> None:
    """That advice is for the organisation; others' advice comes last."""
    assert suggest(f"# {name}\n\n## Mens\n\n{CHECKED}\n", name=name) == []
    assert suggest(f"# Advies ethische commissie\n\n## Mens\n\n{CHECKED}\n") == [CHECKED]


@pytest.mark.parametrize(
    "kept",
    [
        "De medewerker beslist en controleert het advies; dit is vertrouwelijk.",
        r"De medewerker beslist en controleert het advies in \\lichtstad-fs01\adviezen.",
        "De medewerker controleert het advies en logt in met een wachtwoord en een token.",
    ],
)
def test_what_is_kept_inside_is_left_out_of_a_paragraph(kept: str) -> None:
    """Only whole sentences go; what stands before them is still whole."""
    assert suggest(f"{SYSTEM}{kept}\n") == []
    assert suggest(f"{SYSTEM}{CHECKED} {kept}\n") == [CHECKED]
    assert suggest(f"{SYSTEM}{kept} {CHECKED}\n") == [CHECKED]


def test_what_another_system_does_is_not_suggested() -> None:
    """It may look like an answer and is none."""
    other = (
        "Bij de veegwagens wordt het systeem RouteMeester gebruikt, dat een medewerker controleert."
    )

    assert suggest(f"{SYSTEM}{CHECKED}\n\n{other}\n") == [CHECKED]


def test_rows_of_titles_and_of_ticks_are_not_suggested() -> None:
    """Nothing can be read in them."""
    table = (
        "| Medewerker | Controleert | Beslist |\n|--|--|--|\n"
        "| De planner | elk advies van de medewerker | beslist zelf |\n"
        "| Medewerker controleert en beslist | ja | nee |\n"
    )

    (row,) = suggest(f"{SYSTEM}{table}")

    assert "De planner" in row
