"""What was measured of an llm is found again by its endpoint and name."""

from __future__ import annotations

from datetime import timedelta

from extractor.fitness import LlmCheck
from extractor.store import Store


def test_the_last_check_of_an_llm_counts(store: Store, llm_check: LlmCheck) -> None:
    """Earlier ones stay, and those of another endpoint or llm are not taken for it."""
    later = llm_check.model_copy(update={"at": llm_check.at + timedelta(days=1), "form": "text"})
    elsewhere = later.model_copy(update={"endpoint": "http://localhost:8000/v1"})
    for each in (llm_check, later, elsewhere):
        store.add_llm_check(each)

    assert store.find_llm_check(llm_check.endpoint, "x") == later
    assert store.find_llm_check(llm_check.endpoint, "y") is None
