"""Measure which form of answers an llm keeps to, and how long a question may be."""

from __future__ import annotations

from collections.abc import Callable

from extractor.errors import LlmFailed
from extractor.fitness import AnswerForm, Context, FormOutcome
from extractor.llm import FORMS, ListedLlm, Llm
from extractor.probing.words import WordAnswer, WordAsker

SHORT, LONG = 100, 8_000
"""Tokens of the smallest question, and of the first long one."""
_PART = 3
"""By how much a longest question that fails is shortened, once."""
_FEWEST = 500


def find_form(
    asker: WordAsker, open_llm: Callable[[AnswerForm], Llm]
) -> tuple[AnswerForm, dict[AnswerForm, FormOutcome]]:
    """Return the strictest form that is kept to, and what came of those that were tried.

    Where none is kept to it is the loosest that is not refused. LlmFailed when no question is
    answered at all.
    """
    outcomes: dict[AnswerForm, FormOutcome] = {}
    failures: list[LlmFailed] = []
    for form in FORMS:
        answer = asker.ask(open_llm(form), SHORT, "begin")
        if isinstance(answer, WordAnswer):
            outcomes[form] = "kept" if answer.has_form else "ignored"
        elif answer.fault in {"form", "cut_off"}:
            outcomes[form] = "refused" if answer.fault == "form" else "ignored"
            failures.append(answer)
        else:
            raise answer
        if outcomes[form] == "kept":
            break
    taken = [form for form, outcome in outcomes.items() if outcome != "refused"]
    if not taken:
        raise failures[-1]
    return taken[-1], outcomes


def measure_context(asker: WordAsker, llm: Llm, listed: ListedLlm | None) -> Context:
    """Return how long a question may be: what the endpoint says, else what was seen to be held.

    Two long questions with the same beginning tell what is cached, and whether the beginning is
    lost in silence.
    """
    told = listed.context_tokens if listed else None
    size = min(LONG, max(_FEWEST, told // 2)) if told else LONG
    first, second = (asker.ask(llm, size, place) for place in ("begin", "end"))
    cached = second.tokens.cached if isinstance(second, WordAnswer) else 0
    found = judge_answer(first, size) or Context(tokens=size, basis="held")
    if told and found.basis in {"held", "unknown"}:
        found = Context(tokens=told, basis="list")
    return found.model_copy(update={"cached_tokens": cached})


def measure_longer(
    asker: WordAsker, llm: Llm, listed: ListedLlm | None, known: Context, most: int
) -> Context:
    """Return the limit beyond what was held: asked with `most` tokens, then with a third of it."""
    most = min(most, (listed.trained_tokens if listed else None) or most)
    for size in (most, most // _PART):
        if size <= (known.tokens or 0):
            break
        answer = asker.ask(llm, size, "begin")
        if isinstance(answer, LlmFailed) and answer.context_tokens:
            return known.model_copy(update={"tokens": answer.context_tokens, "basis": "refusal"})
        if judge_answer(answer, size) is None:
            return known.model_copy(update={"tokens": size})
    return known


def judge_answer(answer: WordAnswer | LlmFailed, size: int) -> Context | None:
    """Return the limit that an answer to a question of so many tokens tells; none when it held."""
    if isinstance(answer, LlmFailed):
        if answer.fault != "too_long":
            return Context(tokens=None, basis="unknown")
        return Context(tokens=answer.context_tokens or size // 2, basis="refusal")
    if answer.is_right:
        return None
    read = answer.tokens.prompt
    return Context(tokens=read if 0 < read < size else size // 2, basis="lost")
