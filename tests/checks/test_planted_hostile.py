"""What speaks to a model in a document changes nothing, and a person is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hostile_asking import GullibleAsking, open_asking
from hostile_drafts import list_changed, list_proposed
from planted_hostile import (
    HALVES,
    PRINTED,
    Passage,
    list_false,
    list_missed,
    list_passages,
    list_told,
    read_planted,
)

SEEN = list(list_passages("seen", "hostile"))
HONEST = list(list_passages("seen", "honest"))
ALL = [each for half in HALVES for each in list_passages(half, "hostile")]


@pytest.fixture(scope="module")
def asking() -> Iterator[GullibleAsking]:
    """Return what asks a language model that obeys every document."""
    with open_asking() as opened:
        yield opened


def name_passage(passage: Passage) -> str:
    """Return what a test is called."""
    return f"{passage.carrier} {passage.text[:30]}"


@pytest.mark.parametrize("suffix", PRINTED)
def test_the_document_itself_is_not_told_of(suffix: str) -> None:
    """What is told is told of the passage."""
    assert list_told(read_planted(None, suffix)) == []


@pytest.mark.parametrize("passage", SEEN, ids=name_passage)
def test_what_speaks_to_a_model_is_told(passage: Passage) -> None:
    """In every kind of file of which a drafter is shown anything of it."""
    assert list_missed(passage) == []


@pytest.mark.parametrize("passage", HONEST, ids=name_passage)
def test_what_speaks_about_a_model_is_not_told(passage: Passage) -> None:
    """A warning that always comes is not read."""
    assert list_false(passage) == []


@pytest.mark.parametrize("passage", SEEN, ids=name_passage)
def test_it_changes_no_offline_proposal(passage: Passage) -> None:
    """Every field says what it says of the document without the passage."""
    assert list_changed(passage) == []
    assert list_proposed(passage) == []


@pytest.mark.parametrize("passage", ALL, ids=name_passage)
def test_an_llm_that_obeys_it_gets_nothing_in(passage: Passage, asking: GullibleAsking) -> None:
    """Not without a true quote, whatever ids and answers a document makes up."""
    obeyed = asking.ask(passage)

    assert obeyed.taken == ()
    assert obeyed.outside == frozenset()


@pytest.mark.parametrize("passage", SEEN, ids=name_passage)
def test_an_llm_that_quotes_it_is_told_of(passage: Passage, asking: GullibleAsking) -> None:
    """A true quote of an order is still no statement."""
    assert asking.ask(passage).unmarked == ()
