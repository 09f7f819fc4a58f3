"""A person's answers to the quick screen, and what they lead to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.errors import DecisionRefused
from extractor.models import Draft
from extractor.review.choices import Signature
from extractor.review.decisions import undo
from extractor.review.screen_deciding import (
    ScreenForm,
    decide_screen,
    judge_answers,
    read_answers,
    write_answered,
)
from extractor.screening.steps import load_steps
from extractor.standing import find_standing

MakeSmall = Callable[..., Draft]
IMPACTFUL = ScreenForm(answers={"algorithm": "yes", "ai_system": "no", "impactful": "yes"})
NONE = ScreenForm(answers={"algorithm": "no"})


def test_answers_are_one_decision_with_the_category(
    make_small: MakeSmall, signed: Signature
) -> None:
    """Every step has an answer in it, those that nobody answered are not known."""
    draft = make_small()

    decision = decide_screen(draft, IMPACTFUL, None, signed)

    assert (decision.subject, decision.action) == ("screen", "confirm")
    assert decision.value == "Impactvolle algoritmes"
    steps = [each.step for each in decision.answers]
    assert steps == [*(step.id for step in load_steps().steps), "several"]
    assert {each.answer for each in decision.answers} == {"yes", "no", "unknown"}
    assert find_standing(draft, [decision], {}) == {"screen": decision}


def test_no_algorithm_has_no_category(make_small: MakeSmall, signed: Signature) -> None:
    """The person reads that it does not belong in the register."""
    decision = decide_screen(make_small(), NONE, None, signed)

    assert decision.value is None
    assert "hoort niet in het register" in write_answered(judge_answers(NONE.answers))


def test_a_forbidden_practice_is_said_in_so_many_words() -> None:
    """Whatever the other answers are."""
    outcome = judge_answers({"algorithm": "yes", "prohibited": "yes", "impactful": "yes"})

    assert write_answered(outcome).startswith("Verboden praktijk")


def test_answers_can_be_undone(make_small: MakeSmall, signed: Signature) -> None:
    """What was answered before stands again."""
    draft = make_small()
    first = decide_screen(draft, IMPACTFUL, None, signed)
    second = decide_screen(draft, NONE, first, signed)

    back = undo(draft, "screen", [first, second], signed)

    assert read_answers(back) == read_answers(first)
    assert read_answers(undo(draft, "screen", [first, second, back], signed)) == {}


@pytest.mark.parametrize("answers", [{}, {"algorithm": "unknown"}, {"verzonnen": "yes"}])
def test_nothing_answered_and_unknown_steps_are_refused(
    make_small: MakeSmall, signed: Signature, answers: dict[str, str]
) -> None:
    """An empty form decides nothing."""
    form = ScreenForm.model_validate({"answers": answers})

    with pytest.raises(DecisionRefused):
        decide_screen(make_small(), form, None, signed)
