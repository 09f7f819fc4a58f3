"""Lay down in the decision log which documents a person put in a dossier.

A person groups documents before there is a draft to decide on; the choice is logged on the first
draft that rests on it, under the name of who made it and the moment it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from extractor.batch import ChosenDrafter, draft_found
from extractor.documents.folders import FoundDossier, PersonsGrouping
from extractor.intake.reading import DocumentReader
from extractor.models import Decision, Draft
from extractor.review.choices import Signature
from extractor.review.decisions import sign_decision
from extractor.review.reviewed import Review
from extractor.review.values import name_moment
from extractor.standing import find_current
from extractor.store import Store

GROUPING = "grouping"


def draft_grouped(
    found: FoundDossier,
    store: Store,
    reader: DocumentReader,
    drafting: ChosenDrafter,
    clock: Callable[[], datetime],
) -> Draft:
    """Return the draft of a dossier, once the log holds who put these documents in it."""
    draft = draft_found(found, store, reader, drafting, clock)
    if found.grouping is not None:
        _log_grouping(store, draft, found.grouping)
    return draft


def _log_grouping(store: Store, draft: Draft, said: PersonsGrouping) -> None:
    """Add what a person said of the dossier's documents, unless the log says so already."""
    last = find_current(store.list_current_decisions(draft.dossier)).get(GROUPING)
    before = last.value if last and last.action != "withdraw" else None
    if said.documents == before:
        return
    decision = Decision(
        id="",
        dossier=draft.dossier,
        draft=draft.id,
        subject=GROUPING,
        action="withdraw" if said.documents is None else "edit",
        value=said.documents,
        reviewer=said.reviewer,
        decided_at=said.at,
    )
    store.add_decision(sign_decision(decision, last, Signature(reviewer=said.reviewer, at=said.at)))


def write_grouped(review: Review) -> Iterator[str]:
    """Yield in Dutch who put the documents of the dossier together, where a person did."""
    decision = review.standing.get(GROUPING)
    if decision is not None:
        at = name_moment(decision.decided_at)
        yield f"Documenten bijeengezet door {decision.reviewer}, {at}."
