"""Of invented first pages a person said what they are; what is told of them is counted."""

from __future__ import annotations

from collections import Counter

import pytest
from planted_pages import ASPECTS, HALVES, count_verdicts, load_pages


def test_the_set_is_large_enough_and_has_every_kind_voice_and_status() -> None:
    """A set without a kind would say nothing about it."""
    pages = [page for half in HALVES for page in load_pages(half)]
    values = {aspect: {page.expected[aspect] for page in pages} for aspect in ASPECTS}

    assert len(pages) >= 80
    assert len(values["kind"]) == 12
    assert values["voice"] == {"own", "supplier", "auditor", "adviser", "other"}
    assert values["status"] == {"concept", "final", None}
    assert len({page.name for page in pages}) == len(pages)


@pytest.mark.parametrize("half", HALVES)
def test_hardly_anything_is_told_wrongly(half: str) -> None:
    """What is not said can be filled in by a person; what is wrong misleads one."""
    counts = count_verdicts(half)

    for aspect, verdicts in counts.items():
        assert verdicts["wrong"] <= 1, aspect
        assert verdicts["right"] >= 36, aspect
    assert sum(counts.values(), Counter())["right"] >= 0.97 * 7 * len(load_pages(half))
