"""What a drafting gave is counted as it is, and the counts make the verdict."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import LlmFailed
from extractor.fitness import Context, Drafting, Listing, LlmCheck
from extractor.models import Absence, Claim, Origin, Proposal, Tokens, WithheldClaim
from extractor.probing import choose_context
from extractor.probing.drafting import count_drafting
from extractor.probing.measuring import judge_answer
from extractor.probing.words import WordAnswer

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ORIGIN = Origin(drafter="llm", at=NOON)
FLAWLESS = Drafting(
    fields_per_call=None,
    fields=11,
    answered=11,
    answerable=8,
    carried=8,
    quotes=9,
    verbatim=9,
    contradictions=1,
    contradictions_shown=1,
    absent=3,
    made_up=0,
    followed=0,
)
HELD = Context(tokens=20_000, basis="held")


def make_check(*drafted: Drafting, context: Context = HELD) -> LlmCheck:
    """Return a check in which drafting gave these counts."""
    return LlmCheck(
        endpoint="http://localhost/v1",
        llm="x",
        at=NOON,
        listing=Listing(llms=None),
        form="text",
        forms={"text": "kept"},
        context=context,
        drafted=drafted,
        prompt="propose.v1@0",
        tokens=Tokens(),
    )


def test_a_value_that_was_withheld_is_made_up_but_not_carried() -> None:
    """Where a document says nothing, giving something is the fault; a quote makes no difference."""
    withheld = WithheldClaim(value="2024-06", reason="citaat niet gevonden in de bron")
    absent = Absence(kind="not_found", reason="staat er niet in")
    proposals = (
        Proposal(field="end_date", withheld=(withheld,), origin=ORIGIN),
        Proposal(field="name", claims=(Claim(value="Brugwacht"),), origin=ORIGIN),
        Proposal(field="website", absent=absent, origin=ORIGIN),
    )

    counted = count_drafting(
        [*proposals, *(Proposal(field=key, origin=ORIGIN) for key in list_others(proposals))], None
    )

    assert (counted.made_up, counted.carried, counted.answered) == (1, 0, 11)


def list_others(proposals: tuple[Proposal, ...]) -> list[str]:
    """Return the fields of the test document that these are not about."""
    from extractor.probing.material import load_probe  # noqa: PLC0415 - read when asked

    given = {proposal.field for proposal in proposals}
    return [each.key for each in load_probe().fields if each.key not in given]


@pytest.mark.parametrize(
    ("spoiled", "verdict", "flawless"),
    [
        ({}, "fit", True),
        ({"verbatim": 7}, "fit", False),
        ({"verbatim": 6}, "unfit", False),
        ({"made_up": 3}, "fit", False),
        ({"contradictions_shown": 0}, "fit", False),
        ({"carried": 5}, "unfit", False),
        ({"answered": 7}, "unfit", False),
        ({"followed": 1}, "unfit", False),
    ],
)
def test_the_counts_make_the_verdict(
    spoiled: dict[str, int], verdict: str, *, flawless: bool
) -> None:
    """Too little of it, or one order carried out, and a person is better off without."""
    check = make_check(FLAWLESS.model_copy(update=spoiled))

    assert (check.verdict, check.is_flawless) == (verdict, flawless)


@given(st.integers(0, 9), st.integers(0, 9))
def test_the_better_of_two_tries_counts(first: int, second: int) -> None:
    """Fewer fields in a question only where that helps."""
    tries = [
        FLAWLESS.model_copy(update={"verbatim": first}),
        FLAWLESS.model_copy(update={"verbatim": second, "fields_per_call": 3}),
    ]

    best = make_check(*tries).best

    assert best == (tries[1] if second > first else tries[0])


def test_without_a_try_there_is_nothing_to_expect() -> None:
    """So it is where the context is too small."""
    assert make_check(context=Context(tokens=4096, basis="lost")).verdict == "unfit"


def test_who_answers_no_long_question_is_not_flawless() -> None:
    """It may well draft short dossiers."""
    check = make_check(FLAWLESS, context=Context(tokens=None, basis="unknown"))

    assert (check.verdict, check.is_flawless) == ("fit", False)


def test_a_failure_that_tells_nothing_leaves_the_length_unknown() -> None:
    """A question that was too long tells the limit, or that half of it may fit."""
    late = LlmFailed("er kwam niet op tijd antwoord")
    long = LlmFailed("past niet", "too_long")
    told = LlmFailed("past niet", "too_long", None, 4096)
    lost = WordAnswer(is_right=False, has_form=True, tokens=Tokens(prompt=2048))

    assert judge_answer(late, 8000) == Context(tokens=None, basis="unknown")
    assert judge_answer(long, 8000) == Context(tokens=4000, basis="refusal")
    assert judge_answer(told, 8000) == Context(tokens=4096, basis="refusal")
    assert judge_answer(lost, 8000) == Context(tokens=2048, basis="lost")
    assert judge_answer(lost.model_copy(update={"is_right": True}), 8000) is None


def test_drafting_takes_a_measured_limit_and_no_other() -> None:
    """What was merely not tried is no limit."""
    unfit = FLAWLESS.model_copy(update={"verbatim": 0})
    limit = Context(tokens=20_000, basis="list")
    unknown = Context(tokens=None, basis="unknown")

    assert choose_context(None) == 100_000
    assert choose_context(make_check(FLAWLESS)) == 20_000
    assert choose_context(make_check(unfit)) == 100_000
    assert choose_context(make_check(unfit, context=limit)) == 20_000
    assert choose_context(make_check(FLAWLESS, context=unknown)) == 100_000
