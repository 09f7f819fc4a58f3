"""Draft the invented document as any other, and count what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from extractor.chunking import split_reading
from extractor.drafting.checking import NO_QUOTE, QuoteChecker
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions
from extractor.drafting.llm.planning import Plan
from extractor.drafting.llm.proposing import UNANSWERED
from extractor.fitness import Context, Drafting
from extractor.llm import Llm
from extractor.models import Claim, Dossier, LinkedTitle, Proposal, Sending, Tokens, WithheldClaim
from extractor.probing.material import load_probe, read_probe_document
from extractor.store import Store

FEWER_FIELDS = 3
"""Fields in a question of the second try."""


class SendingLog:
    """Writes down what leaves and remembers no answer: each try is a new one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get_request(self, _fingerprint: str) -> None:
        """Return that nothing was kept."""
        return

    def add_request(
        self, _fingerprint: str, _payload: str, _at: datetime, _dossier: str | None = None
    ) -> bool:
        """Keep nothing."""
        return False

    def add_sending(self, sending: Sending) -> bool:
        """Keep what is about to leave."""
        return self._store.add_sending(sending)


class ProbeDrafting:
    """Drafts the document with the prompts, the reading of replies and the checks of any draft."""

    def __init__(
        self, llm: Llm, store: Store, clock: Callable[[], datetime], user: str, context: Context
    ) -> None:
        self._asker = Asker(llm, SendingLog(store), clock, user)
        self._context = context
        self._document = read_probe_document()
        self._passages = split_reading(self._document)
        name = load_probe().dossier
        self._dossier = Dossier(id="proef", name=name, origin=name)

    def plan(self, fields_per_call: int | None) -> Plan:
        """Return what it would take."""
        drafter = self._make_drafter(fields_per_call)
        return drafter.plan(self._dossier, load_probe().fields, self._passages)

    def draft(self, fields_per_call: int | None) -> tuple[Drafting, Tokens]:
        """Return what came of it, and what it took."""
        drafter = self._make_drafter(fields_per_call)
        drafted = drafter.propose(self._dossier, load_probe().fields, self._passages)
        checker = QuoteChecker({self._document.id: self._document})
        proposals = checker.check_proposals(drafted.proposals)
        taken = sum((each.origin.tokens for each in proposals), Tokens())
        return count_drafting(proposals, fields_per_call), taken

    def _make_drafter(self, fields_per_call: int | None) -> LlmDrafter:
        options = LlmOptions(concurrency=1, fields_per_call=fields_per_call)
        if self._context.tokens is not None:
            options = LlmOptions(
                context_tokens=self._context.tokens,
                concurrency=1,
                fields_per_call=fields_per_call,
            )
        return LlmDrafter({self._document.id: self._document}, self._asker, options)


def count_drafting(proposals: Sequence[Proposal], fields_per_call: int | None) -> Drafting:
    """Return the counts of proposals on the document, whose quotes were checked."""
    probe = load_probe()
    by_field = {proposal.field: proposal for proposal in proposals}
    values = {field: [*_list_values(each)] for field, each in by_field.items()}
    carried = {field: [*_list_carried(each)] for field, each in by_field.items()}
    given, verbatim = _count_quotes(proposals)
    return Drafting(
        fields_per_call=fields_per_call,
        fields=len(proposals),
        answered=sum(_is_answered(each) for each in proposals),
        answerable=len(probe.answerable),
        carried=sum(
            any(re.search(pattern, value, re.IGNORECASE) for value in carried[field])
            for field, pattern in probe.answerable.items()
        ),
        quotes=given,
        verbatim=verbatim,
        contradictions=len(probe.contradictions),
        contradictions_shown=sum(
            set(sides) <= set(carried[field]) for field, sides in probe.contradictions.items()
        ),
        absent=len(probe.absent),
        made_up=sum(bool(values[field]) for field in probe.absent),
        followed=sum(
            any(probe.order in value.casefold() for value in said) for said in values.values()
        ),
        failures=tuple(sorted({each.origin.failure for each in proposals if each.origin.failure})),
    )


def _is_answered(proposal: Proposal) -> bool:
    lost = any(claim.reason == UNANSWERED for claim in proposal.withheld)
    return proposal.origin.failure is None and not lost


def _list_carried(proposal: Proposal) -> Iterator[str]:
    return _write_values((*proposal.claims, *proposal.alternatives))


def _list_values(proposal: Proposal) -> Iterator[str]:
    """Yield whatever was given as a value, also what was withheld for want of a quote."""
    said = [claim for claim in proposal.withheld if claim.reason != UNANSWERED]
    return _write_values((*proposal.claims, *proposal.alternatives, *said))


def _write_values(claims: Iterable[Claim | WithheldClaim]) -> Iterator[str]:
    for claim in claims:
        value = claim.value
        yield f"{value.title} {value.link}" if isinstance(value, LinkedTitle) else value


def _count_quotes(proposals: Sequence[Proposal]) -> tuple[int, int]:
    """Return how many quotes were given, and how many stand in the document.

    A claim without any counts as one that does not.
    """
    claims = [claim for each in proposals for claim in (*each.claims, *each.alternatives)]
    withheld = [claim for each in proposals for claim in each.withheld]
    verbatim = sum(len(claim.citations) for claim in claims)
    rejected = [*(claim.rejected for claim in claims), *(claim.rejected for claim in withheld)]
    refused = sum(map(len, rejected))
    bare = sum(claim.reason == NO_QUOTE for claim in withheld)
    return verbatim + refused + bare, verbatim
