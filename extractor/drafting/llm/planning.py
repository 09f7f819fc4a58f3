"""What drafting will take: questions and tokens, counted beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.drafting.llm.spending import Prices
from extractor.evidence import CHARACTERS_PER_TOKEN
from extractor.models import Tokens
from extractor.prompts import FilledPrompt
from extractor.standard.catalogue import Field

_TEXT_ANSWER, _SHORT_ANSWER = 900, 150
"""Tokens that an answer on a text field and on another takes: more than most did when measured."""


@dataclass(frozen=True)
class Plan:
    """How many questions will be asked and what they take; repairs come on top."""

    dossiers: int = 0
    calls: int = 0
    tokens: Tokens = field(default_factory=Tokens)


def estimate_tokens(prompt: FilledPrompt, fields: Sequence[Field]) -> Tokens:
    """Return what a question and its answer take, on the safe side."""
    written = sum(_TEXT_ANSWER if each.kind == "text" else _SHORT_ANSWER for each in fields)
    read = (len(prompt.system) + len(prompt.user)) // CHARACTERS_PER_TOKEN
    return Tokens(prompt=read, completion=written)


def add_plans(plans: Iterable[Plan]) -> Plan:
    """Return all plans together."""
    whole = Plan()
    for plan in plans:
        whole = Plan(
            dossiers=whole.dossiers + plan.dossiers,
            calls=whole.calls + plan.calls,
            tokens=whole.tokens + plan.tokens,
        )
    return whole


def write_plan(plan: Plan, prices: Prices) -> str:
    """Return in one Dutch line what drafting will take; a price only where one was given."""
    dossiers = "1 dossier" if plan.dossiers == 1 else f"{plan.dossiers} dossiers"
    calls = "1 vraag" if plan.calls == 1 else f"{plan.calls} vragen"
    read, written = (_group(each) for each in (plan.tokens.prompt, plan.tokens.completion))
    line = f"{dossiers}, {calls}: hooguit ongeveer {read} tokens erin en {written} eruit"
    if prices == Prices():
        return f"{line}."
    cost = f"{prices.count(plan.tokens):.2f}".replace(".", ",")
    return f"{line}, {cost} bij de opgegeven prijzen."


def _group(number: int) -> str:
    """Return the number with points between thousands."""
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", str(number))
