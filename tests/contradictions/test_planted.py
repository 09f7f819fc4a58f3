"""Contradictions are reported with both sides, lookalikes are not spoken of."""

from __future__ import annotations

import pytest
from planted_contradictions import Pair, find_in, is_false, is_found, list_pairs

SEEN = list(list_pairs("seen"))
HELD_OUT = list(list_pairs("held_out"))
LATER = list(list_pairs("later"))
LEAST_FOUND = 0.69
"""Of the contradictions: at first count 23 of 33 of the one part, 19 of 24 of the other."""
MOST_FALSE = 0.07
"""Of the lookalikes: 3 of 48 and 2 of 32."""
TOPICS = {
    "status",
    "dates",
    "supplier",
    "learning",
    "data",
    "counts",
    "retention",
    "sampled",
    "decides",
}


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


@pytest.mark.parametrize("part", [HELD_OUT, LATER], ids=["held out", "later"])
def test_contradictions_set_apart_are_mostly_reported(part: list[Pair]) -> None:
    """What nobody looked at while building holds the finding to its word."""
    planted = [each for each in part if each.sides]

    assert sum(is_found(each, find_in(each)) for each in planted) >= LEAST_FOUND * len(planted)


@pytest.mark.parametrize("part", [HELD_OUT, LATER], ids=["held out", "later"])
def test_lookalikes_set_apart_are_seldom_spoken_of(part: list[Pair]) -> None:
    """Who is warned for nothing stops reading."""
    lookalikes = [each for each in part if not each.sides]

    assert sum(map(is_false, lookalikes)) <= MOST_FALSE * len(lookalikes)


@pytest.mark.parametrize("part", [SEEN, HELD_OUT, LATER], ids=["seen", "held out", "later"])
def test_every_topic_is_planted_in_every_part(part: list[Pair]) -> None:
    """With contradictions between documents and within one, and with lookalikes."""
    assert {each.topic for each in part if each.sides and each.between} == TOPICS
    assert {each.topic for each in part if each.sides and not each.between} == TOPICS
    assert {each.topic for each in part if not each.sides} == TOPICS


def test_enough_is_planted() -> None:
    """Together at least 60 contradictions and 80 lookalikes."""
    both = [*SEEN, *HELD_OUT]

    assert sum(bool(each.sides) for each in both) >= 60
    assert sum(not each.sides for each in both) >= 80
