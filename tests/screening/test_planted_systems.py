"""Other systems that documents name are listed; laws, registers and techniques are not."""

from __future__ import annotations

import pytest
from planted_systems import PlantedSystems, count_systems, load_systems

MOST_WRONG, MOST_MISSED = 1, 0
"""In the half that the patterns were not made with: as many at first count, of 13."""


@pytest.mark.parametrize("planted", load_systems("seen"), ids=lambda planted: planted.name)
def test_systems_are_listed_as_a_person_would(planted: PlantedSystems) -> None:
    """All of them, and nothing else."""
    assert planted.list_found() == planted.expected


def test_documents_set_apart_are_listed_as_well() -> None:
    """The half that was written before the patterns holds them to their word."""
    counts = count_systems("held_out")

    assert counts["wrong"] <= MOST_WRONG
    assert counts["missed"] <= MOST_MISSED
