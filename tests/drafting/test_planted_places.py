"""Gaps, titles that name their questions, and rows of data not used, as planted in TOML."""

from __future__ import annotations

import pytest
from places_counts import list_outcomes


@pytest.mark.parametrize(
    "kind",
    ["gap", "answer", "kinds", "title", "column", "used", "unused", "limited"],
)
def test_every_case_that_the_rules_were_made_with_comes_out_right(kind: str) -> None:
    """A gap is open, a lookalike an answer, a named question asked, an unused datum left out."""
    found = [each for each in list_outcomes("seen") if each.kind == kind]

    assert found
    assert [each.where for each in found if not each.right] == []
