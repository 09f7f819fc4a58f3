"""From the answers to a publication category (register.md 4.1); in doubt it is impactful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.models import StepAnswer
from extractor.standard.catalogue import find_field


@dataclass(frozen=True)
class Outcome:
    """The category that follows, and the steps it follows from."""

    category: str | None
    in_doubt: bool = False
    rests_on: tuple[str, ...] = ()


def choose_category(answers: Mapping[str, StepAnswer]) -> Outcome:
    """Return the category that the answers lead to; none without an algorithm, or if prohibited.

    What is not certainly of another category is proposed as impactful, in doubt.
    """
    for step, said in (("algorithm", "no"), ("prohibited", "yes")):
        if answers[step] == said:
            return Outcome(None, rests_on=(step,))
    high_risk, impactful, other = find_field("publication_category").choices
    high, grounds = _judge_high_risk(answers)
    if high == "yes":
        return Outcome(high_risk, rests_on=grounds)
    impact, conditions = _judge_impactful(answers)
    if impact == high == "no":
        return Outcome(other, rests_on=(*grounds, *conditions))
    if impact == "yes" and high == "no":
        return Outcome(impactful, rests_on=(*conditions, *grounds))
    pointers = conditions if impact == "yes" else _list_pointers(answers)
    return Outcome(impactful, in_doubt=True, rests_on=pointers)


def _judge_high_risk(answers: Mapping[str, StepAnswer]) -> tuple[StepAnswer, tuple[str, ...]]:
    """Return whether it is a high-risk AI system, and the steps that say so."""
    if answers["ai_system"] == "no":
        return ("unknown" if answers["high_risk"] == "yes" else "no"), ("ai_system",)
    annexes = (answers["annex_1"], answers["annex_3"])
    if answers["high_risk"] == "yes":
        return ("unknown" if annexes == ("no", "no") else "yes"), ("high_risk",)
    if answers["high_risk"] == "no" and "yes" not in annexes:
        return "no", ("high_risk",)
    if annexes == ("no", "no"):
        return "no", ("annex_1", "annex_3")
    if answers["annex_1"] == answers["ai_system"] == "yes":
        return "yes", ("ai_system", "annex_1")
    return _judge_annex_3(answers)


def _judge_annex_3(answers: Mapping[str, StepAnswer]) -> tuple[StepAnswer, tuple[str, ...]]:
    """Return what a use of annex III leads to; who profiles persons has no exception."""
    if answers["annex_3"] != "yes" or answers["ai_system"] != "yes":
        return "unknown", ()
    if answers["exception"] == "no":
        return "yes", ("ai_system", "annex_3", "exception")
    if answers["profiling"] == "yes":
        return "yes", ("ai_system", "annex_3", "profiling")
    if answers["exception"] == "yes" and answers["profiling"] == answers["annex_1"] == "no":
        return "no", ("annex_1", "exception", "profiling")
    return "unknown", ()


def _judge_impactful(answers: Mapping[str, StepAnswer]) -> tuple[StepAnswer, tuple[str, ...]]:
    """Return whether it is impactful; both conditions must hold, one that fails is enough."""
    if "yes" in (answers["impactful"], answers["risk_selection"]):
        return "yes", tuple(s for s in ("impactful", "risk_selection") if answers[s] == "yes")
    if answers["impactful"] == "no":
        return "no", ("impactful",)
    failed = tuple(step for step in ("effects", "outcome") if answers[step] == "no")
    if failed:
        return "no", failed
    held = answers["effects"] == answers["outcome"] == "yes"
    return ("yes", ("effects", "outcome")) if held else ("unknown", ())


def _list_pointers(answers: Mapping[str, StepAnswer]) -> tuple[str, ...]:
    """Return the steps whose answer points to impact without settling it."""
    pointing = ("annex_1", "annex_3", "high_risk", "effects", "outcome")
    return tuple(step for step in pointing if answers[step] == "yes")
