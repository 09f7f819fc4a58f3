"""The whole check of an llm at its endpoint, and what it costs at most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from extractor.drafting.llm.dossier_asking import PROPOSE
from extractor.evidence import CHARACTERS_PER_TOKEN
from extractor.fitness import AnswerForm, Context, Drafting, Listing, LlmCheck
from extractor.llm import FORMS, ListedLlm, OpenAILlm, Refused
from extractor.models import Tokens
from extractor.probing.drafting import FEWER_FIELDS, ProbeDrafting
from extractor.probing.material import load_document, read_probe_document
from extractor.probing.measuring import LONG, SHORT, find_form, measure_context
from extractor.probing.words import PROMPT, WordAsker, write_word_prompt
from extractor.prompts import load_prompt
from extractor.store import Store

OpenLlm = Callable[[AnswerForm], OpenAILlm]
"""Opens the llm to be asked in that form and no other."""
_WORD_ANSWER = 50
_LONGEST_PARTS = 4 / 3
"""The longest question, and a third of it."""


def check_llm(
    open_llm: OpenLlm, store: Store, clock: Callable[[], datetime], user: str, most: int
) -> LlmCheck:
    """Return what was measured, kept in the store; `most` is the longest question in tokens.

    Each request is written down before it leaves. LlmFailed when the llm cannot be asked at all;
    nothing is kept then.
    """
    asker = WordAsker(store, clock, user)
    listing, listed = _list_llms(open_llm(FORMS[0]), asker)
    form, forms = find_form(asker, open_llm)
    llm = open_llm(form)
    context = measure_context(asker, llm, listed, most)
    store.add_source(read_probe_document().source, load_document())
    drafted, taken = _draft(ProbeDrafting(llm, store, clock, user, context), context)
    check = LlmCheck(
        endpoint=llm.endpoint,
        llm=llm.name,
        at=clock(),
        listing=listing,
        form=form,
        forms=forms,
        context=context,
        drafted=drafted,
        prompt=f"{load_prompt(PROPOSE).fingerprint} {load_prompt(PROMPT).fingerprint}",
        tokens=asker.taken + taken,
    )
    store.add_llm_check(check)
    return check


def list_cost(open_llm: OpenLlm, store: Store, clock: Callable[[], datetime], most: int) -> Tokens:
    """Return what a check takes at most, on the safe side; nothing is asked or sent."""
    short = len("".join(write_word_prompt(SHORT, "begin").model_dump().values()))
    asked = len(FORMS) * short // CHARACTERS_PER_TOKEN + 2 * LONG
    longest = int(most * _LONGEST_PARTS) if most > LONG else 0
    words = Tokens(prompt=asked + longest, completion=(len(FORMS) + 4) * _WORD_ANSWER)
    unknown = Context(tokens=None, basis="unknown")
    drafting = ProbeDrafting(open_llm(FORMS[0]), store, clock, "", unknown)
    return words + drafting.plan(None).tokens + drafting.plan(FEWER_FIELDS).tokens


def _list_llms(llm: OpenAILlm, asker: WordAsker) -> tuple[Listing, ListedLlm | None]:
    listed = llm.list_llms(lambda: asker.announce(llm))
    if isinstance(listed, Refused):
        return Listing(llms=None), None
    found = next((each for each in listed if each.name == llm.name), None)
    context = found.context_tokens if found else None
    return Listing(llms=len(listed), is_listed=bool(found), context_tokens=context), found


def _draft(drafting: ProbeDrafting, context: Context) -> tuple[tuple[Drafting, ...], Tokens]:
    """Draft; again with fewer fields in a question where anything went wrong."""
    if context.is_too_small:
        return (), Tokens()
    first, taken = drafting.draft(None)
    if not first.shortfalls:
        return (first,), taken
    second, more = drafting.draft(FEWER_FIELDS)
    return (first, second), taken + more
