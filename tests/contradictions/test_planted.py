"""Contradictions are reported with both sides, lookalikes are not spoken of."""

from __future__ import annotations

import pytest
from planted_contradictions import Pair, find_in, is_false, is_found, list_pairs

SEEN = list(list_pairs("seen"))
HELD_OUT = list(list_pairs("held_out"))
TOPICS = {"status", "dates", "supplier", "learning", "data", "counts", "retention", "decides"}


def name_pair(pair: Pair) -> str:
    """Return the topic and the beginning of a passage, to name its test."""
    return f"{pair.topic}: {pair.passages[0][:40]}"


@pytest.mark.parametrize("pair", [each for each in SEEN if each.sides], ids=name_pair)
def test_a_contradiction_is_reported_with_both_sides(pair: Pair) -> None:
    """On its own topic, the words of the one side apart from those of the other."""
    assert is_found(pair, find_in(pair))


@pytest.mark.parametrize("pair", [each for each in SEEN if not each.sides], ids=name_pair)
def test_a_lookalike_is_not_spoken_of(pair: Pair) -> None:
    """Nor on any other topic, in one document or in two."""
    assert not is_false(pair)


@pytest.mark.parametrize("pair", [each for each in SEEN if each.sides], ids=name_pair)
def test_the_order_of_documents_does_not_matter(pair: Pair) -> None:
    """Neither side counts for more because it was read first."""
    one, other = pair.passages
    turned = Pair(pair.topic, (other, one), pair.sides[::-1], pair.between)

    assert is_found(turned, find_in(turned))


@pytest.mark.parametrize("passage", sorted({p for each in SEEN for p in each.passages}))
def test_nothing_contradicts_itself(passage: str) -> None:
    """What two documents both say, in the same words, is no contradiction."""
    assert find_in(Pair("same", (passage, passage))) == ()


@pytest.mark.parametrize("half", [SEEN, HELD_OUT], ids=["seen", "held out"])
def test_every_topic_is_planted_in_both_halves(half: list[Pair]) -> None:
    """With contradictions between documents and within one, and with lookalikes."""
    assert {each.topic for each in half if each.sides and each.between} == TOPICS
    assert {each.topic for each in half if each.sides and not each.between} == TOPICS
    assert {each.topic for each in half if not each.sides} == TOPICS


def test_enough_is_planted() -> None:
    """Together at least 60 contradictions and 80 lookalikes."""
    both = [*SEEN, *HELD_OUT]

    assert sum(bool(each.sides) for each in both) >= 60
    assert sum(not each.sides for each in both) >= 80
