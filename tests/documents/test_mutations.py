"""Documents damaged at random give text or a problem that somebody foresaw."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutations.reading import OUTCOMES, name_outcome, read_mutations
from mutations.seeds import list_seeds, mutate

from extractor.documents.workers import Workers

COUNT = 300


@pytest.mark.parametrize("kind", list_seeds())
def test_no_damage_is_unforeseen(kind: str, workers: Workers, tmp_path: Path) -> None:
    """No worker dies or hangs on it, and no reader fails without a reason of its own."""
    kinds = list(list_seeds())
    numbers = [n for n in range(COUNT) if kinds[n % len(kinds)] == kind]

    outcomes = {
        (number, mutation.damage): name_outcome(reading)
        for number, (mutation, reading) in zip(
            numbers, read_mutations(numbers, tmp_path, workers), strict=True
        )
    }

    assert len(outcomes) == len(numbers)
    assert not {key: outcome for key, outcome in outcomes.items() if outcome in OUTCOMES}
    assert set(outcomes.values()) >= {"read"}


def test_a_mutation_is_the_same_every_time() -> None:
    """What fails can be looked into."""
    assert [mutate(number) for number in range(20)] == [mutate(number) for number in range(20)]
