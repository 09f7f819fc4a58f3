"""The publication category follows from the answers (register.md 4.1); doubt is impactful."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.models import StepAnswer
from extractor.screening.categories import choose_category
from extractor.screening.steps import load_steps
from extractor.standard.catalogue import find_field

STEPS = [step.id for step in load_steps().steps]
HIGH_RISK, IMPACTFUL, OTHER = find_field("publication_category").choices
ANSWERS = st.fixed_dictionaries({step: st.sampled_from(["yes", "no", "unknown"]) for step in STEPS})


def answer(**said: StepAnswer) -> dict[str, StepAnswer]:
    """Return these answers; all other steps are unknown."""
    unknown: dict[str, StepAnswer] = dict.fromkeys(STEPS, "unknown")
    return {**unknown, **said}


@pytest.mark.parametrize(
    ("answers", "category", "in_doubt"),
    [
        (answer(), IMPACTFUL, True),
        (answer(algorithm="no"), None, False),
        (answer(prohibited="yes"), None, False),
        (answer(high_risk="yes"), HIGH_RISK, False),
        (answer(ai_system="yes", annex_1="yes"), HIGH_RISK, False),
        (answer(ai_system="yes", annex_3="yes", exception="no"), HIGH_RISK, False),
        (
            answer(ai_system="yes", annex_3="yes", exception="yes", profiling="yes"),
            HIGH_RISK,
            False,
        ),
        # Whether an exception holds is not known.
        (answer(ai_system="yes", annex_3="yes"), IMPACTFUL, True),
        # Annex III is about AI systems, and whether this is one is not known.
        (answer(annex_3="yes", exception="no"), IMPACTFUL, True),
        (answer(high_risk="yes", ai_system="no"), IMPACTFUL, True),
        (answer(high_risk="no", annex_3="yes", ai_system="yes"), IMPACTFUL, True),
        (answer(ai_system="no", effects="yes", outcome="yes"), IMPACTFUL, False),
        (answer(high_risk="no", impactful="yes"), IMPACTFUL, False),
        (answer(high_risk="no", risk_selection="yes", impactful="no"), IMPACTFUL, False),
        (answer(impactful="yes"), IMPACTFUL, True),
        (answer(ai_system="no", effects="no"), OTHER, False),
        (answer(annex_1="no", annex_3="no", outcome="no"), OTHER, False),
        (answer(high_risk="no", impactful="no"), OTHER, False),
        (answer(effects="no", outcome="no"), IMPACTFUL, True),
        (answer(high_risk="no", effects="yes"), IMPACTFUL, True),
    ],
)
def test_answers_lead_to_a_category(
    answers: dict[str, StepAnswer], category: str | None, *, in_doubt: bool
) -> None:
    """High risk where it is certain, other where neither holds for certain, else impactful."""
    outcome = choose_category(answers)

    assert (outcome.category, outcome.in_doubt) == (category, in_doubt)


@given(ANSWERS)
def test_doubt_is_always_impactful(answers: dict[str, StepAnswer]) -> None:
    """And a category never rests on a step that nobody answered."""
    outcome = choose_category(answers)

    assert not outcome.in_doubt or outcome.category == IMPACTFUL
    assert all(answers[step] != "unknown" for step in outcome.rests_on)
    assert outcome.in_doubt or outcome.rests_on


@given(ANSWERS)
def test_the_highest_category_needs_no_denial_of_an_ai_system(
    answers: dict[str, StepAnswer],
) -> None:
    """Only an AI system can be a high-risk one."""
    outcome = choose_category(answers)

    assert outcome.category != HIGH_RISK or answers["ai_system"] != "no"
