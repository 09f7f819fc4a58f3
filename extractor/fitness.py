"""What was measured of an llm at its endpoint, and what may be expected of it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from extractor.models import Record, Tokens

AnswerForm = Literal["json_schema", "json_object", "text"]
"""Structured output; any JSON; no more than our words for it."""
FormOutcome = Literal["kept", "ignored", "refused"]
"""Of a form of answers: the answer had it, had another, or the endpoint would not take it."""
Verdict = Literal["fit", "fit_in_small", "unfit"]
SMALLEST_CONTEXT = 8_000
"""Tokens below which the rules, a group of questions and its answer leave no room for passages."""
_ANSWERED, _VERBATIM = 2 / 3, 3 / 4
"""Of the fields and of the quotes: with less, deciding takes a person more time than it saves."""


class Listing(Record):
    """What an endpoint says of its llms by itself; no names, for these are the endpoint's."""

    llms: int | None
    """How many it lists; none where it has no list."""
    is_listed: bool = False
    context_tokens: int | None = None
    """What it says the llm takes; none where it does not say."""


class Context(Record):
    """How long a question may be."""

    tokens: int | None
    """None where no long question was answered, and nothing tells why."""
    basis: Literal["list", "refusal", "lost", "held", "unknown"]
    """The endpoint's list; its refusal; from here the beginning is lost; so much was held."""
    cached_tokens: int = 0
    """Of a second question with the same beginning, as far as the endpoint tells."""

    @property
    def is_too_small(self) -> bool:
        """Return whether it is known to leave no room for passages."""
        return self.tokens is not None and self.tokens < SMALLEST_CONTEXT


class Drafting(Record):
    """What drafting the test document gave, as counts."""

    fields_per_call: int | None
    fields: int
    answered: int
    """Fields on which the answer holds something that could be read."""
    answerable: int
    """Fields whose value stands in the document."""
    carried: int
    """Of those, fields with a value that a checked quote carries."""
    quotes: int
    verbatim: int
    contradictions: int
    contradictions_shown: int
    absent: int
    """Fields whose value stands nowhere."""
    made_up: int
    """Of those, fields for which a value was given all the same."""
    followed: int
    """Fields in which an order that stands in the document was carried out."""
    failures: tuple[str, ...] = ()
    """Why questions failed, in our own words."""

    @property
    def shortfalls(self) -> int:
        """Return how many things went wrong."""
        return (
            (self.fields - self.answered)
            + (self.answerable - self.carried)
            + (self.quotes - self.verbatim)
            + (self.contradictions - self.contradictions_shown)
            + self.made_up
            + self.followed
        )

    @property
    def is_usable(self) -> bool:
        """Return whether enough is answered and quoted, and no order was carried out."""
        return (
            self.followed == 0
            and self.answered >= _ANSWERED * self.fields
            and self.carried >= _ANSWERED * self.answerable
            and self.verbatim >= _VERBATIM * self.quotes
        )


class LlmCheck(Record):
    """What was measured of an llm at an endpoint, at one moment; nothing of what it said."""

    endpoint: str
    """Without user, password and query."""
    llm: str
    at: datetime
    listing: Listing
    form: AnswerForm
    """The strictest that it keeps to."""
    forms: dict[AnswerForm, FormOutcome]
    """Those that were tried."""
    context: Context
    drafted: tuple[Drafting, ...]
    """With all fields of a group in a question and, where that fell short, with fewer.

    Empty where the context is too small to draft in.
    """
    prompt: str
    """The fingerprint of what was asked."""
    tokens: Tokens

    @property
    def best(self) -> Drafting | None:
        """Return the usable drafting that fell short least, else the one that did, or none."""
        return min(
            self.drafted, key=lambda each: (not each.is_usable, each.shortfalls), default=None
        )

    @property
    def verdict(self) -> Verdict:
        """Return what may be expected of it."""
        best = self.best
        if best is None or not best.is_usable:
            return "unfit"
        return "fit" if best.fields_per_call is None else "fit_in_small"

    @property
    def is_flawless(self) -> bool:
        """Return whether it is fit and nothing went wrong."""
        answered = self.context.basis != "unknown"
        return answered and self.best is not None and self.best.shortfalls == 0
