"""The whole check of an llm at its endpoint, and what it costs at most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from extractor.drafting.llm.dossier_asking import PROPOSE, LlmOptions
from extractor.evidence import CHARACTERS_PER_TOKEN
from extractor.fitness import AnswerForm, Context, Drafting, Listing, LlmCheck
from extractor.llm import FORMS, ListedLlm, Llm, OpenAILlm, Refused
from extractor.models import Tokens
from extractor.probing.drafting import FEWER_FIELDS, ProbeDrafting
from extractor.probing.material import load_document, read_probe_document
from extractor.probing.measuring import LONG, SHORT, find_form, measure_context, measure_longer
from extractor.probing.words import PROMPT, WordAsker, write_word_prompt
from extractor.prompts import load_prompt
from extractor.store import Store

OpenLlm = Callable[[AnswerForm], OpenAILlm]
"""Opens the llm to be asked in that form and no other."""
_WORD_ANSWER = 50
_LONGEST_PARTS = 4 / 3
"""The longest question, and a third of it."""
NO_CONTEXT = Context(tokens=None, basis="unknown")


@dataclass(frozen=True)
class LlmProbe:
    """Tries out an llm; each request is written down in the store before it leaves."""

    open_llm: OpenLlm
    store: Store
    clock: Callable[[], datetime]
    user: str
    most: int
    """The longest question that is tried, in tokens."""

    def check(self) -> LlmCheck:
        """Return what was measured, kept in the store.

        LlmFailed when the llm cannot be asked at all; nothing is kept then.
        """
        asker = WordAsker(self.store, self.clock, self.user)
        listing, listed = _list_llms(self.open_llm(FORMS[0]), asker)
        form, forms = find_form(asker, self.open_llm)
        llm = self.open_llm(form)
        context = measure_context(asker, llm, listed)
        self.store.add_source(read_probe_document().source, load_document())
        drafted, taken = _draft(self._start_drafting(llm, context), context)
        # The longest questions cost most, and who cannot draft need not answer them.
        if context.basis == "held" and any(each.is_usable for each in drafted):
            context = measure_longer(asker, llm, listed, context, self.most)
        check = LlmCheck(
            endpoint=llm.endpoint,
            llm=llm.name,
            at=self.clock(),
            listing=listing,
            form=form,
            forms=forms,
            context=context,
            drafted=drafted,
            prompt=f"{load_prompt(PROPOSE).fingerprint} {load_prompt(PROMPT).fingerprint}",
            tokens=asker.taken + taken,
        )
        self.store.add_llm_check(check)
        return check

    def count_cost(self) -> Tokens:
        """Return what a check takes at most, on the safe side; nothing is asked or sent."""
        asked = write_word_prompt(SHORT, "begin")
        short = (len(asked.system) + len(asked.user)) // CHARACTERS_PER_TOKEN
        longest = int(self.most * _LONGEST_PARTS) if self.most > LONG else 0
        words = Tokens(
            prompt=len(FORMS) * short + 2 * LONG + longest,
            completion=(len(FORMS) + 4) * _WORD_ANSWER,
        )
        drafting = self._start_drafting(self.open_llm(FORMS[0]), NO_CONTEXT)
        return words + drafting.plan(None).tokens + drafting.plan(FEWER_FIELDS).tokens

    def _start_drafting(self, llm: Llm, context: Context) -> ProbeDrafting:
        return ProbeDrafting(llm, self.store, self.clock, self.user, context)


def choose_context(check: LlmCheck | None) -> int:
    """Return how long drafting's questions may be by default: never more than without a check."""
    most = LlmOptions().context_tokens
    if check is None or check.context.tokens is None:
        return most
    # Of who could not draft, longer questions were not tried.
    is_limit = check.context.basis != "held" or check.verdict != "unfit"
    return min(check.context.tokens, most) if is_limit else most


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
