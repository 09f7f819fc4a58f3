"""A person's answers to the quick screen, as one decision with the category that follows."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.errors import DecisionRefused
from extractor.models import Decision, Draft, Record, StepAnswer, StepChoice
from extractor.review.choices import Seen, Signature
from extractor.review.decisions import sign_decision
from extractor.screening.categories import Outcome, choose_category
from extractor.screening.steps import load_steps

SCREEN = "screen"
SEVERAL = "several"
"""The step that asks whether the documents describe more than one algorithm."""


class ScreenForm(Record):
    """What a person answers; a step that is not named is not known."""

    answers: Mapping[str, StepAnswer]
    seen: Seen | None = None


def judge_answers(answers: Mapping[str, StepAnswer]) -> Outcome:
    """Return the category that the answers lead to; refused for a step that is not there."""
    known = [step.id for step in load_steps().steps]
    strange = set(answers) - {*known, SEVERAL}
    if strange:
        raise DecisionRefused(f"de snelle toets kent geen stap {min(strange)}")
    return choose_category({step: answers.get(step, "unknown") for step in known})


def decide_screen(
    draft: Draft, form: ScreenForm, current: Decision | None, signature: Signature
) -> Decision:
    """Return the decision that these answers make, with the category as its value."""
    outcome = judge_answers(form.answers)
    if set(form.answers.values()) <= {"unknown"}:
        raise DecisionRefused("er is nog geen stap beantwoord")
    steps = [*(step.id for step in load_steps().steps), SEVERAL]
    given = ((step, form.answers.get(step, "unknown")) for step in steps)
    decision = Decision(
        id="",
        dossier=draft.dossier,
        draft=draft.id,
        subject=SCREEN,
        action="confirm",
        value=outcome.category,
        answers=tuple(StepChoice(step=step, answer=answer) for step, answer in given),
        reviewer=signature.reviewer,
        decided_at=signature.at,
    )
    return sign_decision(decision, current, signature)


def read_answers(decision: Decision | None) -> dict[str, StepAnswer]:
    """Return what was answered by step; nothing where nobody did, or it was taken back."""
    if decision is None or decision.action == "withdraw":
        return {}
    return {each.step: each.answer for each in decision.answers}


def write_answered(outcome: Outcome) -> str:
    """Return in Dutch what the answers lead to."""
    if outcome.rests_on == ("prohibited",):
        return "Verboden praktijk: dit mag niet worden gebruikt. Meld het bij de verantwoordelijke."
    if outcome.rests_on == ("algorithm",):
        return "Geen algoritme: dit hoort niet in het register."
    if outcome.in_doubt:
        return f"Bij twijfel: {outcome.category}. Niet elke stap is zeker."
    return f"{outcome.category}."
