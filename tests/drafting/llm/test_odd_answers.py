"""One odd part of an answer never voids another: what is right is taken."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.drafting.llm.replies import read_answer
from tests.drafting.llm.conftest import Bench
from tests.drafting.llm.scripts import answer, claim, write_answer

TRUE = claim("Het model is niet zelflerend.", ("p1", "Het model is niet zelflerend."))
GOOD = write_answer(answer("proportionality", TRUE))
WRAPPED = {
    "a fence": f"```json\n{GOOD}\n```",
    "talk around it": f"Hier is het antwoord:\n\n{GOOD}\n\nIk hoop dat dit helpt.",
    "thoughts before it": f"<think>Een {{ haak en nog een [.</think>{GOOD}",
    "a comma too many": GOOD.replace("]}]}", ",]}]}"),
    "the fields alone": json.dumps(json.loads(GOOD)["answers"]),
    "by field": json.dumps({"proportionality": json.loads(GOOD)["answers"][0]}),
}


@pytest.mark.parametrize("text", WRAPPED.values(), ids=WRAPPED.keys())
def test_an_answer_is_found_in_what_surrounds_it(text: str) -> None:
    """Fences, talk, thoughts and small slips make no difference."""
    read = read_answer(text)

    assert read is not None
    (field,) = read.answers
    assert field.field == "proportionality"
    assert field.claims[0].value == TRUE["value"]
    assert field.claims[0].quotes[0].quote == TRUE["value"]


@given(st.integers(min_value=1, max_value=len(GOOD) - 1))
def test_an_answer_that_breaks_off_is_none(length: int) -> None:
    """Its last part would pass for a whole one."""
    assert read_answer(GOOD[:length]) is None


@given(st.text() | st.text(alphabet='{}[]":, \\n'))
def test_no_text_is_a_crash(text: str) -> None:
    """Whatever an llm says is an answer or none."""
    read_answer(text)
    read_answer(f'{{"answers": {text}}}')


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 50_000 + "1" + "}" * 50_000])
def test_deep_brackets_are_no_answer(text: str) -> None:
    """They would overflow a parser."""
    assert read_answer(text) is None


@pytest.mark.parametrize(
    "odd",
    [
        None,
        7,
        {"claims": []},
        {"field": None},
        {"field": "bestaat_niet", "claims": [], "absent": None},
        {"field": "goal", "claims": [{"value": 5, "quotes": []}], "absent": None},
        {"field": "goal", "claims": "ja", "absent": "nee", "extra": True},
        {"field": "goal", "claims": [{"value": "x", "quotes": [{"passage": 3, "quote": None}]}]},
    ],
)
def test_an_odd_field_costs_itself_only(make_bench: Callable[..., Bench], odd: object) -> None:
    """The field beside it is proposed, the odd one is withheld with a reason."""
    bench = make_bench(json.dumps({"answers": [odd, json.loads(GOOD)["answers"][0]]}))

    made = bench.propose("goal", "proportionality")

    assert made["proportionality"].claims[0].citations
    assert made["goal"].claims == ()
    assert made["goal"].withheld[0].reason
    assert made["goal"].origin.failure is None
